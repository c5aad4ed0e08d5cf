import { CASE_EVENT_TYPES } from '@counter/shared/vocabulary/case'
import type { CaseId, ItemCode, StaffId, UnitCode, VillageCode } from '@counter/shared/vocabulary/ids'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  ACCEPTED,
  CONTEXT,
  day,
  hall,
  ITEM,
  PAUSED,
  person,
  RESUMED,
  received,
  record,
} from '../../../test/case-fixture.ts'
import { caseClocks } from './case-clocks.ts'
import { NEW_CASE } from './case-state.ts'
import type { CaseEvent, CaseEventPayloads, CaseFact } from './event.ts'
import type { MaterialMark } from './material-mark.ts'
import { applyEvent, nextState, projectCase } from './projection.ts'

const deferred: MaterialMark = { name: '收入证明', state: 'deferred', promisedOn: null }
const lines = [
  { name: '户口簿', problem: '缺' },
  { name: '照片', problem: '不清楚' },
]

const PAYLOADS: CaseEventPayloads = {
  'case.registered': { village: '05' as VillageCode, materials: [] },
  'case.received': payloadOf(received()),
  'case.imported': {
    ledger: 'l1',
    oldNumber: '民-17',
    channel: 'window',
    village: null,
    unit: 'MZ' as UnitCode,
    itemCode: 'MZ-001' as ItemCode,
    itemVersion: 1,
    caseType: 'deadline',
    materials: [],
    flags: ['imported'],
    acceptedAt: hall('2026-07-01 08:00'),
    toldDueOn: '2026-07-10' as never,
  },
  'case.converted': { reason: '系统故障' },
  'item.changed': {
    fromItem: 'MZ-001' as ItemCode,
    fromVersion: 1,
    itemCode: 'MZ-002' as ItemCode,
    itemVersion: 1,
    caseType: 'deadline',
    unit: 'SB' as UnitCode,
    materials: [],
    lines: [],
    isRepeated: false,
    reason: '点错了',
    moves: [],
  },
  'case.not_applicable': { reason: '不需办理' },
  'case.refused': { reason: '不属本镇', organ: '县民政局', approvedBy: person('s') },
  'supplement.requested': { lines },
  'supplement.handed_in': { names: ['户口簿', '照片'] },
  'papers.asked': { lines, basis: '' },
  'pledge.made': { version: 1, unit: 'MZ' as UnitCode, dueOn: '2026-07-20' as never },
  'case.accepted': { materials: [deferred], onSpot: false },
  'case.deemed_accepted': { noticeDueOn: '2026-07-10' as never },
  'case.taken': { person: person('h') },
  'case.paused': { reason: 'hearing', told: { value: 5, unit: 'workday' }, noticeNumber: '特-1' },
  'case.resumed': { note: '' },
  'case.extended': { days: 10, reason: '复杂', approvedBy: person('l') },
  'case.assigned': { person: person('h2'), reason: '请假' },
  'transfer.taken_over': { person: person('h') },
  'transfer.sent_back': { unit: 'MZ' as UnitCode, reason: '不归我们' },
  'subtask.opened': { unit: 'SB' as UnitCode, dueOn: '2026-07-08' as never },
  'subtask.answered': { subtask: 'e2' },
  'subtask.waived': { subtask: 'e2', reason: '不用了' },
  'check.recorded': { people: [person('h'), person('g')] },
  'case.reported_up': { organ: '县民政局' },
  'case.forwarded': { organ: '县民政局' },
  'case.result_recorded': { decision: 'granted' },
  'case.transferred': { unit: 'SB' as UnitCode, reason: '归口', needsTakeOver: true },
  'case.decided': { decision: 'granted', onSpot: false, reason: '', remedies: '', approvedBy: null },
  'case.delivered': {
    receiver: '本人',
    relation: '本人',
    way: 'collect',
    postNumber: '',
    returnedOriginals: [],
  },
  'case.withdrawn': { reason: '' },
  'case.returned': { reason: '一直没补', approvedBy: person('s') },
  'case.voided': { reason: '录错了' },
  'case.urged': { by: 'resident' },
  'case.noted': {
    text: '补录',
    materials: [{ ...deferred, state: 'received' }],
    clearedFlags: ['awaiting_files'],
  },
  'approval.requested': { proposal: { kind: 'extend', reason: '复杂', days: 10 }, requestedBy: person('h') },
  'approval.declined': { kind: 'extend', declinedBy: person('l'), reason: '不必' },
  'mark.fired': {
    kind: 'committed',
    threshold: 'red',
    dueAt: hall('2026-07-13 17:30'),
    crossedAt: hall('2026-07-13 17:30'),
  },
  'papers.taken': { papers: [{ name: '户口簿', form: 'original', count: 1 }] },
  'papers.handed': { way: 'up', papers: [] },
  'notice.relayed': { way: 'phone' },
  'contact.attempted': { purpose: 'deliver', way: 'visit', isReached: false },
  'contact.given_up': { purpose: 'deliver' },
  'followup.recorded': { way: 'phone', satisfaction: 'satisfied' },
  'authority.revoked': { where: 'window' },
  'originals.returned': { names: ['户口簿'], receiver: '示*甲' },
  'event.voided': { eventId: 'e2', reason: '点错了' },
  'calendar.applied': {
    change: 'c1',
    moves: [{ kind: 'committed', from: day('2026-07-13'), to: day('2026-07-14') }],
    toldOn: day('2026-07-13'),
  },
  'setting.applied': { change: null, moves: [], toldOn: null },
  'due.told': { how: 'phone', toldDueOn: day('2026-07-14') },
  'order.issued': {
    number: '督〔2026〕1号',
    level: 'unit_head',
    rule: 'overdue',
    issuer: 'system',
    replyDueOn: '2026-07-14' as never,
    replyDueAt: hall('2026-07-14 17:30'),
  },
  'result.shelved': { place: 'A 3' },
  'result.told': { way: 'phone', isReached: true },
  'capture.dated': { at: hall('2026-06-12 09:00'), from: hall('2026-06-12 11:00') },
  'relation.found': { whose: 'agent' },
  'relation.declared': { person: 'h1' as StaffId },
  'recusal.noted': { unit: 'SB' as UnitCode, person: null, reason: '当事单位' },
  'case.edited': { changes: [{ field: 'phone', from: '19900000001', to: '19900000002' }] },
  'withdrawal.asked': { reason: '不办了' },
  'withdrawal.declined': { reason: '已经发放' },
  'duplicate.judged': { other: 'c2' as CaseId, verdict: 'distinct', left: 0 },
  'case.merged': { into: 'c1' as CaseId },
  'case.absorbed': { from: 'c3' as CaseId, left: 0 },
  'order.replied': { order: 'e1' },
  'order.closed': { order: 'e1' },
}

function payloadOf(fact: CaseFact): CaseEventPayloads['case.received'] {
  if (fact.type !== 'case.received') throw new Error('not a receipt')
  return fact.payload
}

function factOf(type: keyof CaseEventPayloads): CaseFact {
  return { type, payload: PAYLOADS[type] } as CaseFact
}

function stateAfter(...types: readonly (keyof CaseEventPayloads)[]) {
  return projectCase(record(...types.map((type, place) => [`2026-07-0${place + 1}`, factOf(type)] as const)))
}

describe('a case', () => {
  test('[C301] follows its events through the whole way', () => {
    const state = stateAfter('case.received', 'case.accepted', 'case.taken', 'case.decided', 'case.delivered')
    expect(state).toMatchObject({
      status: 'closed',
      rev: 5,
      unit: 'MZ',
      person: 'h',
      decision: 'granted',
      receivedAt: hall('2026-07-01'),
      acceptedAt: hall('2026-07-02'),
      decidedAt: hall('2026-07-04'),
      deliveredAt: hall('2026-07-05'),
      flags: ['deferred'],
    })
  })

  test('[C514] that is deemed accepted is accepted from its receipt', () => {
    expect(stateAfter('case.received', 'case.deemed_accepted')).toMatchObject({
      status: 'accepted',
      acceptedAt: hall('2026-07-01'),
      flags: ['deemed'],
    })
  })

  test('[C417] waits until every listed paper is in', () => {
    const asked = record(
      ['2026-07-01', received()],
      ['2026-07-02', factOf('supplement.requested')],
      ['2026-07-03', { type: 'supplement.handed_in', payload: { names: ['照片'] } }],
      ['2026-07-06', { type: 'supplement.handed_in', payload: { names: ['户口簿'] } }],
    )
    expect(projectCase(asked.slice(0, 3))).toMatchObject({
      status: 'supplement',
      completeAt: hall('2026-07-01'),
    })
    expect(projectCase(asked)).toMatchObject({ status: 'received', completeAt: hall('2026-07-06') })
  })

  test('[C205] is no longer held back when the promised material has come in', () => {
    const state = stateAfter('case.received', 'case.accepted', 'case.noted')
    expect(state.flags).not.toContain('deferred')
  })

  test('[C307] takes notes after its end, marked as late', () => {
    const state = stateAfter('case.received', 'case.withdrawn', 'case.noted')
    expect(state).toMatchObject({ status: 'withdrawn', flags: ['late_addition'] })
  })

  test('[C423] that was paused before anybody took it is accepted again', () => {
    expect(stateAfter('case.received', 'case.accepted', 'case.paused', 'case.resumed').status).toBe(
      'accepted',
    )
  })

  test('[C403] keeps a request without effect until it is signed or declined', () => {
    const asked = stateAfter('case.received', 'case.accepted', 'approval.requested')
    expect(asked).toMatchObject({ status: 'accepted', extendedDays: 0, pending: { kind: 'extend' } })
    expect(applyEvent(asked, { ...lastOf(factOf('case.extended')) })).toMatchObject({
      extendedDays: 10,
      pending: null,
    })
    expect(applyEvent(asked, { ...lastOf(factOf('approval.declined')) })).toMatchObject({ pending: null })
  })

  test('[C304] that passed its due date keeps the flag', () => {
    const state = stateAfter('case.received', 'case.accepted', 'mark.fired', 'case.paused')
    expect(state.flags).toContain('overdue')
  })

  test('[C520] remembers each due date that was told', () => {
    const told: CaseFact = {
      type: 'case.accepted',
      payload: { ...PAYLOADS['case.accepted'], toldDueOn: '2026-07-08' as never },
    }
    expect(projectCase(record(['2026-07-01', received()], ['2026-07-01', told])).told).toEqual([
      { eventId: 'e2', dueOn: '2026-07-08' },
    ])
  })
})

function lastOf(fact: CaseFact): CaseEvent {
  const at = hall('2026-07-09')
  return { ...fact, seq: 99, id: 'last', occurredAt: at, recordedAt: at }
}

const someRecord = fc
  .array(fc.constantFrom(...CASE_EVENT_TYPES), { maxLength: 12 })
  .map((types) =>
    record(['2026-07-01', received()], ...types.map((type) => ['2026-07-02', factOf(type)] as const)),
  )

const stepByStep = (events: readonly CaseEvent[]) =>
  events.reduce((state, event, place) => nextState(events.slice(0, place), state, event), NEW_CASE)

describe('replaying', () => {
  test('[C301] step by step equals all at once', () => {
    fc.assert(
      fc.property(someRecord, (events) => {
        expect(stepByStep(events)).toEqual(projectCase(events))
      }),
    )
  })

  test('[C522] does not depend on the order in which the events arrive', () => {
    const shuffled = someRecord.chain((events) =>
      fc.tuple(fc.constant(events), fc.shuffledSubarray([...events], { minLength: events.length })),
    )
    fc.assert(
      fc.property(shuffled, ([events, mixed]) => {
        expect(projectCase(mixed)).toEqual(projectCase(events))
      }),
    )
  })

  test('[C522] notes, marks and urgings between the events move no clock', () => {
    const way = [
      ['2026-07-01', received()],
      ['2026-07-01', ACCEPTED],
      ['2026-07-02', PAUSED],
      ['2026-07-06', RESUMED],
    ] as const
    const unrelated = ['case.noted', 'case.urged', 'case.taken', 'case.transferred'] as const
    const clocks = (events: readonly CaseEvent[]) =>
      caseClocks(projectCase(events), ITEM, CONTEXT, hall('2026-07-07')).committed
    const plain = clocks(record(...way))
    for (const type of unrelated) {
      const mixed = clocks(record(way[0], way[1], ['2026-07-01', factOf(type)], way[2], way[3]))
      expect(mixed?.dueAt, type).toBe(plain?.dueAt)
    }
  })
})
