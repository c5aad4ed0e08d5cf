import { describe, expect, test } from 'vitest'
import { factOf, PAYLOADS } from '../../../test/case-facts.fixture.ts'
import { hall, received, record } from '../../../test/case-fixture.ts'
import type { CaseEvent, CaseEventPayloads, CaseFact } from './event.ts'
import { applyEvent, projectCase } from './projection.ts'

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
