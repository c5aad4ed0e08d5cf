import type { Quote } from '../../../counter-server/src/domain/queue/estimate.ts'
import { RIVALS, type Rival } from './rivals.ts'

/** One person who found two or more waiting: what was promised and how long it was. */
export interface Sample {
  readonly quote: Quote
  readonly rivals: Record<Rival, number>
  readonly waitMinutes: number
  /** The number was taken after the noon break. */
  readonly isAfternoon: boolean
}

/** How well a hall's waits were foretold, in minutes and shares (Q64). */
export interface Score {
  readonly n: number
  readonly ours: {
    readonly rmse: number
    readonly bias: number
    /** Waits between P10 and P90. */
    readonly coverage: number
    /** Waits within what was shown, which ends at `high`. */
    readonly kept: number
  }
  readonly rivals: Record<Rival, { readonly rmse: number }>
}

export function scoreOf(samples: readonly Sample[]): Score {
  const errors = samples.map(({ quote, waitMinutes }) => quote.p50 - waitMinutes)
  return {
    n: samples.length,
    ours: {
      rmse: rootMeanSquare(errors),
      bias: mean(errors),
      coverage: share(
        samples,
        ({ quote, waitMinutes }) => waitMinutes >= quote.p10 && waitMinutes <= quote.p90,
      ),
      kept: share(samples, ({ quote, waitMinutes }) => waitMinutes <= quote.shown.high),
    },
    rivals: perRival((rival) => ({
      rmse: rootMeanSquare(samples.map(({ rivals, waitMinutes }) => rivals[rival] - waitMinutes)),
    })),
  }
}

/** Means over halls, each hall counting once however many people came to it. */
export function meanScore(scores: readonly Score[]): Omit<Score, 'n'> {
  const of = (pick: (score: Score) => number) => mean(scores.map(pick))
  return {
    ours: {
      rmse: of(({ ours }) => ours.rmse),
      bias: of(({ ours }) => ours.bias),
      coverage: of(({ ours }) => ours.coverage),
      kept: of(({ ours }) => ours.kept),
    },
    rivals: perRival((rival) => ({ rmse: of(({ rivals }) => rivals[rival].rmse) })),
  }
}

function perRival<T>(of: (rival: Rival) => T): Record<Rival, T> {
  return Object.fromEntries(RIVALS.map((rival) => [rival, of(rival)])) as Record<Rival, T>
}

function share(samples: readonly Sample[], holds: (sample: Sample) => boolean): number {
  return mean(samples.map((sample) => (holds(sample) ? 1 : 0)))
}

function rootMeanSquare(values: readonly number[]): number {
  return Math.sqrt(mean(values.map((value) => value * value)))
}

function mean(values: readonly number[]): number {
  return values.length === 0 ? Number.NaN : values.reduce((sum, value) => sum + value, 0) / values.length
}
