import { closingOf, type WorkingCalendar } from '../../counter-server/src/domain/calendar/working-calendar.ts'
import { acceptCase } from '../../counter-server/src/domain/case/accept-case.ts'
import { type ActContext, checkAct } from '../../counter-server/src/domain/case/act.ts'
import { type CaseState, NEW_CASE } from '../../counter-server/src/domain/case/case-state.ts'
import { approverOfExtension, checkExtension } from '../../counter-server/src/domain/case/extension.ts'
import { MOVES, WHO } from '../../counter-server/src/domain/case/lifecycle.ts'
import { pauseCase } from '../../counter-server/src/domain/case/pause.ts'
import { DEFAULT_CLOCK_SETTINGS } from '../../counter-server/src/domain/case/settings.ts'
import { requestSupplement } from '../../counter-server/src/domain/case/supplement.ts'
import { Refusal } from '../../counter-server/src/domain/refusal.ts'
import {
  CASE_ACTIONS,
  CASE_STATUSES,
  type CaseAction,
  type CaseStatus,
  type CaseType,
} from '../../shared/src/vocabulary/case.ts'
import type { StaffId } from '../../shared/src/vocabulary/ids.ts'
import type { Instant, PlainDate } from '../../shared/src/vocabulary/time.ts'
import { instantFrom, morningOf } from './terms.ts'
import { type Answers, type Facts, factOf, numberOf, onlyFacts, textOf } from './vector.ts'

/** Whether the product refuses, and with which code; a fact that is not given is in order (N14). */
export function answerReject(calendar: WorkingCalendar, facts: Facts): Answers {
  try {
    attempt(calendar, facts)
    return { rejected: false, refusal: null }
  } catch (error) {
    if (error instanceof Refusal) return { rejected: true, refusal: error.code }
    throw error
  }
}

function attempt(calendar: WorkingCalendar, facts: Facts): void {
  const action = actionOf(textOf(facts, 'action'))
  if (action === 'extend' && factOf(facts, 'status') === undefined) {
    attemptExtension(calendar, facts)
    return
  }
  onlyFacts(facts, ['action', 'status', 'caseType', 'previousNotices', 'reason'])
  const context = contextOf(calendar, action, facts)
  if (action === 'accept') acceptCase(context, [])
  else if (action === 'pause') attemptPause(context, facts)
  else if (action === 'request_supplement') requestSupplement(context, [{ name: MATERIAL, problem: '缺' }])
  else checkAct(context, action)
}

function attemptPause(context: ActContext, facts: Facts): void {
  pauseCase(context, { reason: String(factOf(facts, 'reason') ?? 'hearing'), ...PAUSE_TOLD })
}

const PAUSE_TOLD = { told: { value: 5, unit: 'workday' }, noticeNumber: '1' } as const
const MATERIAL = '申请书'

function attemptExtension(calendar: WorkingCalendar, facts: Facts): void {
  onlyFacts(facts, ['action', 'dueDate', 'requestedAt', 'extendWorkdays', 'approvedBy', 'previousExtensions'])
  const dueAt =
    factOf(facts, 'dueDate') === undefined ? null : closingOf(calendar, textOf(facts, 'dueDate') as PlainDate)
  const max = DEFAULT_CLOCK_SETTINGS.extensionDefaultMax
  checkExtension({
    isUsed: Number(factOf(facts, 'previousExtensions') ?? 0) > 0,
    days: factOf(facts, 'extendWorkdays') === undefined ? max : numberOf(facts, 'extendWorkdays'),
    max,
    dueAt,
    at: requestedAt(facts, dueAt),
  })
  approverOfExtension(factOf(facts, 'approvedBy') === null ? null : ('leader' as StaffId))
}

function requestedAt(facts: Facts, dueAt: Instant | null): Instant {
  if (factOf(facts, 'requestedAt') !== undefined) return instantFrom(textOf(facts, 'requestedAt'))
  return dueAt ?? ANY_MORNING
}

const ANY_MORNING = morningOf('2026-07-06')

function contextOf(calendar: WorkingCalendar, action: CaseAction, facts: Facts): ActContext {
  const caseType: CaseType = factOf(facts, 'caseType') === 'immediate' ? 'immediate' : 'deadline'
  const [actor] = WHO[action]
  return {
    calendar,
    settings: DEFAULT_CLOCK_SETTINGS,
    at: ANY_MORNING,
    actor,
    item: {
      caseType,
      townshipRole: 'decide',
      isLicence: true,
      jointUnits: [],
      pledge: null,
      needsCheck: false,
      committed: { value: caseType === 'immediate' ? 0 : 5, unit: 'workday' },
      statutory: null,
      extension: null,
      pauseReasons: ['hearing'],
      materials: [{ name: MATERIAL, required: false, deferrable: false, source: 'applicant' }],
    },
    state: stateOf(action, facts, caseType),
  }
}

function stateOf(action: CaseAction, facts: Facts, caseType: CaseType): CaseState {
  const status = CASE_STATUSES.find((each) => each === factOf(facts, 'status')) ?? firstStatusFor(action)
  const given = Number(factOf(facts, 'previousNotices') ?? 0)
  const list = {
    eventId: '',
    requestedAt: ANY_MORNING,
    toldAt: ANY_MORNING,
    lines: [],
    handedIn: [],
    completedAt: ANY_MORNING,
  }
  return {
    ...NEW_CASE,
    status,
    caseType,
    receivedAt: ANY_MORNING,
    completeAt: ANY_MORNING,
    supplements: Array.from({ length: given }, () => list),
  }
}

function firstStatusFor(action: CaseAction): CaseStatus {
  return CASE_STATUSES.find((status) => action in MOVES[status]) ?? 'draft'
}

function actionOf(text: string): CaseAction {
  const action = CASE_ACTIONS.find((each) => each === text)
  if (action === undefined) throw new TypeError(`unknown action ${text}`)
  return action
}
