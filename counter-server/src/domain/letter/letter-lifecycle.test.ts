import {
  LETTER_ACTIONS,
  LETTER_STATUSES,
  type LetterAction,
  type LetterStatus,
} from '@counter/shared/vocabulary/letter'
import { describe, expect, test } from 'vitest'
import { LETTER_WHO, letterActions, letterStatusAfter } from './letter-lifecycle.ts'

const OPEN: readonly LetterStatus[] = ['registered', 'assigned', 'answering']

/** C1302 act by act: from which statuses, and where it leads; everything else is refused. */
const TABLE: readonly (readonly [LetterAction, readonly LetterStatus[], LetterStatus | 'same'])[] = [
  ['assign', OPEN, 'assigned'],
  ['reply_on_spot', ['registered'], 'replied'],
  ['take', ['assigned'], 'answering'],
  ['send_back', ['assigned'], 'registered'],
  ['answer', ['answering'], 'to_sign'],
  ['sign', ['to_sign'], 'same'],
  ['rework', ['to_sign'], 'answering'],
  ['reply', ['to_sign'], 'replied'],
  ['close', ['replied'], 'closed'],
  ['draft_publication', ['replied', 'closed'], 'same'],
  ['publish', ['replied', 'closed'], 'same'],
  ['withdraw_publication', ['replied', 'closed'], 'same'],
  ['ask_review', ['replied', 'closed'], 'same'],
  ['record_review', ['replied', 'closed'], 'same'],
  ['redirect', OPEN, 'redirected'],
  ['link', OPEN, 'duplicate'],
  ['unlink', ['duplicate'], 'assigned'],
  ['no_contact', [...OPEN, 'to_sign'], 'no_contact'],
  ['set_topic', OPEN, 'same'],
  ['set_date', [...OPEN, 'to_sign'], 'same'],
  ['convert', OPEN, 'same'],
  ['give_notice', OPEN, 'same'],
  ['extend', [...OPEN, 'to_sign'], 'same'],
  ['tell_due', [...OPEN, 'to_sign'], 'same'],
  ['supervise', ['assigned', 'answering', 'to_sign', 'replied'], 'same'],
  ['correct_facts', LETTER_STATUSES, 'same'],
  ['correct_writer', LETTER_STATUSES, 'same'],
  ['correct', LETTER_STATUSES, 'same'],
  ['add_note', LETTER_STATUSES, 'same'],
]

/** The column "who". */
const PEOPLE: Readonly<Record<LetterAction, readonly string[]>> = {
  assign: ['clerk', 'supervisor'],
  reply_on_spot: ['clerk', 'handler', 'supervisor', 'leader'],
  take: ['handler'],
  send_back: ['handler'],
  answer: ['handler'],
  sign: ['supervisor', 'leader'],
  rework: ['supervisor', 'leader'],
  reply: ['clerk', 'handler', 'supervisor', 'leader'],
  close: ['clerk', 'handler', 'supervisor', 'leader'],
  ask_review: ['clerk', 'supervisor'],
  record_review: ['clerk', 'supervisor'],
  redirect: ['clerk', 'supervisor'],
  link: ['clerk', 'supervisor'],
  unlink: ['clerk', 'supervisor'],
  no_contact: ['clerk', 'handler', 'supervisor'],
  set_topic: ['supervisor'],
  set_date: ['clerk', 'supervisor'],
  convert: ['supervisor'],
  give_notice: ['handler', 'supervisor'],
  extend: ['leader'],
  tell_due: ['clerk', 'handler', 'supervisor'],
  supervise: ['leader', 'supervisor', 'system'],
  draft_publication: ['clerk', 'handler', 'supervisor'],
  publish: ['leader', 'supervisor'],
  withdraw_publication: ['leader', 'supervisor'],
  correct_facts: ['supervisor'],
  correct_writer: ['supervisor'],
  correct: ['supervisor'],
  add_note: ['clerk', 'handler', 'supervisor', 'leader'],
}

function codeOf(run: () => unknown): unknown {
  try {
    return run()
  } catch (error) {
    return (error as { readonly code?: string }).code
  }
}

const from = (status: LetterStatus) => ({ status, statusBefore: 'assigned' as const })

describe('the table of letters', () => {
  test('[C1302] names every action once', () => {
    expect(TABLE.map(([action]) => action)).toEqual([...LETTER_ACTIONS])
  })

  test.each(TABLE)(
    '[C1302] %s leads from %s to %s and is refused everywhere else',
    (action, statuses, to) => {
      for (const status of LETTER_STATUSES) {
        const expected = statuses.includes(status) ? (to === 'same' ? status : to) : 'letter.wrong_status'
        expect(
          codeOf(() => letterStatusAfter(from(status), action, LETTER_WHO[action][0])),
          status,
        ).toBe(expected)
      }
    },
  )

  test.each(LETTER_ACTIONS)('[C1302] %s belongs to the people of the table and to nobody else', (action) => {
    const everybody = [
      'clerk',
      'handler',
      'agent',
      'supervisor',
      'leader',
      'admin',
      'kiosk',
      'token',
      'system',
    ] as const
    const status = LETTER_STATUSES.find((each) => TABLE.some(([a, s]) => a === action && s.includes(each)))
    const allowed = everybody.filter(
      (actor) =>
        codeOf(() => letterStatusAfter(from(status ?? 'closed'), action, actor)) !== 'letter.forbidden',
    )
    expect([...allowed].sort()).toEqual([...PEOPLE[action]].sort())
  })

  test('[C1302] a refusal names the status, the action and what is possible now', () => {
    expect(() => letterStatusAfter(from('replied'), 'assign', 'clerk')).toThrow(
      expect.objectContaining({
        code: 'letter.wrong_status',
        params: {
          status: 'replied',
          action: 'assign',
          actions: 'add_note,ask_review,record_review,draft_publication,close',
        },
      }),
    )
  })

  test('[C1302] what is offered is exactly what succeeds', () => {
    for (const status of LETTER_STATUSES)
      for (const action of LETTER_ACTIONS) {
        const actor = LETTER_WHO[action][0]
        const code = codeOf(() => letterStatusAfter(from(status), action, actor))
        expect(letterActions(status, actor).includes(action), `${status} ${action}`).toBe(
          LETTER_STATUSES.some((each) => each === code),
        )
      }
  })
})
