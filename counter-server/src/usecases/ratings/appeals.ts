import type { Instant } from '@counter/shared/vocabulary/time'
import { dueAfter } from '../../domain/case/due.ts'
import { type AppealStanding, requireAppeal, requireDecision } from '../../domain/rating/appeal.ts'
import { Refusal } from '../../domain/refusal.ts'
import type { Origin } from '../../store/origin.ts'
import { type Appeal, findAppeal, insertAppeal, saveDecision } from '../../store/rating-appeals.ts'
import { type FollowUp, findFollowUp } from '../../store/ratings.ts'
import { once } from '../../store/receipts.ts'
import { findSetting } from '../../store/settings.ts'
import type { Tx } from '../../store/tx.ts'
import { clockContext } from '../cases/case-rules.ts'
import type { Deps } from '../deps.ts'
import { type FollowUpFacts, followUpFacts } from './follow-ups.ts'

interface AppealCommand {
  readonly origin: Origin
  readonly id: string
}

/** 申诉 of the unit, brought in by a supervisor, because units see no rating (C1004, C1005). */
export function makeAppeal(
  { store }: Pick<Deps, 'store'>,
  { origin, id, text }: AppealCommand & { readonly text: string },
): Promise<FollowUpFacts> {
  return store.write((tx) =>
    once(tx, { origin, name: 'rating.appeal', subject: id, content: { id, text } }, () => {
      const { followUp, standing } = standingOf(tx, id)
      requireAppeal(standing, tx.at, text)
      insertAppeal(tx, id, { text, by: origin.actor })
      return told(tx, followUp, 'rating.appealed', { origin, data: { rating: id } })
    }),
  )
}

/** Somebody else decides; the rating stays as it was given and only leaves the figures (C1005). */
export function decideAppeal(
  { store }: Pick<Deps, 'store'>,
  asked: AppealCommand & { readonly isUpheld: boolean; readonly reason: string },
): Promise<FollowUpFacts> {
  const { origin, id, isUpheld, reason } = asked
  const content = { id, isUpheld, reason }
  return store.write((tx) =>
    once(tx, { origin, name: 'rating.decide-appeal', subject: id, content }, () => {
      const { followUp, standing } = standingOf(tx, id)
      requireDecision(standing, origin.actor, reason)
      saveDecision(tx, id, { isUpheld, reason, by: origin.actor })
      return told(tx, followUp, 'rating.appeal_decided', { origin, data: { rating: id, isUpheld } })
    }),
  )
}

/** Until when the unit of a rating may appeal. */
export function appealUntil(tx: Tx, givenAt: Instant): Instant {
  return dueAfter(clockContext(tx), givenAt, findSetting(tx, 'rating.appeal')).at
}

function standingOf(tx: Tx, id: string): { readonly followUp: FollowUp; readonly standing: AppealStanding } {
  const followUp = findFollowUp(tx, id)
  // Only a 差评 has a follow-up.
  if (followUp === undefined) throw new Refusal('rating.not_found')
  const appeal: Appeal | null = findAppeal(tx, id)
  const isDecided = appeal !== null && appeal.decidedAt !== null
  const until = appealUntil(tx, followUp.givenAt)
  return { followUp, standing: { isLow: true, until, madeBy: appeal?.madeBy ?? null, isDecided } }
}

function told(
  tx: Tx,
  followUp: FollowUp,
  type: 'rating.appealed' | 'rating.appeal_decided',
  { origin, data }: { readonly origin: Origin; readonly data: Readonly<Record<string, unknown>> },
): FollowUpFacts {
  tx.record({ type, subject: followUp.subject.id, version: followUp.version, origin, data })
  tx.tell({ kind: 'figures_changed' })
  return followUpFacts(tx, followUp, origin.actor)
}
