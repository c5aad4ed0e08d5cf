import { describe, expect, test } from 'vitest'
import { CONTEXT, day, hall } from '../../../test/case-fixture.ts'
import {
  ANSWERED,
  ASSIGNED,
  CALL,
  LI,
  letterAt,
  MZ,
  registered,
  SHIPPED,
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
import {
  assignLetter,
  dateLetter,
  linkLetter,
  noContact,
  redirectLetter,
  sendLetterBack,
  setLetterTopic,
  takeLetter,
  tellLetterDue,
} from './assign-letter.ts'
import { possibleLetterActs } from './letter-act.ts'
import { letterFact } from './letter-event.ts'
import { needsOrder, superviseLetter } from './letter-orders.ts'
import { convertLetter, extendPetition, givePetitionNotice } from './petition.ts'
import { checkArrival, type LetterComing, registerLetter } from './register-letter.ts'

const NOW = '2026-09-18 10:00'
const CAME = [NOW, registered()] as const
const GIVEN = [NOW, ASSIGNED] as const
const TAKEN_ON = [NOW, TAKEN] as const
const ANSWERED_ON = [NOW, ANSWERED] as const
const SIGNED_ON = [NOW, SIGNED] as const
const CONVERTED = [NOW, letterFact('letter.converted', {})] as const
const NOTICED = [NOW, letterFact('letter.notice_given', {})] as const

const refusal = (code: string, params?: object) =>
  expect.objectContaining(params === undefined ? { code } : { code, params })

describe('registering a letter', () => {
  const register = (change: Partial<LetterComing>, actor: 'clerk' | 'supervisor' = 'clerk') =>
    registerLetter({ ...CONTEXT, at: hall(NOW), actor }, { ...CALL, ...change }, SHIPPED)

  test('[C1401] a complaint about staff is never a letter', () => {
    expect(() => register({ isAboutStaff: true })).toThrow(refusal('letter.about_staff'))
    expect(() => register({ isAboutStaff: true, channel: 'supervision_phone' }, 'supervisor')).toThrow(
      refusal('letter.about_staff'),
    )
  })

  test('[C1301] nothing of what was said by hand is in the event, nor that it is not about staff', () => {
    expect(JSON.stringify(register({ text: '王五家的水', leader: '' }))).not.toMatch(
      /王五|isAboutStaff|leader/,
    )
  })

  test('[C1301] it says something, and 调查 and 疑难 come from a supervisor', () => {
    expect(() => register({ text: '  ' })).toThrow(refusal('letter.text_missing'))
    expect(() => register({ topic: 'hard' })).toThrow(refusal('letter.topic_by_supervisor'))
    expect(register({ topic: 'investigate' }, 'supervisor').payload.limit).toEqual({
      value: 10,
      unit: 'workday',
    })
  })

  test('[C1301] a visit names the leader who received it, a group sends five at most', () => {
    const visit = { channel: 'visit', leader: '张镇长' } as const
    expect(() => register({ ...visit, leader: ' ' })).toThrow(refusal('letter.leader_missing'))
    expect(() => register({ ...visit, people: 12, representatives: 6 })).toThrow(
      refusal('letter.too_many_representatives', { n: 5 }),
    )
    expect(register({ ...visit, people: 12, representatives: 5 }).payload).toMatchObject({ people: 12 })
    expect(() => register({ ...visit, people: 2, representatives: 3 })).toThrow(refusal('request.invalid'))
    expect(() => register({ people: 4 })).toThrow(refusal('request.invalid'))
  })

  test('[C306] it may have come some days before, with a reason', () => {
    const context = { ...CONTEXT, at: hall('2026-09-24 10:00') }
    expect(() => checkArrival(context, hall('2026-09-23 09:00'), '')).toThrow(refusal('reason.required'))
    checkArrival(context, hall('2026-09-18 09:00'), '县里昨天才转来')
    // Five working days before the 24th are 23, 22, 21, 20 and 18 September.
    expect(() => checkArrival(context, hall('2026-09-17 09:00'), '晚了')).toThrow(
      refusal('event.backdate_range'),
    )
  })
})

describe('finding who answers', () => {
  test('[C804] the unit that the letter is about never gets it', () => {
    expect(() => assignLetter(letterAt(NOW, 'clerk', [NOW, registered({ about: MZ })]), MZ)).toThrow(
      refusal('letter.about_unit'),
    )
  })

  test('[C1302] sent back with a reason, it waits to be assigned anew', () => {
    const assigned = letterAt(NOW, 'handler', CAME, GIVEN)
    expect(() => sendLetterBack(assigned, '')).toThrow(refusal('reason.required'))
    const back = [NOW, sendLetterBack(assigned, '归农服中心')] as const
    expect(letterAt(NOW, 'clerk', CAME, GIVEN, back).state).toMatchObject({
      status: 'registered',
      unit: null,
    })
  })

  test('[C1302] the organ is named, a duplicate has an original that is none itself, who was not reached was tried', () => {
    const context = letterAt(NOW, 'clerk', CAME)
    expect(() => redirectLetter(context, '')).toThrow(refusal('refusal.organ_missing'))
    expect(() => linkLetter(context, 'a', { id: 'a', isDuplicate: false })).toThrow(
      refusal('letter.original_wrong'),
    )
    expect(() => linkLetter(context, 'a', { id: 'b', isDuplicate: true })).toThrow(
      refusal('letter.original_wrong'),
    )
    expect(linkLetter(context, 'a', { id: 'b', isDuplicate: false }).payload).toEqual({ original: 'b' })
    expect(() => noContact(context, '')).toThrow(refusal('reason.required'))
  })

  test('[C1301] another topic is counted from the day the letter came', () => {
    const context = letterAt('2026-09-22 10:00', 'supervisor', CAME)
    const set = setLetterTopic(context, 'investigate', SHIPPED)
    const after = letterAt('2026-09-22 10:00', 'clerk', CAME, ['2026-09-22 10:00', set])
    expect(after.state).toMatchObject({ topic: 'investigate', limit: { value: 10, unit: 'workday' } })
  })

  test('[C520] a date that was told is told again only when it is another one', () => {
    const told = registered({ toldDueOn: day('2026-09-24') })
    expect(() => tellLetterDue(letterAt(NOW, 'clerk', [NOW, told]), 'phone')).toThrow(
      refusal('due.nothing_new'),
    )
    const external = { number: '县18', dueOn: day('2026-10-20') }
    const dated = letterAt(
      NOW,
      'clerk',
      [NOW, told],
      [NOW, dateLetter(letterAt(NOW, 'clerk', CAME), external)],
    )
    expect(tellLetterDue(dated, 'phone').payload).toEqual({ how: 'phone' })
  })
})

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

describe('[C705] an order on a letter', () => {
  const asked = { number: '督〔2026〕1号', level: 'unit_head', rule: 'overdue', issuer: 'system' } as const

  test('is one per level, goes to the unit that has it, and moves with it', () => {
    const order = [NOW, superviseLetter(letterAt(NOW, 'system', CAME, GIVEN), asked)] as const
    const ordered = letterAt(NOW, 'system', CAME, GIVEN, order)
    expect(ordered.state).toMatchObject({
      flags: ['supervised'],
      orders: [{ unit: 'MZ', replyDueOn: '2026-09-20' }],
    })
    expect(() => superviseLetter(ordered, asked)).toThrow(refusal('order.already_open'))
    const other = [NOW, letterFact('letter.assigned', { unit: 'NJ' as typeof MZ })] as const
    expect(letterAt(NOW, 'system', CAME, GIVEN, order, other).state.orders[0]?.unit).toBe('NJ')
  })

  test('is not made while no unit has the letter', () => {
    expect(needsOrder(letterAt(NOW, 'system', CAME), 'unit_head')).toBeNull()
    expect(needsOrder(letterAt(NOW, 'system', CAME, GIVEN), 'unit_head')).toBe('unit_head')
    expect(needsOrder(letterAt(NOW, 'system', CAME, GIVEN), 'red')).toBeNull()
  })
})

test('[C1302] what a page offers leaves out what this letter cannot have', () => {
  const offered = (
    actor: 'leader' | 'supervisor' | 'handler',
    ...entries: Parameters<typeof letterAt>[2][]
  ) => possibleLetterActs(letterAt(NOW, actor, ...entries))
  expect(offered('leader', CAME, GIVEN, TAKEN_ON, ANSWERED_ON)).toEqual([
    'sign',
    'rework',
    'supervise',
    'add_note',
  ])
  expect(offered('leader', CAME, GIVEN, TAKEN_ON, ANSWERED_ON, SIGNED_ON)).toEqual([
    'rework',
    'reply',
    'supervise',
    'add_note',
  ])
  expect(offered('supervisor', CAME)).not.toContain('give_notice')
  expect(offered('supervisor', CAME, CONVERTED)).toContain('give_notice')
  expect(offered('handler', CAME, GIVEN, TAKEN_ON, CONVERTED)).not.toContain('answer')
})
