import type { CaseStatus, DuplicateVerdict } from '@counter/shared/vocabulary/case'
import type { CaseId, ItemCode } from '@counter/shared/vocabulary/ids'
import { toMs } from '@counter/shared/vocabulary/plain-date'
import type { Instant } from '@counter/shared/vocabulary/time'
import { Refusal } from '../refusal.ts'
import { type ActContext, checkAct, fact, isBlank } from './act.ts'
import type { CaseEvent, CaseFact } from './event.ts'
import { type CaseActor, MOVES, WHO } from './lifecycle.ts'
import { standingEvents } from './standing-events.ts'

const DAY_MS = 86_400_000

/** What two cases of one person are compared by. */
export interface Alike {
  readonly id: CaseId
  readonly item: ItemCode
  readonly receivedAt: Instant
  readonly status: CaseStatus
  readonly mergedInto: CaseId | null
}

/** True when two cases of one person are about the same item within so many days; what was entered in error never was one (C445). */
export function isAlike(one: Alike, other: Alike, days: number): boolean {
  if (one.id === other.id || one.item !== other.item) return false
  if (other.status === 'voided' && other.mergedInto === null) return false
  return Math.abs(toMs(one.receivedAt) - toMs(other.receivedAt)) <= days * DAY_MS
}

/** True when the first of two cases came later: it is the one that is merged, so the earlier promise holds (C445). */
export function isLater(one: Pick<Alike, 'id' | 'receivedAt'>, other: Pick<Alike, 'id' | 'receivedAt'>) {
  return one.receivedAt === other.receivedAt ? one.id > other.id : one.receivedAt > other.receivedAt
}

/** What this actor may do with a pair, as its page offers it: the same table, without trying (C401, C445). */
export function pairActs(
  actor: CaseActor,
  later: Pick<Alike, 'status'>,
  kept: { readonly isOpen: boolean },
): { readonly mayMerge: boolean; readonly mayJudge: boolean } {
  return {
    mayMerge: mayDo('merge', actor) && 'merge' in MOVES[later.status] && kept.isOpen,
    mayJudge: mayDo('judge_duplicate', actor),
  }
}

/** Whether this actor may take a merge back. */
export function mayUnmerge(actor: CaseActor): boolean {
  return mayDo('unmerge', actor)
}

function mayDo(action: 'merge' | 'unmerge' | 'judge_duplicate', actor: CaseActor): boolean {
  const who: readonly CaseActor[] = WHO[action]
  return who.includes(actor)
}

/** One of two cases of a merge, with what it is called. */
export interface MergeSide {
  readonly id: CaseId
  readonly number: string
  readonly context: ActContext
  /** How many look-alikes of it nobody has judged, this pair apart. */
  readonly left: number
}

/**
 * 合并: the later case ends in the earlier one, whose clocks go on as if nothing had been (C445). Refusals: C406 for the
 * later one, `duplicate.kept_ended`.
 */
export function mergeCases(
  later: MergeSide,
  kept: MergeSide,
): { readonly merged: CaseFact<'case.merged'>; readonly absorbed: CaseFact<'case.absorbed'> } {
  checkAct(later.context, 'merge')
  if (kept.context.state.endedAt !== null) throw new Refusal('duplicate.kept_ended', { number: kept.number })
  return {
    merged: fact('case.merged', { into: kept.id }),
    absorbed: fact('case.absorbed', { from: later.id, left: kept.left }),
  }
}

/** 撤销合并: both halves are taken back, so the replay leaves both cases as they were (C302, C445). Refuses `reason.required`, `duplicate.not_merged`. */
export function unmergeCases(
  merged: { readonly id: CaseId; readonly context: ActContext; readonly events: readonly CaseEvent[] },
  kept: { readonly events: readonly CaseEvent[] },
  reason: string,
): { readonly ofMerged: CaseFact<'event.voided'>; readonly ofKept: CaseFact<'event.voided'> } {
  checkAct(merged.context, 'unmerge')
  if (isBlank(reason)) throw new Refusal('reason.required')
  const half = standingEvents(merged.events).findLast(({ type }) => type === 'case.merged')
  const other = standingEvents(kept.events).findLast(
    (event) => event.type === 'case.absorbed' && event.payload.from === merged.id,
  )
  if (half === undefined || other === undefined) throw new Refusal('duplicate.not_merged')
  return {
    ofMerged: fact('event.voided', { eventId: half.id, reason }),
    ofKept: fact('event.voided', { eventId: other.id, reason }),
  }
}

/** 不是重复 or 有关联, said of one case; the same is said of the other (C445). Refusals: C406. */
export function judgeDuplicate(
  { context, left }: Pick<MergeSide, 'context' | 'left'>,
  other: CaseId,
  verdict: DuplicateVerdict,
): CaseFact<'duplicate.judged'> {
  checkAct(context, 'judge_duplicate')
  return fact('duplicate.judged', { other, verdict, left })
}
