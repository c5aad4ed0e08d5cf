import { describe, expect, test } from 'vitest'
import {
  AT_WINDOW,
  after,
  DECIDED,
  IN_HAND,
  IN_UNIT,
  LISTED,
  mark,
  RECEIVED,
  refusal,
} from '../../../test/acts-fixture.ts'
import { acting, day, IMMEDIATE, person } from '../../../test/case-fixture.ts'
import { acceptCase, convertCase, finishOnSpot, notApplicable, withdrawCase } from './accept-case.ts'
import { approve, declineApproval, requestApproval } from './approval.ts'
import { deliverCase, grantCase, type Handover } from './decide-case.ts'
import type { Proposal } from './proposal.ts'
import { handIn, requestSupplement } from './supplement.ts'
import { urgeCase } from './urge.ts'

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
