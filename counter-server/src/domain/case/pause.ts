import { PAUSE_REASONS, type PauseReason } from '@counter/shared/vocabulary/case'
import type { Limit } from '@counter/shared/vocabulary/clock'
import { Refusal } from '../refusal.ts'
import { type ActContext, checkAct, fact, isBlank } from './act.ts'
import type { CaseFact } from './event.ts'

/** What a pause rests on: a reason of the law, the days told in writing, and the number of that paper (C511). */
export interface PauseAsked {
  readonly reason: string
  readonly told: Limit
  readonly noticeNumber: string
}

/** 特别程序 (C422). Refusals: C406, `pause.reason_not_listed`, `case.pause_notice_missing` (C511). */
export function pauseCase(context: ActContext, asked: PauseAsked): CaseFact<'case.paused'> {
  checkAct(context, 'pause')
  const { reason, told, noticeNumber } = asked
  if (!isPauseReason(reason) || !context.item.pauseReasons.includes(reason)) {
    throw new Refusal('pause.reason_not_listed', { reason })
  }
  if (isBlank(noticeNumber) || told.value <= 0) throw new Refusal('case.pause_notice_missing')
  return fact('case.paused', { reason, told, noticeNumber })
}

/** 恢复计时: the case returns to the status it was paused in (C423). */
export function resumeCase(context: ActContext, note: string): CaseFact<'case.resumed'> {
  checkAct(context, 'resume')
  return fact('case.resumed', { note })
}

function isPauseReason(text: string): text is PauseReason {
  return PAUSE_REASONS.some((reason) => reason === text)
}
