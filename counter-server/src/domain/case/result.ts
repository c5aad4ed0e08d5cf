import { MOST_ATTEMPTS, type ResultNews, type ResultWay } from '@counter/shared/vocabulary/result'
import type { Instant } from '@counter/shared/vocabulary/time'
import { Refusal } from '../refusal.ts'
import { type ActContext, checkAct, fact, isBlank } from './act.ts'
import type { AgencyState } from './agency-state.ts'
import type { CaseState } from './case-state.ts'
import type { CaseFact } from './event.ts'

/** 存放: where the paper result lies until it is fetched. Refusals: C406, `reason.required`. */
export function shelveResult(context: ActContext, place: string): CaseFact<'result.shelved'> {
  checkAct(context, 'shelve')
  if (isBlank(place)) throw new Refusal('reason.required')
  return fact('result.shelved', { place: place.trim() })
}

/** 告知: one attempt, reached or not. Refusals: C406, `result.already_told`, `result.attempts_spent` by telephone. */
export function tellResult(
  context: ActContext,
  { way, isReached }: { readonly way: ResultWay; readonly isReached: boolean },
): CaseFact<'result.told'> {
  checkAct(context, 'tell_result')
  const news = resultNews(context.state)
  if (news === 'told') throw new Refusal('result.already_told')
  // After three calls into silence a fourth one is no service; the village or the window finds another way.
  if (news === 'unreached' && way === 'phone' && !isReached) throw new Refusal('result.attempts_spent')
  return fact('result.told', { way, isReached })
}

/** Whom a result concerns now: null before the decision and after the delivery. */
export function resultNews({
  status,
  calls,
  agency,
}: Pick<CaseState, 'status' | 'calls' | 'agency'>): ResultNews | null {
  if (status !== 'decided') return null
  const since = givenBackAt(agency)
  if (calls.some(({ isReached, at }) => isReached && (since === null || at > since))) return 'told'
  return since !== null || calls.length >= MOST_ATTEMPTS ? 'unreached' : 'to_call'
}

/** 未能联系: when the point gave the delivery back, whoever was told before; null when it did not (V22). */
export function givenBackAt({ givenBack, deliver }: AgencyState): Instant | null {
  return givenBack.includes('deliver') ? (deliver?.endedAt ?? null) : null
}
