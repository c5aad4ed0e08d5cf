import type { PlainDate } from '@counter/shared/vocabulary/time'
import { describe, expect, test } from 'vitest'
import {
  ACCEPTED,
  acting,
  CONTEXT,
  day,
  hall,
  IMMEDIATE,
  ITEM,
  PAUSED,
  person,
  received,
  record,
} from '../../../test/case-fixture.ts'
import { acceptCase, convertCase, finishOnSpot, notApplicable, withdrawCase } from './accept-case.ts'
import { approve, declineApproval, requestApproval } from './approval.ts'
import { checkBackdate } from './backdate.ts'
import type { CaseState } from './case-state.ts'
import { deliverCase, grantCase, type Handover } from './decide-case.ts'
import { deemAccepted } from './deemed.ts'
import type { CaseEvent, CaseFact, MaterialMark, Proposal } from './event.ts'
import type { ItemRules } from './item-rules.ts'
import { pauseCase, resumeCase } from './pause.ts'
import { applyEvent, projectCase } from './projection.ts'
import { handIn, requestSupplement } from './supplement.ts'
import { urgeCase } from './urge.ts'

const LISTED: ItemRules = {
  ...ITEM,
  materials: [
    { name: '申请书', required: true, deferrable: false, source: 'applicant' },
    { name: '收入证明', required: true, deferrable: true, source: 'applicant' },
    { name: '户口簿', required: true, deferrable: false, source: 'applicant-or-shared' },
    { name: '婚姻信息', required: true, deferrable: false, source: 'shared' },
    { name: '照片', required: false, deferrable: false, source: 'applicant' },
  ],
}
const IN_HAND: readonly MaterialMark[] = [mark('申请书'), mark('收入证明'), mark('户口簿', 'not_needed')]

const RECEIVED = projectCase(record(['2026-07-06', received()]))
const AT_WINDOW = projectCase(record(['2026-07-06', received({ caseType: 'immediate' })]))
const IN_UNIT = projectCase(record(['2026-07-06', received()], ['2026-07-06', ACCEPTED]))
const DECIDED = after(IN_UNIT, '2026-07-08', {
  type: 'case.decided',
  payload: { decision: 'granted', onSpot: false, reason: '', remedies: '', approvedBy: null },
})

function mark(
  name: string,
  state: MaterialMark['state'] = 'received',
  promisedOn: PlainDate | null = null,
): MaterialMark {
  return { name, state, promisedOn }
}

function after(state: CaseState, when: string, fact: CaseFact): CaseState {
  const at = hall(when)
  return applyEvent(state, { ...fact, seq: 99, id: 'x', occurredAt: at, recordedAt: at } as CaseEvent)
}

function refusal(code: string, params?: Readonly<Record<string, string | number>>) {
  return expect.objectContaining({ code, ...(params && { params }) })
}

describe('accepting', () => {
  const context = acting(RECEIVED, 'clerk', '2026-07-06 10:00', LISTED)

  test('[C440] needs every required material received, shared or promised', () => {
    expect(acceptCase(context, IN_HAND).payload.materials).toContainEqual(mark('照片', 'missing'))
  })

  test('[C440] names all gaps at once', () => {
    expect(() => acceptCase(context, [mark('户口簿')])).toThrow(
      refusal('material.missing', { list: '申请书、收入证明' }),
    )
  })

  test('[C440] does not let "not needed" stand for what only the applicant can bring', () => {
    const marks = [...IN_HAND, mark('申请书', 'not_needed')]
    expect(() => acceptCase(context, marks)).toThrow(refusal('material.missing', { list: '申请书' }))
  })

  test.each([
    ['收入证明', '2026-07-13', null],
    [
      '收入证明',
      '2026-07-14',
      refusal('material.promise_too_late', { name: '收入证明', date: '2026-07-13' }),
    ],
    ['收入证明', '2026-07-05', refusal('material.missing')],
    ['申请书', '2026-07-13', refusal('material.missing')],
  ])('[C205] with %s promised for %s is taken or refused: %s', (name, promisedOn, refused) => {
    const run = () => acceptCase(context, [...IN_HAND, mark(name, 'deferred', day(promisedOn))])
    if (refused === null) expect(run().type).toBe('case.accepted')
    else expect(run).toThrow(refused)
  })

  test('[C440] a material that the item does not know is refused', () => {
    expect(() => acceptCase(context, [mark('通行证')])).toThrow(refusal('material.unknown'))
  })

  test('[C201] an immediate case is accepted and decided in one act, with nothing promised', () => {
    const item = { ...LISTED, caseType: 'immediate' } as const
    const window = acting(AT_WINDOW, 'clerk', '2026-07-06', item)
    expect(finishOnSpot(window, IN_HAND).map(({ type }) => type)).toEqual(['case.accepted', 'case.decided'])
    const promised = [...IN_HAND, mark('收入证明', 'deferred', day('2026-07-07'))]
    expect(() => finishOnSpot(window, promised)).toThrow(refusal('material.missing'))
  })

  test('[C202] converting needs a reason, and happens once', () => {
    const window = acting(AT_WINDOW, 'clerk', '2026-07-06', IMMEDIATE)
    expect(() => convertCase(window, ' ')).toThrow(refusal('reason.required'))
    const converted = after(AT_WINDOW, '2026-07-06', convertCase(window, '系统故障'))
    expect(() => convertCase({ ...window, state: converted }, '系统故障')).toThrow(
      refusal('convert.not_immediate'),
    )
  })

  test('[C414] not applicable needs a reason', () => {
    expect(() => notApplicable(context, '')).toThrow(refusal('reason.required'))
  })

  test('[C432] the resident may withdraw without a reason', () => {
    expect(withdrawCase(context, '').type).toBe('case.withdrawn')
  })
})

describe('a one-time notice', () => {
  const context = acting(RECEIVED, 'clerk', '2026-07-07', LISTED)
  const lines = [{ name: '户口簿', problem: '缺首页' }]

  test('[C404] is given once', () => {
    const asked = after(RECEIVED, '2026-07-07', requestSupplement(context, lines))
    const back = after(asked, '2026-07-08', handIn({ ...context, state: asked }, ['户口簿']))
    expect(back.status).toBe('received')
    expect(() => requestSupplement({ ...context, state: back }, lines)).toThrow(
      refusal('supplement.already_given'),
    )
  })

  test('[C416] lists at least one paper and says what is wrong with it', () => {
    expect(() => requestSupplement(context, [])).toThrow(refusal('supplement.empty'))
    expect(() => requestSupplement(context, [{ name: '户口簿', problem: '' }])).toThrow(
      refusal('supplement.empty'),
    )
  })

  test('[C106] never asks the resident for what a department shares', () => {
    const shared = [{ name: '婚姻信息', problem: '缺' }]
    expect(() => requestSupplement(context, shared)).toThrow(
      refusal('supplement.shared_material', { name: '婚姻信息' }),
    )
  })

  test('[C417] only listed papers are handed in on it', () => {
    const asked = after(RECEIVED, '2026-07-07', requestSupplement(context, lines))
    expect(() => handIn({ ...context, state: asked }, ['照片'])).toThrow(refusal('material.unknown'))
  })
})

describe('a silent centre', () => {
  const at = (when: string, state = projectCase(record(['2026-09-28 10:00', received()]))) =>
    deemAccepted(acting(state, 'system', when))

  test('[C514] has accepted on the working day after the fifth, once', () => {
    expect(at('2026-10-11 09:00')).toBeNull()
    const fact = at('2026-10-12 00:00')
    expect(fact?.payload).toEqual({ noticeDueOn: '2026-10-10' })
    const deemed = after(
      projectCase(record(['2026-09-28 10:00', received()])),
      '2026-10-12',
      fact as CaseFact,
    )
    expect(at('2026-10-13', deemed)).toBeNull()
  })

  test('[C514] accepts licences alone where the centre has it so', () => {
    const state = projectCase(record(['2026-09-28 10:00', received()]))
    const of = (isLicence: boolean) => {
      const context = acting(state, 'system', '2026-10-12 00:00', { ...ITEM, isLicence })
      return deemAccepted({ ...context, settings: { ...context.settings, deemedScope: 'licences' } })
    }
    expect(of(false)).toBeNull()
    expect(of(true)?.payload).toEqual({ noticeDueOn: '2026-10-10' })
  })

  test('[C514] has not when a notice went out one minute before the end', () => {
    const asked: CaseFact = {
      type: 'supplement.requested',
      payload: { lines: [{ name: '户口簿', problem: '缺' }] },
    }
    const noticed = projectCase(record(['2026-09-28 10:00', received()], ['2026-10-10 17:29', asked]))
    expect(at('2026-10-12', noticed)).toBeNull()
  })
})

describe('a pause', () => {
  const context = acting(IN_UNIT, 'handler', '2026-07-08')
  const told = { value: 5, unit: 'workday' } as const

  test('[C511] needs a reason of the item', () => {
    for (const reason of ['staff_absent', 'auction']) {
      expect(() => pauseCase(context, { reason, told, noticeNumber: '特-1' })).toThrow(
        refusal('pause.reason_not_listed'),
      )
    }
  })

  test('[C511] needs the days told and the paper', () => {
    const asked = { reason: 'expert_review', told, noticeNumber: '特-1' }
    expect(() => pauseCase(context, { ...asked, noticeNumber: '' })).toThrow(
      refusal('case.pause_notice_missing'),
    )
    expect(() => pauseCase(context, { ...asked, told: { ...told, value: 0 } })).toThrow(
      refusal('case.pause_notice_missing'),
    )
    expect(pauseCase(context, asked).payload).toEqual(asked)
  })

  test('[C423] ends only where there is one', () => {
    expect(() => resumeCase(context, '')).toThrow(refusal('case.wrong_status'))
    expect(resumeCase({ ...context, state: after(IN_UNIT, '2026-07-07', PAUSED) }, '').type).toBe(
      'case.resumed',
    )
  })
})

describe('an extension', () => {
  const asked: Proposal = { kind: 'extend', reason: '案情复杂', days: 10 }
  const handler = acting(IN_UNIT, 'handler', '2026-07-13 17:30')
  const request = (context = handler, proposal: Proposal = asked) =>
    requestApproval(context, proposal, person('h'))

  test('[C513] is granted by a leader before the due instant has passed', () => {
    const state = after(IN_UNIT, '2026-07-13', request())
    expect(approve(acting(state, 'leader', '2026-07-13 17:30'), person('l'))).toMatchObject({
      type: 'case.extended',
      payload: { days: 10, approvedBy: 'l' },
    })
    expect(() => approve(acting(state, 'leader', '2026-07-13 17:30:00.001'), person('l'))).toThrow(
      refusal('extension.too_late'),
    )
  })

  test('[C513] is refused beyond the maximum, a second time, and where the item has none', () => {
    expect(() => request(handler, { ...asked, days: 11 })).toThrow(refusal('extension.too_long', { n: 10 }))
    const extended = after(IN_UNIT, '2026-07-13', {
      type: 'case.extended',
      payload: { days: 1, reason: '复杂', approvedBy: person('l') },
    })
    expect(() => request({ ...handler, state: extended })).toThrow(refusal('extension.already_used'))
    expect(() => request({ ...handler, item: { ...ITEM, extension: null } })).toThrow(
      refusal('extension.not_allowed'),
    )
  })
})

describe('a second signature', () => {
  const refuse: Proposal = { kind: 'refuse', reason: '不属本镇', organ: '县民政局' }
  const clerk = acting(RECEIVED, 'clerk', '2026-07-07')
  const requested = after(RECEIVED, '2026-07-07', requestApproval(clerk, refuse, person('a')))
  const supervisor = acting(requested, 'supervisor', '2026-07-07')

  test('[C403] is never that of the person who asked', () => {
    expect(() => approve(supervisor, person('a'))).toThrow(refusal('approval.same_person'))
    expect(approve(supervisor, person('b')).type).toBe('case.refused')
  })

  test('[C403] is given only where one was asked for, and by the post that signs', () => {
    expect(() => approve({ ...supervisor, state: RECEIVED }, person('b'))).toThrow(
      refusal('approval.none_open'),
    )
    expect(() => approve({ ...supervisor, actor: 'leader' }, person('b'))).toThrow(refusal('case.forbidden'))
    expect(() => requestApproval({ ...clerk, actor: 'supervisor' }, refuse, person('b'))).toThrow(
      refusal('case.forbidden'),
    )
  })

  test('[C403] declined needs a reason, and the case goes on', () => {
    expect(() => declineApproval(supervisor, person('b'), '')).toThrow(refusal('reason.required'))
    const declined = after(requested, '2026-07-07', declineApproval(supervisor, person('b'), '材料齐全'))
    expect(declined).toMatchObject({ status: 'received', pending: null })
  })

  test('[C415] a refusal names the organ that is competent', () => {
    expect(() => requestApproval(clerk, { ...refuse, organ: '' }, person('a'))).toThrow(
      refusal('refusal.organ_missing'),
    )
  })

  test('[C441] a denial states reasons and remedies', () => {
    const handler = acting(IN_UNIT, 'handler', '2026-07-08')
    const deny: Proposal = {
      kind: 'deny',
      reason: '不符合条件',
      remedies: '六十日内申请行政复议，六个月内提起行政诉讼',
    }
    for (const gap of [{ reason: '' }, { remedies: '' }]) {
      expect(() => requestApproval(handler, { ...deny, ...gap }, person('h'))).toThrow(
        refusal('decision.reason_missing'),
      )
    }
    const state = after(IN_UNIT, '2026-07-08', requestApproval(handler, deny, person('h')))
    expect(approve(acting(state, 'supervisor', '2026-07-08'), person('s'))).toMatchObject({
      type: 'case.decided',
      payload: { decision: 'denied', approvedBy: 's' },
    })
  })
})

describe('deciding and delivering', () => {
  test('[C430] from accepted takes the case over in the same act', () => {
    const facts = grantCase(acting(IN_UNIT, 'handler', '2026-07-08'), person('h'))
    expect(facts.map(({ type }) => type)).toEqual(['case.taken', 'case.decided'])
  })

  test('[C205] waits for what was promised', () => {
    const state = { ...IN_UNIT, materials: [mark('收入证明', 'deferred', day('2026-07-13'))] }
    expect(() => grantCase(acting(state, 'handler', '2026-07-08'), person('h'))).toThrow(
      refusal('case.deferred_open', { list: '收入证明' }),
    )
  })

  test('[C443] stores who got it and how', () => {
    const handover: Handover = {
      receiver: '示例甲',
      relation: '本人',
      way: 'collect',
      postNumber: '',
      returnedOriginals: ['户口簿'],
    }
    const context = acting(DECIDED, 'clerk', '2026-07-09')
    expect(deliverCase(context, handover).payload).toEqual(handover)
    for (const gap of [{ receiver: '' }, { relation: ' ' }, { way: 'post' } as const]) {
      expect(() => deliverCase(context, { ...handover, ...gap })).toThrow(
        refusal('delivery.receiver_missing'),
      )
    }
  })
})

describe('urging', () => {
  test('[C706] a resident may urge again after two working days, a supervisor at any time', () => {
    const urged = after(IN_UNIT, '2026-09-30', { type: 'case.urged', payload: { by: 'resident' } })
    expect(() => urgeCase(acting(urged, 'token', '2026-10-08'))).toThrow(
      refusal('case.urge_too_soon', { date: '2026-10-09' }),
    )
    expect(urgeCase(acting(urged, 'token', '2026-10-09 00:00')).payload).toEqual({ by: 'resident' })
    expect(urgeCase(acting(urged, 'supervisor', '2026-09-30')).payload).toEqual({ by: 'supervisor' })
  })
})

describe('a back-dated entry', () => {
  const context = acting(IN_UNIT, 'handler', '2026-07-20 10:00')
  const check = (when: string, reason = '断网') => checkBackdate(context, hall(when), reason)

  test('[C306] may lie five working days back, with a reason', () => {
    expect(() => check('2026-07-13 09:00')).not.toThrow()
    expect(() => check('2026-07-13 09:00', '')).toThrow(refusal('reason.required'))
  })

  test.each([
    ['2026-07-12 09:00', 'six working days back'],
    ['2026-07-20 10:01', 'in the future'],
  ])('[C306] may not lie at %s: %s', (when) => {
    expect(() => check(when)).toThrow(
      refusal('event.backdate_range', { from: '2026-07-13', to: '2026-07-20' }),
    )
  })

  test('[C306] may not lie before the previous clock event', () => {
    const soon = acting(IN_UNIT, 'handler', '2026-07-07')
    expect(() => checkBackdate(soon, hall('2026-07-05'), '断网')).toThrow(
      refusal('event.backdate_range', { from: '2026-07-06', to: '2026-07-07' }),
    )
  })

  test('[C306] that is not back-dated needs nothing', () => {
    expect(() => checkBackdate({ ...context, ...CONTEXT }, hall('2026-07-20 10:00'), '')).not.toThrow()
  })
})
