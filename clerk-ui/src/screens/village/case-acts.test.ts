import type { PlainDate } from '@counter/shared/vocabulary/time'
import { describe, expect, test } from 'vitest'
import { actsOf as actsOn, withdrawalOf } from './case-acts.ts'

type Told = Parameters<typeof actsOn>[0]

/** The last day of the authority, and the day after it. */
const LAST = '2026-06-15' as PlainDate
const AFTER = '2026-06-16' as PlainDate

const actsOf = (told: Told) => actsOn(told, LAST)

/** A case of the point as the phone's copy knows it; `steps` are the types of its events. */
function caseOf(status: string, steps: readonly string[], more: object = {}): Told {
  const events = steps.map((type) => ({ type }))
  const agency = { agent: '石桥村代办员', powers: ['submit', 'receive_result'], until: LAST }
  return {
    row: { status },
    events,
    actions: [],
    materials: [],
    agency,
    clocks: [],
    delivery: null,
    ...more,
  } as unknown as Told
}

describe('[V21] what a point owes a case', () => {
  test('is to pass on each notice once', () => {
    const asked = ['case.registered', 'case.received', 'supplement.requested']
    expect(actsOf(caseOf('supplement', asked)).due).toEqual(['correction.relay'])
    expect(actsOf(caseOf('supplement', [...asked, 'notice.relayed'])).due).toEqual([])
    const again = [...asked, 'notice.relayed', 'supplement.handed_in', 'supplement.requested']
    expect(actsOf(caseOf('supplement', again)).due).toEqual(['correction.relay'])
  })

  test('is to hand over what was decided, and to ask afterwards, once', () => {
    expect(actsOf(caseOf('decided', [], { actions: ['deliver'] })).due).toEqual(['result.deliver'])
    const given = { delivery: { way: 'agent' } }
    expect(actsOf(caseOf('closed', ['case.delivered'], given)).due).toEqual(['followup.record'])
    expect(actsOf(caseOf('closed', ['case.delivered', 'followup.recorded'], given)).due).toEqual([])
    expect(actsOf(caseOf('closed', ['case.delivered'], { delivery: { way: 'window' } })).due).toEqual([])
  })
})

test('[V9, V14, V94] a result is handed over by whom the resident lets, or who has it already', () => {
  const dueOf = (more: object, steps: readonly string[] = []) =>
    actsOf(caseOf('decided', steps, { actions: ['deliver'], ...more })).due
  const unable = { agency: { agent: '石桥村代办员', powers: ['submit'], until: LAST } }
  expect(dueOf(unable)).toEqual([])
  expect(dueOf({}, ['authority.revoked'])).toEqual([])
  const clocks = [{ kind: 'deliver' }]
  expect(dueOf({ ...unable, clocks })).toEqual(['result.deliver'])
  expect(dueOf({ clocks }, ['authority.revoked'])).toEqual(['result.deliver'])
})

/** An event on that day, at ten in the morning. */
const step = (type: string, day: PlainDate) => ({ type, occurredAt: `${day}T02:00:00.000Z` })

describe('[V9] after the last day of an authority', () => {
  const actions = ['deliver', 'edit_facts', 'ask_withdrawal']
  const materials = [{ name: '居民户口簿', state: 'received' }]

  test('nothing is offered that is done under it, and what is owed to the resident still is', () => {
    const decided = caseOf('decided', [], { actions, materials })
    expect(actsOn(decided, LAST)).toEqual({
      due: ['result.deliver'],
      other: [
        'contact.attempt',
        'material.return',
        'note.add',
        'case.edit',
        'case.ask_withdrawal',
        'authority.revoke',
      ],
    })
    expect(actsOn(decided, AFTER)).toEqual({
      due: [],
      other: ['material.return', 'note.add', 'authority.revoke'],
    })
  })

  test('a result that lies at the point is given all the same, and its resident is looked for while the timer runs', () => {
    const inHand = (state: string) => caseOf('decided', [], { actions, clocks: [{ kind: 'deliver', state }] })
    expect(actsOn(inHand('running'), AFTER)).toMatchObject({
      due: ['result.deliver'],
      other: ['contact.attempt', 'note.add', 'authority.revoke'],
    })
    expect(actsOn(inHand('stopped'), AFTER)).toMatchObject({
      due: ['result.deliver'],
      other: ['note.add', 'authority.revoke'],
    })
  })

  test('a notice of then is passed on, and one that came later is not the point’s', () => {
    const clocks = [{ kind: 'relay', state: 'running' }]
    const noticed = (day: PlainDate) =>
      caseOf('supplement', [], { clocks, events: [step('supplement.requested', day)] })
    expect(actsOn(noticed(LAST), AFTER).due).toEqual(['correction.relay'])
    expect(actsOn(noticed(LAST), AFTER).other).toContain('contact.attempt')
    expect(actsOn(noticed(AFTER), AFTER).due).toEqual([])
  })

  test('the resident is asked after what was handed over while it held', () => {
    const given = (day: PlainDate, clocks: readonly object[] = []) =>
      caseOf('closed', [], { delivery: { way: 'agent' }, clocks, events: [step('case.delivered', day)] })
    expect(actsOn(given(LAST), AFTER).due).toEqual(['followup.record'])
    expect(actsOn(given(AFTER), AFTER).due).toEqual([])
    const handedDown = [{ kind: 'deliver', state: 'stopped' }]
    expect(actsOn(given(AFTER, handedDown), AFTER).due).toEqual(['followup.record'])
  })
})

test('[V14] nobody is looked for under an authority that was taken back', () => {
  const clocks = [{ kind: 'deliver', state: 'stopped' }]
  const told = caseOf('decided', ['authority.revoked'], { actions: ['deliver'], clocks })
  expect(actsOf(told)).toEqual({ due: ['result.deliver'], other: ['note.add'] })
})

test('[V14] is nothing any more once the resident has taken the authority back', () => {
  const asked = ['case.received', 'supplement.requested', 'authority.revoked']
  expect(actsOf(caseOf('supplement', asked)).due).toEqual([])
  const given = { delivery: { way: 'agent' } }
  expect(actsOf(caseOf('closed', ['case.delivered', 'authority.revoked'], given)).due).toEqual([])
})

test('[V22] whom the agent did not reach after the delivery is the centre’s to ask', () => {
  const given = { delivery: { way: 'agent' } }
  const missed = ['contact.given_up', 'case.delivered']
  expect(actsOf(caseOf('closed', missed, given)).due).toEqual(['followup.record'])
  expect(actsOf(caseOf('closed', [...missed, 'contact.given_up'], given)).due).toEqual([])
})

test('[V22] an attempt is recorded while something is due, and only then', () => {
  expect(actsOf(caseOf('decided', [], { actions: ['deliver'] })).other).toContain('contact.attempt')
  expect(actsOf(caseOf('accepted', [])).other).not.toContain('contact.attempt')
})

test('[V14] an authority is taken back once, and not when the case is over', () => {
  expect(actsOf(caseOf('accepted', [])).other).toContain('authority.revoke')
  expect(actsOf(caseOf('accepted', ['authority.revoked'])).other).not.toContain('authority.revoke')
  expect(actsOf(caseOf('closed', [])).other).not.toContain('authority.revoke')
  expect(actsOf(caseOf('accepted', [], { agency: null })).other).not.toContain('authority.revoke')
})

test('[V73] a wish to withdraw is said once, waits, and after a no with its reason it may be said again', () => {
  const actions = ['ask_withdrawal', 'edit_facts']
  const before = caseOf('accepted', ['case.accepted'], { actions })
  expect(actsOf(before).other).toEqual(expect.arrayContaining(['case.ask_withdrawal', 'case.edit']))
  expect(withdrawalOf(before)).toBeNull()
  const asked = caseOf('accepted', ['withdrawal.asked'], { actions })
  expect(actsOf(asked).other).not.toContain('case.ask_withdrawal')
  expect(withdrawalOf(asked)).toEqual({ isOpen: true, reason: '' })
  const events = [{ type: 'withdrawal.asked' }, { type: 'withdrawal.declined', text: '钱已经发了' }]
  const declined = caseOf('accepted', [], { actions, events })
  expect(withdrawalOf(declined)).toEqual({ isOpen: false, reason: '钱已经发了' })
  expect(actsOf(declined).other).toContain('case.ask_withdrawal')
})
