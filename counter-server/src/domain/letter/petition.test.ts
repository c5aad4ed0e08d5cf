import { describe, expect, test } from 'vitest'
import { ANSWERED, ASSIGNED, LI, letterAt, registered, TAKEN, WANG } from '../../../test/letter-fixture.ts'
import { answerLetter } from './answer-letter.ts'
import { sendLetterBack, takeLetter } from './assign-letter.ts'
import { letterFact } from './letter-event.ts'
import { convertLetter, extendPetition, givePetitionNotice } from './petition.ts'

const NOW = '2026-09-18 10:00'
const CAME = [NOW, registered()] as const
const GIVEN = [NOW, ASSIGNED] as const
const TAKEN_ON = [NOW, TAKEN] as const
const ANSWERED_ON = [NOW, ANSWERED] as const
const CONVERTED = [NOW, letterFact('letter.converted', {})] as const
const NOTICED = [NOW, letterFact('letter.notice_given', {})] as const
const refusal = (code: string, params?: object) =>
  expect.objectContaining(params === undefined ? { code } : { code, params })

describe('[C1305] a petition', () => {
  test('is made once, with a reason, and is answered after its notice', () => {
    expect(() => convertLetter(letterAt(NOW, 'supervisor', CAME), '')).toThrow(refusal('reason.required'))
    expect(() => convertLetter(letterAt(NOW, 'supervisor', CAME, CONVERTED), '申诉')).toThrow(
      refusal('letter.petition_already'),
    )
    expect(() => givePetitionNotice(letterAt(NOW, 'handler', CAME))).toThrow(refusal('letter.not_petition'))
    const answering = letterAt(NOW, 'handler', CAME, GIVEN, TAKEN_ON, CONVERTED)
    expect(() => answerLetter(answering, WANG, '答复')).toThrow(refusal('letter.wrong_status'))
    expect(() => givePetitionNotice(letterAt(NOW, 'handler', CAME, CONVERTED, NOTICED))).toThrow(
      refusal('supplement.already_given'),
    )
  })

  test('is not handled by who had answered the letter', () => {
    const again = [NOW, letterFact('letter.reworked', {})] as const
    const context = letterAt(NOW, 'handler', CAME, GIVEN, TAKEN_ON, ANSWERED_ON, again, CONVERTED, NOTICED)
    expect(() => answerLetter(context, LI, '答复')).toThrow(refusal('complaint.recusal'))
    expect(answerLetter(context, WANG, '答复').payload).toEqual({ person: WANG })
    const anew = letterAt(NOW, 'handler', CAME, GIVEN, TAKEN_ON, ANSWERED_ON, again, CONVERTED, GIVEN)
    expect(() => takeLetter(anew, LI)).toThrow(refusal('complaint.recusal'))
  })

  test('is sent back within five working days of the transfer', () => {
    const back = (when: string) => () =>
      sendLetterBack(letterAt(when, 'handler', CAME, CONVERTED, GIVEN), '不归我单位')
    expect(back('2026-09-24 17:30:00.000')).not.toThrow()
    expect(back('2026-09-24 17:30:00.001')).toThrow(
      refusal('letter.objection_too_late', { date: '2026-09-24' }),
    )
    const plain = letterAt('2026-12-01', 'handler', CAME, GIVEN)
    expect(() => sendLetterBack(plain, '不归我单位')).not.toThrow()
  })

  test('is extended once, by thirty days at most, before the end by law', () => {
    const extend = (when: string, days: number, ...more: Parameters<typeof letterAt>[2][]) =>
      extendPetition(letterAt(when, 'leader', CAME, CONVERTED, NOTICED, ...more), {
        days,
        reason: '案情复杂',
        approvedBy: WANG,
      })
    expect(extend('2026-10-01', 30).payload).toEqual({ days: 30, approvedBy: WANG })
    expect(() => extend('2026-10-01', 31)).toThrow(refusal('extension.too_long', { n: 30 }))
    // Sixty days from 18 September are over on 17 November.
    expect(() => extend('2026-11-17 17:30:00.001', 30)).toThrow(refusal('extension.too_late'))
    const first = ['2026-10-01', letterFact('letter.extended', { days: 10, approvedBy: WANG })] as const
    expect(() => extend('2026-10-02', 10, first)).toThrow(refusal('extension.already_used'))
    const plain = letterAt(NOW, 'leader', CAME)
    expect(() => extendPetition(plain, { days: 5, reason: '忙', approvedBy: WANG })).toThrow(
      refusal('letter.not_petition'),
    )
  })
})
