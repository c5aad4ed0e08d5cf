import {
  CASE_ACTIONS,
  CASE_STATUSES,
  type CaseAction,
  type CaseStatus,
  ENDED_STATUSES,
} from '@counter/shared/vocabulary/case'
import { describe, expect, test } from 'vitest'
import type { CaseKind } from './kind.ts'
import { allowedActions, MOVES, statusAfter, WHO } from './lifecycle.ts'

const DEADLINE: CaseKind = { caseType: 'deadline', isConverted: false, townshipRole: 'decide' }
const IMMEDIATE: CaseKind = { ...DEADLINE, caseType: 'immediate' }
const PROXY: CaseKind = { ...DEADLINE, townshipRole: 'proxy' }
const JOINT: CaseKind = { ...DEADLINE, townshipRole: 'accept-and-review' }

/** The table of cases.md 4, action by action: `from → to`, with the kind of item it is for. */
const TABLE: readonly (readonly [CaseAction, readonly CaseStatus[], CaseStatus | 'same', CaseKind])[] = [
  ['save_draft', ['draft'], 'draft', DEADLINE],
  ['receive', ['draft'], 'received', DEADLINE],
  ['convert', ['received'], 'same', IMMEDIATE],
  ['change_item', ['received', 'supplement', 'accepted', 'reviewing'], 'same', DEADLINE],
  ['finish_on_spot', ['received'], 'decided', IMMEDIATE],
  ['not_applicable', ['received'], 'not_applicable', DEADLINE],
  ['refuse', ['received', 'supplement'], 'refused', DEADLINE],
  ['request_supplement', ['received'], 'supplement', DEADLINE],
  ['hand_in', ['supplement'], 'received', DEADLINE],
  ['ask_papers', ['accepted', 'reviewing'], 'same', DEADLINE],
  ['pledge', ['received', 'accepted', 'reviewing'], 'same', DEADLINE],
  ['accept', ['received'], 'accepted', DEADLINE],
  ['deem_accepted', ['received'], 'accepted', DEADLINE],
  ['take', ['accepted'], 'reviewing', DEADLINE],
  ['record_check', ['reviewing'], 'same', DEADLINE],
  ['pause', ['accepted', 'reviewing'], 'paused', DEADLINE],
  ['resume', ['paused'], 'reviewing', DEADLINE],
  ['extend', ['accepted', 'reviewing'], 'same', DEADLINE],
  ['transfer', ['received', 'accepted', 'reviewing', 'paused'], 'same', DEADLINE],
  ['assign', ['reviewing', 'paused', 'forwarded', 'decided'], 'same', DEADLINE],
  ['take_over', ['received', 'accepted', 'reviewing', 'paused'], 'same', DEADLINE],
  ['send_back', ['received', 'accepted', 'reviewing', 'paused'], 'same', DEADLINE],
  ['report_up', ['reviewing'], 'same', JOINT],
  ['forward', ['accepted', 'reviewing'], 'forwarded', PROXY],
  ['record_result', ['forwarded'], 'decided', PROXY],
  ['decide', ['accepted', 'reviewing'], 'decided', DEADLINE],
  ['deliver', ['decided'], 'closed', DEADLINE],
  ['withdraw', ['received', 'supplement', 'accepted', 'reviewing', 'paused'], 'withdrawn', DEADLINE],
  ['return_case', ['supplement', 'accepted', 'reviewing'], 'returned', DEADLINE],
  ['void', ['draft', 'received', 'supplement', 'accepted', 'reviewing', 'paused'], 'voided', DEADLINE],
  ['urge', openButDraft(), 'same', DEADLINE],
  ['supervise', openButDraft(), 'same', DEADLINE],
  ['shelve', ['decided'], 'same', DEADLINE],
  ['tell_result', ['decided'], 'same', DEADLINE],
  ['recuse', openButDraft(), 'same', DEADLINE],
  ['edit_facts', openButDraft(), 'same', DEADLINE],
  ['ask_withdrawal', ['received', 'supplement', 'accepted', 'reviewing', 'paused'], 'same', DEADLINE],
  ['decline_withdrawal', openButDraft(), 'same', DEADLINE],
  ['add_note', CASE_STATUSES, 'same', DEADLINE],
  ['correct', CASE_STATUSES, 'same', DEADLINE],
  ['merge', ['received', 'supplement', 'accepted', 'reviewing', 'paused'], 'voided', DEADLINE],
  ['unmerge', ['voided'], 'same', DEADLINE],
  ['judge_duplicate', CASE_STATUSES.filter((status) => status !== 'draft'), 'same', DEADLINE],
]

function openButDraft(): readonly CaseStatus[] {
  const ended: readonly CaseStatus[] = ENDED_STATUSES
  return CASE_STATUSES.filter((status) => status !== 'draft' && !ended.includes(status))
}

function after(status: CaseStatus, action: CaseAction, kind: CaseKind): CaseStatus {
  const [actor] = WHO[action]
  return statusAfter({ status, action, actor, kind, statusBefore: 'reviewing' })
}

function codeOf(run: () => unknown): unknown {
  try {
    return run()
  } catch (error) {
    return (error as { readonly code?: string }).code
  }
}

describe('the table of acts', () => {
  test('[C401] names every action once', () => {
    expect(TABLE.map(([action]) => action)).toEqual([...CASE_ACTIONS])
  })

  test.each(TABLE)(
    '[C401] %s leads from %s to %s and is refused everywhere else',
    (action, from, to, kind) => {
      for (const status of CASE_STATUSES) {
        const expected = from.includes(status) ? (to === 'same' ? status : to) : 'case.wrong_status'
        expect(
          codeOf(() => after(status, action, kind)),
          status,
        ).toBe(expected)
      }
    },
  )

  test('[C412, C413, C418, C419, C420, C422, C425, C426] the rows of cases.md 4 belong to whom they name', () => {
    const rows = {
      // At the close of the day an immediate case that is open is the supervisor's too (C203).
      convert: ['clerk', 'supervisor'],
      finish_on_spot: ['clerk', 'supervisor'],
      accept: ['clerk', 'handler'],
      deem_accepted: ['system'],
      take: ['handler'],
      pause: ['handler'],
      transfer: ['clerk', 'handler', 'supervisor'],
      take_over: ['handler'],
      send_back: ['handler'],
    }
    for (const [action, actors] of Object.entries(rows))
      expect([...WHO[action as 'take']], action).toEqual(actors)
  })

  test('[C401] a refusal names the status, the action and what is possible now', () => {
    expect(() =>
      statusAfter({ status: 'decided', action: 'accept', actor: 'handler', kind: DEADLINE }),
    ).toThrow(
      expect.objectContaining({
        code: 'case.wrong_status',
        params: {
          status: 'decided',
          action: 'accept',
          actions: 'add_note,edit_facts,decline_withdrawal,assign,deliver,shelve,tell_result',
        },
      }),
    )
  })

  test('[C401] what is offered is exactly what succeeds', () => {
    for (const status of CASE_STATUSES) {
      for (const action of CASE_ACTIONS) {
        const [actor] = WHO[action]
        const isOffered = allowedActions(status, actor, DEADLINE).includes(action)
        const code = codeOf(() => statusAfter({ status, action, actor, kind: DEADLINE }))
        expect(
          CASE_STATUSES.some((each) => each === code),
          `${status} ${action}`,
        ).toBe(isOffered)
      }
    }
  })

  test('[C402] everybody who is not named for an act is refused, whatever the status', () => {
    for (const action of CASE_ACTIONS) {
      for (const status of Object.keys(MOVES) as CaseStatus[]) {
        const ask = { status, action, actor: 'kiosk', kind: DEADLINE } as const
        expect(
          codeOf(() => statusAfter(ask)),
          `${action} ${status}`,
        ).toBe('case.forbidden')
      }
    }
  })
})

describe('the order of the checks', () => {
  test.each([
    ['pause', 'pause.immediate_case', IMMEDIATE],
    ['accept', 'case.immediate', IMMEDIATE],
    ['deem_accepted', 'case.immediate', IMMEDIATE],
    ['finish_on_spot', 'case.not_immediate', DEADLINE],
    ['convert', 'convert.not_immediate', DEADLINE],
    ['forward', 'case.not_proxy', DEADLINE],
    ['report_up', 'case.not_joint', DEADLINE],
  ] as const)('[C406] %s answers %s before it looks at the status', (action, code, kind) => {
    for (const status of CASE_STATUSES)
      expect(
        codeOf(() => after(status, action, kind)),
        status,
      ).toBe(code)
  })

  test('[C406] access comes before the kind of item', () => {
    const ask = { status: 'received', action: 'accept', actor: 'agent', kind: IMMEDIATE } as const
    expect(codeOf(() => statusAfter(ask))).toBe('case.forbidden')
  })

  test('[C406] a converted case counts as a deadline case', () => {
    const converted: CaseKind = { ...IMMEDIATE, isConverted: true }
    expect(after('received', 'accept', converted)).toBe('accepted')
    expect(codeOf(() => after('received', 'convert', converted))).toBe('convert.not_immediate')
    expect(codeOf(() => after('received', 'finish_on_spot', converted))).toBe('case.not_immediate')
  })

  test('[C417] handing in only some of the listed papers leaves the case waiting', () => {
    const ask = { status: 'supplement', action: 'hand_in', actor: 'clerk', kind: DEADLINE } as const
    expect(statusAfter({ ...ask, isComplete: false })).toBe('supplement')
  })

  test('[C423] a resumed case returns to the status it was paused in', () => {
    const ask = { status: 'paused', action: 'resume', actor: 'handler', kind: DEADLINE } as const
    expect(statusAfter({ ...ask, statusBefore: 'accepted' })).toBe('accepted')
  })
})
