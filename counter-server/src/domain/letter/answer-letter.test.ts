import { describe, expect, test } from 'vitest'
import {
  ANSWERED,
  ASSIGNED,
  LI,
  letterAt,
  registered,
  SIGNED,
  TAKEN,
  WANG,
} from '../../../test/letter-fixture.ts'
import {
  answerLetter,
  closeLetter,
  replyOnSpot,
  replyToLetter,
  reworkLetter,
  signLetter,
} from './answer-letter.ts'
import { letterFact } from './letter-event.ts'

const NOW = '2026-09-18 10:00'
const CAME = [NOW, registered()] as const
const GIVEN = [NOW, ASSIGNED] as const
const TAKEN_ON = [NOW, TAKEN] as const
const ANSWERED_ON = [NOW, ANSWERED] as const
const SIGNED_ON = [NOW, SIGNED] as const
const refusal = (code: string, params?: object) =>
  expect.objectContaining(params === undefined ? { code } : { code, params })

describe('[C1303] a reply', () => {
  test('needs words from the unit and the name of another person under them', () => {
    const answering = letterAt(NOW, 'handler', CAME, GIVEN, TAKEN_ON)
    expect(() => answerLetter(answering, LI, ' ')).toThrow(refusal('letter.reply_incomplete'))
    const toSign = letterAt(NOW, 'leader', CAME, GIVEN, TAKEN_ON, ANSWERED_ON)
    expect(() => signLetter(toSign, LI)).toThrow(refusal('approval.same_person'))
    expect(signLetter(toSign, WANG).payload).toEqual({ person: WANG })
    const signed = letterAt(NOW, 'leader', CAME, GIVEN, TAKEN_ON, ANSWERED_ON, [NOW, SIGNED])
    expect(() => signLetter(signed, WANG)).toThrow(refusal('letter.wrong_status'))
    expect(() => reworkLetter(toSign, '')).toThrow(refusal('reason.required'))
  })

  test('is complete with text, signer and way only', () => {
    const unsigned = letterAt(NOW, 'clerk', CAME, GIVEN, TAKEN_ON, ANSWERED_ON)
    expect(() => replyToLetter(unsigned, 'read_out')).toThrow(refusal('letter.reply_incomplete'))
    const signed = letterAt(NOW, 'clerk', CAME, GIVEN, TAKEN_ON, ANSWERED_ON, SIGNED_ON)
    expect(() => replyToLetter(signed, null)).toThrow(refusal('letter.reply_incomplete'))
    expect(replyToLetter(signed, 'read_out').payload).toEqual({ way: 'read_out', signer: WANG })
  })

  test('after changes is signed anew', () => {
    const again = [NOW, letterFact('letter.reworked', {})] as const
    const context = letterAt(NOW, 'clerk', CAME, GIVEN, TAKEN_ON, ANSWERED_ON, SIGNED_ON, again, ANSWERED_ON)
    expect(() => replyToLetter(context, 'read_out')).toThrow(refusal('letter.reply_incomplete'))
  })

  test('to a visit is in writing, to the book in the book', () => {
    const signed = (channel: 'visit' | 'opinion_book') =>
      letterAt(NOW, 'clerk', [NOW, registered({ channel })], GIVEN, TAKEN_ON, ANSWERED_ON, SIGNED_ON)
    expect(() => replyToLetter(signed('visit'), 'read_out')).toThrow(refusal('letter.reply_incomplete'))
    expect(replyToLetter(signed('visit'), 'in_writing').payload.way).toBe('in_writing')
    expect(() => replyToLetter(signed('opinion_book'), 'by_code')).toThrow(refusal('letter.reply_incomplete'))
    expect(replyToLetter(signed('opinion_book'), 'in_book').payload.way).toBe('in_book')
  })

  test('on the call or on the spot is given by whoever spoke, to visits and calls alone', () => {
    expect(replyOnSpot(letterAt(NOW, 'clerk', CAME), LI, '今晚八点恢复供水').payload).toEqual({
      way: 'on_spot',
      signer: LI,
    })
    const site = letterAt(NOW, 'clerk', [NOW, registered({ channel: 'website' })])
    expect(() => replyOnSpot(site, LI, '好')).toThrow(refusal('letter.not_on_spot'))
    expect(() => replyOnSpot(letterAt(NOW, 'clerk', CAME), LI, '')).toThrow(
      refusal('letter.reply_incomplete'),
    )
  })

  test('is closed with what the writer said of it', () => {
    const replied = [NOW, letterFact('letter.replied', { way: 'read_out', signer: WANG })] as const
    const closed = closeLetter(letterAt(NOW, 'clerk', CAME, GIVEN, TAKEN_ON, replied), 'not_said')
    expect(letterAt(NOW, 'clerk', CAME, replied, [NOW, closed]).state).toMatchObject({
      status: 'closed',
      satisfied: 'not_said',
    })
  })
})
