import { describe, expect, test, vi } from 'vitest'
import { ACCEPTED, CONTEXT, hall, ITEM, received, record } from '../../../test/case-fixture.ts'
import { clocksOf } from '../../../test/clock-fixture.ts'
import type { CaseEventPayloads, CaseFact } from './event.ts'
import { dueMarksOf } from './marks.ts'

const POINT = '05' as never
const PAPERS = [{ name: '户口簿', form: 'original', count: 1 }] as const
const registered = (more: Partial<CaseEventPayloads['case.registered']> = {}): CaseFact => ({
  type: 'case.registered',
  payload: { village: POINT, materials: [], ...more },
})
const RECEIVED = received({ channel: 'village', village: POINT })
const handed = (way: 'up' | 'down'): CaseFact => ({ type: 'papers.handed', payload: { way, papers: PAPERS } })
const DELIVERED: CaseFact = {
  type: 'case.delivered',
  payload: { receiver: '示*甲', relation: '本人', way: 'agent', postNumber: '', returnedOriginals: [] },
}
const DECIDED: CaseFact = {
  type: 'case.decided',
  payload: { decision: 'granted', onSpot: false, reason: '', remedies: '', approvedBy: null },
}
const noticeOf = (more: Partial<CaseEventPayloads['supplement.requested']> = {}): CaseFact => ({
  type: 'supplement.requested',
  payload: { lines: [{ name: '户口簿', problem: '缺' }], ...more },
})
const RELAYED: CaseFact = { type: 'notice.relayed', payload: { way: 'phone' } }

/** Papers that still lie in the village. */
const lying = (at: string, more = {}) => record([at, registered({ papers: PAPERS, ...more })], [at, RECEIVED])
/** A case that began early enough, and then what a test is about. */
const since = (...later: readonly (readonly [string, CaseFact])[]) =>
  record(['2026-01-05', registered()], ['2026-01-05', RECEIVED], ...later)

const VECTORS = [
  ['handup', '2026-10-08', lying('2026-09-30 10:00')],
  ['handup', '2026-09-20', lying('2026-09-18 10:00')],
  ['handup_hard', '2026-09-22', lying('2026-09-18 10:00')],
  ['relay', '2026-06-22', since(['2026-06-18 10:00', noticeOf()])],
  ['deliver', '2026-09-21', since(['2026-09-18 10:00', handed('down')])],
  ['deliver', '2026-02-24', since(['2026-02-13 10:00', handed('down')])],
  ['followup', '2026-10-13', since(['2026-09-30 10:00', DELIVERED])],
] as const

describe('a village timer', () => {
  test.each(VECTORS)('[V24] %s is due on %s', (kind, dueOn, events) => {
    const last = events.at(-1)?.occurredAt as string
    const clock = clocksOf(events, ITEM, last.slice(0, 10))[kind]
    expect(clock).toMatchObject({ state: 'running', dueOn })
  })

  test('[V24] is due on the same days in a process of another zone', () => {
    vi.stubEnv('TZ', 'America/New_York')
    expect(new Date('2026-09-30T00:00:00.000Z').getDate()).toBe(29)
    for (const [kind, dueOn, events] of VECTORS) {
      const last = events.at(-1)?.occurredAt as string
      expect(clocksOf(events, ITEM, last.slice(0, 10))[kind]?.dueOn).toBe(dueOn)
    }
    vi.unstubAllEnvs()
  })

  test('[V26] that begins after closing counts from the next opening', () => {
    expect(clocksOf(lying('2026-06-11 18:05'), ITEM, '2026-06-11').handup?.dueOn).toBe('2026-06-15')
  })

  test('[V21] of what is urgent ends on the day of the receipt', () => {
    const urgent = lying('2026-06-11 10:00', { isUrgent: true })
    expect(clocksOf(urgent, ITEM, '2026-06-11').handup).toMatchObject({ dueOn: '2026-06-11' })
  })

  test('[V21] of the way up stops when the node has the case, or with papers when the hall has them', () => {
    const known = since()
    expect(clocksOf(known, ITEM, '2026-01-05')).toMatchObject({
      handup: { state: 'stopped' },
      handup_hard: null,
    })
    const there = record(
      ['2026-06-11', registered({ papers: PAPERS })],
      ['2026-06-11', RECEIVED],
      ['2026-06-12', handed('up')],
    )
    expect(clocksOf(there.slice(0, 2), ITEM, '2026-06-12').handup?.state).toBe('running')
    expect(clocksOf(there, ITEM, '2026-06-12')).toMatchObject({
      handup: { state: 'stopped' },
      handup_hard: { state: 'stopped' },
    })
  })

  test('[V21] of a relay stops with the word to the resident, of a delivery with the delivery, of a follow-up with it', () => {
    const told = since(['2026-06-18', noticeOf()], ['2026-06-19', RELAYED])
    expect(clocksOf(told, ITEM, '2026-06-22').relay?.state).toBe('stopped')
    const done = since(['2026-06-18', handed('down')], ['2026-06-19', DELIVERED])
    expect(clocksOf(done, ITEM, '2026-06-22')).toMatchObject({
      deliver: { state: 'stopped' },
      followup: { state: 'running' },
    })
    const called: CaseFact = { type: 'followup.recorded', payload: { way: 'phone', satisfaction: 'fair' } }
    const closed = since(['2026-06-18', DELIVERED], ['2026-06-19', called])
    expect(clocksOf(closed, ITEM, '2026-06-22').followup?.state).toBe('stopped')
  })

  test('[V22] does not stand still while the case does, and ends when nobody was reached', () => {
    const paused: CaseFact = {
      type: 'case.paused',
      payload: { reason: 'expert_review', told: { value: 10, unit: 'workday' }, noticeNumber: '特-1' },
    }
    const still = record(
      ['2026-06-11', registered({ papers: PAPERS })],
      ['2026-06-11', RECEIVED],
      ['2026-06-11', ACCEPTED],
      ['2026-06-11', paused],
    )
    expect(clocksOf(still, ITEM, '2026-06-20').handup).toMatchObject({
      state: 'running',
      dueOn: '2026-06-12',
    })
    const given: CaseFact = { type: 'contact.given_up', payload: { purpose: 'deliver' } }
    const up = since(['2026-06-18', DECIDED], ['2026-06-18', handed('down')], ['2026-06-22', given])
    expect(clocksOf(up, ITEM, '2026-06-22').deliver?.state).toBe('stopped')
  })

  test('[V14] leaves the agent nothing to do when the authority is taken back', () => {
    const back: CaseFact = { type: 'authority.revoked', payload: { where: 'window' } }
    const events = since(['2026-06-18', noticeOf()], ['2026-06-19', back])
    expect(clocksOf(events, ITEM, '2026-06-22').relay?.state).toBe('stopped')
  })

  test('[V23] is yellow on its last day or two and red after it; the last limit of all has no warning', () => {
    const events = lying('2026-09-18 10:00')
    const clocks = clocksOf(events, ITEM, '2026-09-24')
    const crossed = dueMarksOf(CONTEXT, { ...clocks, notice: null, statutory: null }, hall('2026-09-24'))
    expect(crossed.map(({ kind, threshold, crossedAt }) => [kind, threshold, crossedAt])).toEqual([
      ['handup', 'yellow', hall('2026-09-20 00:00')],
      ['handup', 'red', hall('2026-09-20 17:30')],
      ['handup_hard', 'red', hall('2026-09-22 17:30')],
    ])
  })
})

describe('a notice by way of the village', () => {
  test('[V25] is given when the resident is told; until then the unit is still telling him', () => {
    const asked = since(['2026-01-06', noticeOf({ viaVillage: true })])
    expect(clocksOf(asked, ITEM, '2026-01-06').notice?.state).toBe('running')
    const told = since(['2026-01-06', noticeOf({ viaVillage: true })], ['2026-01-08', RELAYED])
    expect(clocksOf(told, ITEM, '2026-01-08')).toMatchObject({
      notice: { state: 'stopped' },
      waiting: { startedOn: '2026-01-08' },
    })
  })

  test('[V25] is given at its issue where the agent may take it', () => {
    const asked = since(['2026-01-06', noticeOf()])
    expect(clocksOf(asked, ITEM, '2026-01-06').notice?.state).toBe('stopped')
  })
})
