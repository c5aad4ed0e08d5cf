import { describe, expect, test } from 'vitest'
import { ACCEPTED, acting, ITEM, PAUSED, person, received, record } from '../../../test/case-fixture.ts'
import { fact } from './act.ts'
import { correctCase } from './correct-case.ts'
import type { CaseFact } from './event.ts'
import { projectCase } from './projection.ts'
import type { Proposal } from './proposal.ts'

const TAKEN = fact('case.taken', { person: person('h') })
const CHECKED = fact('check.recorded', { people: [person('h'), person('g')] })
const MOVED = fact('case.transferred', { unit: 'SB' as never, reason: '归口', needsTakeOver: true })
const TAKEN_OVER = fact('transfer.taken_over', { person: person('h') })
const ASKED = fact('subtask.opened', { unit: 'LY' as never, dueOn: '2026-06-18' as never })
const decided = (approvedBy: string | null = null) =>
  fact('case.decided', {
    decision: approvedBy === null ? 'granted' : 'denied',
    onSpot: false,
    reason: '',
    remedies: '',
    approvedBy: approvedBy === null ? null : person(approvedBy),
  })
const photo = (state: 'deferred' | 'received') =>
  [{ name: '照片', state, promisedOn: state === 'deferred' ? ('2026-06-18' as never) : null }] as const
const LATER_PAPER = fact('case.accepted', { materials: photo('deferred'), onSpot: false })
const BROUGHT = fact('case.noted', { text: '', materials: photo('received'), clearedFlags: [] })
const PLAIN_NOTE = fact('case.noted', { text: '来过电话', materials: [], clearedFlags: [] })

/** What taking one event back answers: `done`, or the code with the act that is in the way. */
function takingBack(place: number, facts: readonly CaseFact[], item = ITEM): unknown {
  const events = record(...facts.map((each) => ['2026-06-15', each] as const))
  const context = acting(projectCase(events), 'supervisor', '2026-06-16', item)
  const eventId = `e${place}`
  try {
    const { payload } = correctCase(context, { events, eventId, reason: '错', isOwn: false })
    return payload.eventId === eventId && 'done'
  } catch (error) {
    const { code, params } = error as { readonly code: string; readonly params: { readonly action?: string } }
    return [code, params.action ?? null]
  }
}

const refused = (action: string | null) => ['correction.not_possible', action]

describe('a step that a later one rests on is not taken back under it', () => {
  test('[C302, C421] the check under a decision, also a denial', () => {
    const item = { ...ITEM, needsCheck: true }
    const way = [received(), ACCEPTED, TAKEN, CHECKED]
    expect(takingBack(4, way, item)).toBe('done')
    expect(takingBack(4, [...way, decided()], item)).toEqual(refused('decide'))
    const deny = { kind: 'deny', reason: '不合条件', remedies: '复议' } as const
    const asked = fact('approval.requested', { proposal: deny, requestedBy: person('h') })
    expect(takingBack(4, [...way, asked, decided('s')], item)).toEqual(refused('decide'))
    expect(takingBack(4, [...way, CHECKED, decided()], item)).toBe('done')
    expect(takingBack(4, [...way, decided()])).toBe('done')
  })

  test('[C302, C805] the answer to a sub-task under a decision or a forwarding, and the question under its answer', () => {
    const answered = fact('subtask.answered', { subtask: 'e4' })
    const forwarded = fact('case.forwarded', { organ: '县局' })
    const way = [received(), ACCEPTED, TAKEN, ASKED, answered]
    expect(takingBack(5, way)).toBe('done')
    expect(takingBack(5, [...way, decided()])).toEqual(refused('decide'))
    expect(takingBack(5, [...way, forwarded])).toEqual(refused('forward'))
    expect(takingBack(4, way)).toEqual(refused(null))
    expect(takingBack(4, way.slice(0, 4))).toBe('done')
  })

  test('[C302, C205] the note that brought a promised paper under a decision, but not any other note', () => {
    const way = [received(), LATER_PAPER, TAKEN, BROUGHT, PLAIN_NOTE]
    expect(takingBack(4, way)).toBe('done')
    expect(takingBack(4, [...way, decided()])).toEqual(refused('decide'))
    expect(takingBack(5, [...way, decided()])).toBe('done')
  })

  test('[C302, C802] the take-over under what the receiving unit did then', () => {
    const way = [received(), ACCEPTED, TAKEN, MOVED, TAKEN_OVER]
    expect(takingBack(5, way)).toBe('done')
    expect(takingBack(5, [...way, decided()])).toEqual(refused('decide'))
    expect(takingBack(5, [...way, CHECKED])).toEqual(refused('record_check'))
    expect(takingBack(5, [...way, PAUSED])).toEqual(refused('pause'))
    expect(takingBack(4, way)).toEqual(refused('take_over'))
  })

  test('[C302, C403] what was asked for stays under the signature or the no that answered it', () => {
    const asked = (proposal: Proposal) => fact('approval.requested', { proposal, requestedBy: person('h') })
    const extend = asked({ kind: 'extend', reason: '要鉴定', days: 3 })
    const extended = fact('case.extended', { days: 3, reason: '要鉴定', approvedBy: person('l') })
    const declined = fact('approval.declined', { kind: 'extend', declinedBy: person('l'), reason: '不必' })
    const deny = asked({ kind: 'deny', reason: '不合条件', remedies: '复议' })
    const back = asked({ kind: 'return', reason: '不补' })
    const returned = fact('case.returned', { reason: '不补', approvedBy: person('s') })
    const way = [received(), ACCEPTED, TAKEN]
    expect(takingBack(4, [...way, extend])).toBe('done')
    expect(takingBack(4, [...way, extend, extended])).toEqual(refused('extend'))
    expect(takingBack(5, [...way, extend, extended])).toBe('done')
    expect(takingBack(4, [...way, extend, declined])).toEqual(refused(null))
    expect(takingBack(4, [...way, deny, decided('s')])).toEqual(refused('decide'))
    expect(takingBack(4, [...way, back, returned])).toEqual(refused('return_case'))
  })

  test('[C302] what was decided before a condition was asked for holds no other correction back', () => {
    const item = { ...ITEM, needsCheck: true }
    const way = [received(), ACCEPTED, TAKEN, PLAIN_NOTE, decided()]
    expect(takingBack(4, way, item)).toBe('done')
    expect(takingBack(3, [received(), ACCEPTED, TAKEN, CHECKED, decided()], item)).toEqual(
      refused('record_check'),
    )
  })
})
