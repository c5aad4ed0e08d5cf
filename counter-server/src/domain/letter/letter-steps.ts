import type { LetterAction, LetterEventType } from '@counter/shared/vocabulary/letter'
import type { LetterEvent } from './letter-event.ts'
import { LETTER_MOVES } from './letter-lifecycle.ts'
import { applyLetterEvent } from './letter-projection.ts'
import { type LetterState, NEW_LETTER } from './letter-state.ts'

/** The first step that would rest on nothing if one event were taken back, and does not now (C302). */
export function newlyHangingSteps(standing: readonly LetterEvent[], without: string): LetterEvent | null {
  const before = new Set(hanging(standing))
  const left = standing.filter(({ id }) => id !== without)
  return hanging(left).find((event) => !before.has(event)) ?? null
}

/** The act behind an event, for the table to judge; null for what may stand anywhere. */
export function letterActionOf({ type, payload }: LetterEvent): LetterAction | null {
  if (type === 'letter.replied' && payload.way === 'on_spot') return 'reply_on_spot'
  return ACTION_OF[type]
}

function hanging(events: readonly LetterEvent[]): readonly LetterEvent[] {
  const found: LetterEvent[] = []
  let state = NEW_LETTER
  for (const event of events) {
    if (!follows(state, event)) found.push(event)
    state = applyLetterEvent(state, event)
  }
  return found
}

function follows(state: LetterState, event: LetterEvent): boolean {
  const action = letterActionOf(event)
  if (action !== null && !(action in LETTER_MOVES[state.status])) return false
  const { petition } = state
  switch (event.type) {
    // A reply has the signature that it was sent with (C1303).
    case 'letter.replied':
      return event.payload.way === 'on_spot' || state.signedBy !== null
    case 'letter.notice_given':
      return petition !== null && petition.noticeAt === null
    case 'letter.extended':
      return petition !== null && petition.noticeAt !== null
    // A petition is answered after its notice, and by nobody whose answer it is about (C1305).
    case 'letter.answered':
      return petition === null || petition.noticeAt !== null
    case 'letter.review_asked':
      return petition !== null
    case 'letter.published':
      return state.publication?.publishedAt === null && state.publication.text === event.payload.text
    case 'letter.publication_withdrawn':
      return state.publication !== null && state.publication.publishedAt !== null
    case 'letter.reviewed':
      return state.review !== null
    default:
      return true
  }
}

const ACTION_OF: { readonly [Type in LetterEventType]: LetterAction | null } = {
  'letter.registered': null,
  'letter.assigned': 'assign',
  'letter.taken': 'take',
  'letter.sent_back': 'send_back',
  'letter.answered': 'answer',
  'letter.signed': 'sign',
  'letter.reworked': 'rework',
  'letter.replied': 'reply',
  'letter.closed': 'close',
  'letter.redirected': 'redirect',
  'letter.linked': 'link',
  'letter.unlinked': 'unlink',
  'letter.no_contact': 'no_contact',
  'letter.topic_set': 'set_topic',
  'letter.dated': 'set_date',
  'letter.converted': 'convert',
  'letter.notice_given': 'give_notice',
  'letter.extended': 'extend',
  'letter.review_asked': 'ask_review',
  'letter.reviewed': 'record_review',
  'letter.facts_corrected': 'correct_facts',
  'letter.writer_corrected': 'correct_writer',
  'letter.publication_drafted': 'draft_publication',
  'letter.published': 'publish',
  'letter.publication_withdrawn': 'withdraw_publication',
  'letter.noted': null,
  'event.voided': null,
  'due.told': null,
  'mark.fired': null,
  'calendar.applied': null,
  'setting.applied': null,
  'order.issued': 'supervise',
  'order.replied': null,
  'order.closed': null,
}
