import type { CaseId, TicketId } from '@counter/shared/vocabulary/ids'
import { civilDate, instantOf, toMs } from '@counter/shared/vocabulary/plain-date'
import type { FollowUpStep, RatingLevel } from '@counter/shared/vocabulary/rating'
import type { PlainDate } from '@counter/shared/vocabulary/time'
import { nextSteps, requireStep } from '../../domain/rating/follow-up.ts'
import { type TimerFacts, timerOf } from '../../domain/rating/timer.ts'
import { Refusal } from '../../domain/refusal.ts'
import { appendAudit } from '../../store/audit.ts'
import { findCase } from '../../store/cases.ts'
import type { Origin } from '../../store/origin.ts'
import { type Appeal, findAppeal, findOpenAppeals } from '../../store/rating-appeals.ts'
import {
  countLevels,
  countServices,
  type FollowUp,
  type FollowUpLine,
  findFollowUp,
  findOpenFollowUps,
  findSteps,
  saveStep,
} from '../../store/ratings.ts'
import { once } from '../../store/receipts.ts'
import { findSetting, nameOfActor } from '../../store/settings.ts'
import { findTicket } from '../../store/tickets.ts'
import type { Tx } from '../../store/tx.ts'
import { clockContext } from '../cases/case-rules.ts'
import type { Deps } from '../deps.ts'

/** A follow-up as the supervisor sees it. */
export interface FollowUpFacts {
  readonly followUp: FollowUp
  readonly number: string
  readonly businessDate: PlainDate
  readonly steps: readonly FollowUpLine[]
  readonly next: readonly FollowUpStep[]
  /** Null when nobody left a number. */
  readonly contact: TimerFacts | null
  readonly rectify: TimerFacts
  /** With the names of who made and who decided it. */
  readonly appeal: (Appeal & { readonly mayDecide: boolean }) | null
}

/** The levels of the last 30 days and the follow-ups that are open (C1004). */
export interface RatingBoardFacts {
  readonly since: PlainDate
  readonly services: { readonly n: number; readonly rated: number }
  readonly levels: readonly { readonly level: RatingLevel; readonly n: number }[]
  readonly open: readonly FollowUpFacts[]
}

const SHOWN_DAYS = 30
const DAY_MS = 86_400_000
const MOST_OPEN = 100

export function readRatingBoard({ store }: Deps, actor: string): RatingBoardFacts {
  return store.read((tx) => {
    const since = instantOf(toMs(tx.at) - SHOWN_DAYS * DAY_MS)
    return {
      since: civilDate(since),
      services: countServices(tx, since),
      levels: countLevels(tx, since),
      open: openOnes(tx).map((followUp) => followUpFacts(tx, followUp, actor)),
    }
  })
}

// An appeal may wait longer than the follow-up takes (C1005).
function openOnes(tx: Tx): readonly FollowUp[] {
  const open = findOpenFollowUps(tx, MOST_OPEN)
  const known = new Set(open.map(({ rating }) => rating))
  const waiting = findOpenAppeals(tx, MOST_OPEN).filter((id) => !known.has(id))
  return [...open, ...waiting.flatMap((id) => findFollowUp(tx, id) ?? [])]
}

/** The number left for an answer, in full: first the audit row commits, then the number goes out (P34). Refuses `rating.not_found`. */
export async function revealPhone(
  { store }: Deps,
  { origin, id }: { readonly origin: Origin; readonly id: string },
): Promise<{ readonly phone: string }> {
  const phone = store.read((tx) => findFollowUp(tx, id)?.phone ?? null)
  if (phone === null) throw new Refusal('rating.not_found')
  try {
    await store.write((tx) =>
      appendAudit(tx, { origin, action: 'rating.reveal.phone', subject: id, result: 'shown' }),
    )
  } catch {
    // Whatever went wrong, an unrecorded look must not happen.
    throw new Refusal('reveal.not_recorded')
  }
  return { phone }
}

/** 核实, 整改, 解释, 答复, 回访, 办结: one step on. Refusals: `rating.not_found`, `rating.changed`, `rating.wrong_step`, `reason.required`. */
export function takeStep(
  { store }: Deps,
  asked: {
    readonly origin: Origin
    readonly id: string
    readonly version: number
    readonly step: FollowUpStep
    readonly text: string
  },
): Promise<FollowUpFacts> {
  const { origin, id, version, step, text } = asked
  return store.write((tx) =>
    once(tx, { origin, name: 'rating.step', subject: id, content: { id, version, step, text } }, () => {
      const known = findFollowUp(tx, id)
      if (known === undefined) throw new Refusal('rating.not_found')
      if (known.version !== version) throw new Refusal('rating.changed')
      requireStep({ step: known.step, isNamed: known.phone !== null }, step, text)
      saveStep(tx, known, { step, text, by: origin.actor })
      tx.record({
        type: 'rating.followed_up',
        subject: known.subject.id,
        version: version + 1,
        origin,
        data: { rating: id, step },
      })
      tx.tell({ kind: 'figures_changed' })
      return followUpFacts(tx, { ...known, step, version: version + 1 }, origin.actor)
    }),
  )
}

/** A follow-up with everything that this reader is shown of it. */
export function followUpFacts(tx: Tx, followUp: FollowUp, actor: string): FollowUpFacts {
  const { step, phone, contactDueAt, rectifyDueAt } = followUp
  const steps = findSteps(tx, followUp.rating)
  const doneAt = (name: FollowUpStep) => steps.find((line) => line.step === name)?.at ?? null
  const rectifiedAt = doneAt('rectified') ?? doneAt('explained')
  const timer = { context: clockContext(tx), now: tx.at }
  const within = { contact: findSetting(tx, 'rating.contact'), rectify: findSetting(tx, 'rating.rectify') }
  return {
    followUp,
    ...subjectOf(tx, followUp),
    steps: steps.map((line) => ({ ...line, by: nameOfActor(tx, line.by) })),
    next: nextSteps(step, phone !== null),
    contact:
      phone === null
        ? null
        : timerOf(timer, { dueAt: contactDueAt, days: within.contact, doneAt: doneAt('verified') }),
    rectify: timerOf(timer, { dueAt: rectifyDueAt, days: within.rectify, doneAt: rectifiedAt }),
    appeal: appealOf(tx, followUp.rating, actor),
  }
}

function appealOf(tx: Tx, rating: string, actor: string): FollowUpFacts['appeal'] {
  const appeal = findAppeal(tx, rating)
  if (appeal === null) return null
  const { madeBy, decidedBy } = appeal
  return {
    ...appeal,
    // Whoever brought it in leaves it to somebody else (C1005).
    mayDecide: appeal.decidedAt === null && madeBy !== actor,
    madeBy: nameOfActor(tx, madeBy),
    decidedBy: decidedBy === null ? null : nameOfActor(tx, decidedBy),
  }
}

function subjectOf(tx: Tx, { subject, givenAt }: FollowUp): Pick<FollowUpFacts, 'number' | 'businessDate'> {
  if (subject.kind === 'case') {
    const found = findCase(tx, subject.id as CaseId)
    return { number: found?.number ?? '', businessDate: civilDate(found?.receivedAt ?? givenAt) }
  }
  const ticket = findTicket(tx, subject.id as TicketId)
  return { number: ticket?.number ?? '', businessDate: ticket?.businessDate ?? civilDate(givenAt) }
}
