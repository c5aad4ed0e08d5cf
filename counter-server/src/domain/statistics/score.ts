import type { ApartFromScore } from '@counter/shared/vocabulary/report'
import type { Quote } from '../queue/estimate.ts'
import { pilesOf } from './piles.ts'
import { isBelievable, percent, sum, summaryOf } from './summary.ts'
import type { Visit } from './visit.ts'

/** How an estimate did: minutes and percent with one decimal; error = told − real (Q64). */
export interface ErrorFigures {
  readonly n: number
  readonly bias: number | null
  readonly mae: number | null
  readonly rmse: number | null
}

export interface Score extends ErrorFigures {
  /** Percent whose wait stayed within the upper end that was shown. */
  readonly kept: number | null
  /** Percent whose wait lay between P10 and P90. */
  readonly coverage: number | null
  /** (n + 1) · mean service / windows on the same visits; the mean is that of the same line and day. */
  readonly baseline: ErrorFigures
}

export interface ScoreReport {
  readonly all: Score
  readonly byLine: readonly (Score & { readonly key: string })[]
  readonly byDay: readonly (Score & { readonly key: string })[]
  readonly apart: Readonly<Record<ApartFromScore, number>>
  readonly goals: {
    readonly kept: boolean | null
    readonly bias: boolean | null
    readonly rmse: boolean | null
  }
  /** Below 70 percent at a hundred quotes or more: somebody has to look at the estimate. */
  readonly alarm: boolean
}

interface Scored {
  readonly visit: Visit
  readonly quote: Quote
  readonly waited: number
  readonly baseline: number | null
}

/** The first quotes of a span against what came (Q63, Q64). */
export function scoreOf(visits: readonly Visit[]): ScoreReport {
  const apart = { cancelled: 0, postponed: 0, transferred: 0, picked: 0, by_hand: 0, direct: 0 }
  const baselines = baselineOf(visits)
  const scored: Scored[] = []
  for (const visit of visits) {
    const reason = apartOf(visit)
    if (reason !== null) apart[reason] += 1
    else scored.push(...scoredOf(visit, baselines))
  }
  const all = figuresOf(scored)
  return {
    all,
    byLine: grouped(scored, ({ visit }) => visit.ticket.line),
    byDay: grouped(scored, ({ visit }) => visit.day),
    apart,
    goals: {
      kept: all.kept === null ? null : all.kept >= 75 && all.kept <= 90,
      bias: all.bias === null ? null : Math.abs(all.bias) <= 2,
      rmse: all.rmse === null || all.baseline.rmse === null ? null : all.rmse < all.baseline.rmse,
    },
    alarm: all.n >= 100 && all.kept !== null && all.kept < 70,
  }
}

function apartOf({ ticket, apart, wasPicked, movedBeforeCall }: Visit): ApartFromScore | null {
  if (apart === 'direct' || apart === 'by_hand') return apart
  if (wasPicked) return 'picked'
  if (movedBeforeCall) return 'transferred'
  if (ticket.postpones > 0) return 'postponed'
  return ticket.status === 'cancelled' && ticket.firstCalledAt === null ? 'cancelled' : null
}

function scoredOf(visit: Visit, baselines: ReadonlyMap<string, number>): Scored[] {
  const estimate = visit.ticket.quote
  const { waitMs } = visit
  if (estimate?.quote == null || waitMs === null || !isBelievable(waitMs)) return []
  const { quote, ahead } = estimate
  const mean = baselines.get(lineDay(visit))
  const baseline = mean === undefined || quote.windows === 0 ? null : ((ahead + 1) * mean) / quote.windows
  return [{ visit, quote, waited: waitMs / 60_000, baseline }]
}

function baselineOf(visits: readonly Visit[]): Map<string, number> {
  const found = new Map<string, number>()
  for (const [key, of] of pilesOf(visits, lineDay)) {
    const { mean } = summaryOf(
      of.flatMap(({ legs, apart }) =>
        apart === null ? legs.flatMap(({ serviceMs }) => serviceMs ?? []) : [],
      ),
    )
    if (mean !== null) found.set(key, mean)
  }
  return found
}

function lineDay({ day, ticket }: Visit): string {
  return `${day} ${ticket.line}`
}

function grouped(scored: readonly Scored[], keyOf: (one: Scored) => string): (Score & { key: string })[] {
  return [...pilesOf(scored, keyOf)]
    .map(([key, of]) => ({ key, ...figuresOf(of) }))
    .sort((one, other) => (one.key < other.key ? -1 : 1))
}

function figuresOf(scored: readonly Scored[]): Score {
  const kept = scored.filter(({ quote, waited }) => waited <= highOf(quote)).length
  const covered = scored.filter(({ quote, waited }) => quote.p10 <= waited && waited <= quote.p90).length
  const known = scored.filter(({ baseline }) => baseline !== null)
  return {
    ...errorsOf(scored.map(({ quote, waited }) => quote.p50 - waited)),
    kept: percent(kept, scored.length),
    coverage: percent(covered, scored.length),
    baseline: errorsOf(known.map(({ baseline, waited }) => (baseline ?? 0) - waited)),
  }
}

// 「马上叫您」 is kept within a minute, 「2 小时以上」 has no upper end.
function highOf({ shown }: Quote): number {
  if (shown.kind === 'over_120') return Number.POSITIVE_INFINITY
  return shown.kind === 'now' ? 1 : shown.high
}

function errorsOf(errors: readonly number[]): ErrorFigures {
  const n = errors.length
  if (n === 0) return { n, bias: null, mae: null, rmse: null }
  const mean = (values: readonly number[]) => sum(values) / n
  return {
    n,
    bias: oneDecimal(mean(errors)),
    mae: oneDecimal(mean(errors.map(Math.abs))),
    rmse: oneDecimal(Math.sqrt(mean(errors.map((error) => error * error)))),
  }
}

function oneDecimal(value: number): number {
  return Math.round(value * 10) / 10
}
