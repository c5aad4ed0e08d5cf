import type { UnitCode } from '@counter/shared/vocabulary/ids'
import type {
  LetterAction,
  LetterTopic,
  ReplyWay,
  ReviewOutcome,
  Satisfaction,
} from '@counter/shared/vocabulary/letter'
import type { OrderLevel, OrderRule } from '@counter/shared/vocabulary/supervision'
import type { PlainDate } from '@counter/shared/vocabulary/time'
import { closeOrder, replyToOrder } from '../../domain/case/supervision.ts'
import {
  answerLetter,
  closeLetter,
  replyOnSpot,
  replyToLetter,
  reworkLetter,
  signLetter,
} from '../../domain/letter/answer-letter.ts'
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
  unlinkLetter,
} from '../../domain/letter/assign-letter.ts'
import { correctLetter } from '../../domain/letter/correct-letter.ts'
import { checkLetterAct } from '../../domain/letter/letter-act.ts'
import { letterFact } from '../../domain/letter/letter-event.ts'
import { superviseLetter } from '../../domain/letter/letter-orders.ts'
import { convertLetter, extendPetition, givePetitionNotice } from '../../domain/letter/petition.ts'
import { askReview, recordReview } from '../../domain/letter/petition-review.ts'
import type { PublicText } from '../../domain/letter/publish-answer.ts'
import { Refusal } from '../../domain/refusal.ts'
import { nextPaperNumber } from '../../store/case-numbers.ts'
import { findLetterByNumber } from '../../store/letters.ts'
import { readSettings } from '../../store/settings.ts'
import { findUnits } from '../../store/township.ts'
import { staffIdOf } from '../cases/staff-id.ts'
import { type CorrectFactsAsked, REGISTRATION_ACTS } from './correct-registration.ts'
import type { Writer } from './insert-writer.ts'
import { type LetterScene, recordLetterFacts } from './letter-scene.ts'
import { PUBLICATION_ACTS } from './publication.ts'

/** What each act on a letter is sent with. */
export interface LetterAsks {
  readonly assign: { readonly unit: UnitCode; readonly note: string }
  readonly reply_on_spot: { readonly text: string }
  readonly take: object
  readonly send_back: { readonly reason: string }
  readonly answer: { readonly text: string }
  readonly sign: object
  readonly rework: { readonly reason: string }
  readonly reply: { readonly way: ReplyWay | null }
  readonly close: { readonly satisfied: Satisfaction; readonly text: string }
  readonly redirect: { readonly organ: string }
  readonly link: { readonly number: string }
  readonly unlink: { readonly reason: string }
  readonly no_contact: { readonly reason: string }
  readonly set_topic: { readonly topic: LetterTopic; readonly reason: string }
  readonly set_date: { readonly number: string; readonly dueOn: PlainDate }
  readonly convert: { readonly reason: string }
  readonly give_notice: { readonly noticeNumber: string }
  readonly extend: { readonly days: number; readonly reason: string }
  readonly tell_due: { readonly how: 'phone' | 'sms' | 'notice' }
  readonly supervise: { readonly level: OrderLevel; readonly rule: OrderRule; readonly content: string }
  readonly ask_review: { readonly askedOn: PlainDate; readonly organ: string }
  readonly record_review: { readonly outcome: ReviewOutcome; readonly text: string }
  readonly draft_publication: PublicText
  readonly publish: object
  readonly withdraw_publication: { readonly reason: string }
  readonly correct_facts: CorrectFactsAsked
  readonly correct_writer: Writer & { readonly reason: string }
  readonly correct: { readonly event: string; readonly reason: string }
  readonly add_note: { readonly text: string }
  readonly reply_order: { readonly order: string; readonly reply: string }
  readonly close_order: { readonly order: string; readonly result: string }
}

/** Every act on a letter: decided by the domain, its words sealed beside the event. */
export const LETTER_ACTS: {
  readonly [Act in LetterAction | 'reply_order' | 'close_order']: (
    scene: LetterScene,
    asked: LetterAsks[Act],
  ) => LetterScene
} = {
  assign: (scene, { unit, note }) => {
    if (!findUnits(scene.tx).some(({ code }) => code === unit)) throw new Refusal('transfer.bad_target')
    return recordLetterFacts(scene, [assignLetter(scene.context, unit)], { text: note })
  },
  reply_on_spot: (scene, { text }) =>
    recordLetterFacts(scene, [replyOnSpot(scene.context, staffIdOf(scene.asker), text)], { text }),
  take: (scene) => recordLetterFacts(scene, [takeLetter(scene.context, staffIdOf(scene.asker))]),
  send_back: (scene, { reason }) =>
    recordLetterFacts(scene, [sendLetterBack(scene.context, reason)], { reason }),
  answer: (scene, { text }) =>
    recordLetterFacts(scene, [answerLetter(scene.context, staffIdOf(scene.asker), text)], { text }),
  sign: (scene) => recordLetterFacts(scene, [signLetter(scene.context, staffIdOf(scene.asker))]),
  rework: (scene, { reason }) => recordLetterFacts(scene, [reworkLetter(scene.context, reason)], { reason }),
  reply: (scene, { way }) => recordLetterFacts(scene, [replyToLetter(scene.context, way)]),
  close: (scene, { satisfied, text }) =>
    recordLetterFacts(scene, [closeLetter(scene.context, satisfied)], { text }),
  redirect: (scene, { organ }) => recordLetterFacts(scene, [redirectLetter(scene.context, organ)], { organ }),
  link: (scene, { number }) => {
    const found = findLetterByNumber(scene.tx, number.trim().toUpperCase())
    if (found === undefined) throw new Refusal('letter.original_wrong')
    const original = { id: found.id, isDuplicate: found.status === 'duplicate' }
    return recordLetterFacts(scene, [linkLetter(scene.context, scene.facts.id, original)])
  },
  unlink: (scene, { reason }) => recordLetterFacts(scene, [unlinkLetter(scene.context)], { reason }),
  no_contact: (scene, { reason }) => recordLetterFacts(scene, [noContact(scene.context, reason)], { reason }),
  set_topic: (scene, { topic, reason }) => {
    const set = setLetterTopic(scene.context, topic, readSettings(scene.tx))
    return recordLetterFacts(scene, [set], { reason })
  },
  set_date: (scene, { number, dueOn }) =>
    recordLetterFacts(scene, [dateLetter(scene.context, { number, dueOn })]),
  convert: (scene, { reason }) =>
    recordLetterFacts(scene, [convertLetter(scene.context, reason)], { reason }),
  give_notice: (scene, { noticeNumber }) =>
    recordLetterFacts(scene, [givePetitionNotice(scene.context)], { noticeNumber }),
  extend: (scene, { days, reason }) => {
    const approvedBy = staffIdOf(scene.asker)
    return recordLetterFacts(scene, [extendPetition(scene.context, { days, reason, approvedBy })], { reason })
  },
  tell_due: (scene, { how }) => recordLetterFacts(scene, [tellLetterDue(scene.context, how)]),
  supervise: (scene, { level, rule, content }) => {
    if (content.trim() === '') throw new Refusal('reason.required')
    const issuer = scene.asker.actor === 'leader' ? 'leader' : 'supervisor'
    const number = nextPaperNumber(scene.tx, 'supervision')
    const order = superviseLetter(scene.context, { number, level, rule, issuer })
    return recordLetterFacts(scene, [order], { text: content })
  },
  ask_review: (scene, asked) =>
    recordLetterFacts(scene, [askReview(scene.context, asked)], { organ: asked.organ }),
  record_review: (scene, { outcome, text }) =>
    recordLetterFacts(scene, [recordReview(scene.context, outcome)], { text }),
  ...PUBLICATION_ACTS,
  ...REGISTRATION_ACTS,
  correct: (scene, { event, reason }) => {
    const { events, context, asker } = scene
    const isOwn = events.find(({ id }) => id === event)?.actor === asker.origin.actor
    return recordLetterFacts(scene, [correctLetter(context, { events, eventId: event, reason, isOwn })], {
      reason,
    })
  },
  add_note: (scene, { text }) => {
    checkLetterAct(scene.context, 'add_note')
    if (text.trim() === '') throw new Refusal('reason.required')
    return recordLetterFacts(scene, [letterFact('letter.noted', {})], { text })
  },
  reply_order: (scene, { order, reply }) =>
    recordLetterFacts(scene, [replyToOrder(scene.context, order, reply)], { text: reply }),
  close_order: (scene, { order, result }) =>
    recordLetterFacts(scene, [closeOrder(scene.context, order, result)], { text: result }),
}
