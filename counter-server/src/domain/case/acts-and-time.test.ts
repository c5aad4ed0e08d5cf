import { describe, expect, test } from 'vitest'
import { after, IN_UNIT, refusal } from '../../../test/acts-fixture.ts'
import { acting, CONTEXT, hall, ITEM, PAUSED, person, received, record } from '../../../test/case-fixture.ts'
import { approve, requestApproval } from './approval.ts'
import { checkBackdate } from './backdate.ts'
import { deemAccepted } from './deemed.ts'
import type { CaseFact } from './event.ts'
import { pauseCase, resumeCase } from './pause.ts'
import { projectCase } from './projection.ts'
import type { Proposal } from './proposal.ts'

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
