import { describe, expect, test } from 'vitest'
import { CONTEXT, day, hall } from '../../../test/case-fixture.ts'
import {
  ANSWERED,
  ASSIGNED,
  LI,
  letterRecord,
  registered,
  SIGNED,
  TAKEN,
  WANG,
} from '../../../test/letter-fixture.ts'
import type { CaseActor } from '../case/lifecycle.ts'
import { correctLetter } from './correct-letter.ts'
import { type LetterFact, letterFact } from './letter-event.ts'
import { projectLetter } from './letter-projection.ts'

// Sixty days from Friday 18 September 2026 end on 17 November.
const NOW = '2026-09-18 10:00'
const CONVERTED = letterFact('letter.converted', {})
const NOTICED = letterFact('letter.notice_given', { toldDueOn: day('2026-11-17') })
const REPLIED = letterFact('letter.replied', { way: 'read_out', signer: WANG })
const CLOSED = letterFact('letter.closed', { satisfied: 'yes' })
const WAY = [ASSIGNED, TAKEN, ANSWERED, SIGNED, REPLIED] as const

const refusal = (code: string, params: object = {}) => expect.objectContaining({ code, params })

/** A letter of these events after its registration, and the correction of the n-th of them; the registration is 0. */
function correcting(
  facts: readonly LetterFact[],
  nth: number,
  change: object = {},
  actor: CaseActor = 'supervisor',
) {
  const entries = [registered(), ...facts].map((fact) => [NOW, fact] as const)
  const events = letterRecord(...entries)
  const state = projectLetter(events)
  const fact = correctLetter(
    { ...CONTEXT, at: hall(NOW), actor, state },
    { events, eventId: `e${nth + 1}`, reason: '登错了', isOwn: false, ...change },
  )
  return { fact, after: projectLetter(letterRecord(...entries, [NOW, fact])) }
}

describe('the correction of a letter', () => {
  test('[C302] takes the last step back, and the replay skips both', () => {
    const { after } = correcting([...WAY, CLOSED], 6)
    expect([after.status, after.satisfied, after.endedAt, after.rev]).toEqual(['replied', null, null, 8])
    const open = correcting([...WAY], 5).after
    expect([open.status, open.repliedAt, open.signedBy]).toEqual(['to_sign', null, WANG])
  })

  test('[C302] keeps each due date that moves, old and new, and what was told stays told', () => {
    const { fact, after } = correcting([CONVERTED, NOTICED], 2)
    // Without its notice the petition has only the fifteen days of the notice: both clocks of the handling go.
    expect(fact.payload.moves).toEqual([
      { kind: 'committed', from: '2026-11-17', to: null },
      { kind: 'statutory', from: '2026-11-17', to: null },
    ])
    expect([after.petition?.noticeAt, after.told]).toEqual([null, [{ eventId: 'e3', dueOn: '2026-11-17' }]])
    expect(correcting([CONVERTED], 1).after).toMatchObject({ petition: null, flags: [] })
  })

  test.each([
    ['an assignment that was taken', [ASSIGNED, TAKEN], 1, 'take'],
    ['an answer that was signed', WAY.slice(0, 4), 3, 'sign'],
    ['a signature that the reply bears', [...WAY], 4, 'reply'],
    ['a conversion whose notice was given', [CONVERTED, NOTICED], 1, 'give_notice'],
  ] as const)('[C302] never takes back %s: the later step comes first', (_what, facts, nth, action) => {
    expect(() => correcting(facts, nth)).toThrow(refusal('correction.not_possible', { action }))
  })

  test('[C302, C705] never takes back the assignment that an order went to', () => {
    const order = letterFact('order.issued', {
      number: '督〔2026〕1号',
      level: 'unit_head',
      rule: 'overdue',
      issuer: 'supervisor',
      replyDueOn: day('2026-09-21'),
      replyDueAt: hall('2026-09-21 17:30'),
    })
    expect(() => correcting([ASSIGNED, order], 1)).toThrow(
      refusal('correction.not_possible', { action: 'supervise' }),
    )
    expect(() => correcting([ASSIGNED, order], 2)).toThrow(refusal('correction.not_possible'))
  })

  test('[C302] is the supervisor’s, has a reason, and is never of the own step nor of the first one', () => {
    expect(() => correcting([ASSIGNED], 1, {}, 'clerk')).toThrow(refusal('letter.forbidden'))
    expect(() => correcting([ASSIGNED], 1, { reason: ' ' })).toThrow(refusal('reason.required'))
    expect(() => correcting([ASSIGNED], 1, { isOwn: true })).toThrow(refusal('correction.same_person'))
    expect(() => correcting([ASSIGNED], 0)).toThrow(refusal('correction.not_possible'))
    expect(() => correcting([ASSIGNED], 7)).toThrow(refusal('correction.not_possible'))
  })

  test('[C302] cannot be made twice, and nobody takes a correction back', () => {
    const voided = letterFact('event.voided', { eventId: 'e2', moves: [] })
    expect(() => correcting([ASSIGNED, voided], 1)).toThrow(refusal('correction.not_possible'))
    expect(() => correcting([ASSIGNED, voided], 2)).toThrow(refusal('correction.not_possible'))
    const again = correcting([ASSIGNED, voided, letterFact('letter.taken', { person: LI })], 3).after
    expect(again.status).toBe('registered')
  })
})
