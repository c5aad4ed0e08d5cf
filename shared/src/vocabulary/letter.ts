/** How a letter came in (cases.md 13). Reports of 举报信箱 never become letters: they go a sealed way (C1401). */
export const LETTER_CHANNELS = [
  'visit',
  'phone',
  'secretary_box',
  'magistrate_box',
  'unit_box',
  'township_box',
  'website',
  'opinion_box',
  'opinion_book',
  'hotline',
  'supervision_phone',
] as const
export type LetterChannel = (typeof LETTER_CHANNELS)[number]

/** The four mailboxes, whose first replies make the yearly count (C1303). */
export const MAILBOXES = [
  'secretary_box',
  'magistrate_box',
  'unit_box',
  'township_box',
] as const satisfies readonly LetterChannel[]

/** What a letter is about (C1301). */
export const LETTER_TOPICS = [
  'consult',
  'suggest',
  'praise',
  'complaint',
  'help',
  'investigate',
  'hard',
  'personal_data',
] as const
export type LetterTopic = (typeof LETTER_TOPICS)[number]

/** Topics that only a supervisor sets; their limit takes the place of the channel's (C1301). */
export const SUPERVISOR_TOPICS = ['investigate', 'hard'] as const satisfies readonly LetterTopic[]

/** What a resident may choose on the public page (P-5). */
export const PUBLIC_TOPICS = [
  'praise',
  'suggest',
  'complaint',
  'consult',
  'help',
] as const satisfies readonly LetterTopic[]

/** How a letter stands (C1302). */
export const LETTER_STATUSES = [
  'registered',
  'assigned',
  'answering',
  'to_sign',
  'replied',
  'closed',
  'redirected',
  'duplicate',
  'no_contact',
] as const
export type LetterStatus = (typeof LETTER_STATUSES)[number]

/** Statuses in which nobody has to answer any more. */
export const LETTER_ENDS = [
  'closed',
  'redirected',
  'duplicate',
  'no_contact',
] as const satisfies readonly LetterStatus[]

/** What can be done to a letter. */
export const LETTER_ACTIONS = [
  'assign',
  'reply_on_spot',
  'take',
  'send_back',
  'answer',
  'sign',
  'rework',
  'reply',
  'close',
  'draft_publication',
  'publish',
  'withdraw_publication',
  'ask_review',
  'record_review',
  'redirect',
  'link',
  'unlink',
  'no_contact',
  'set_topic',
  'set_date',
  'convert',
  'give_notice',
  'extend',
  'tell_due',
  'supervise',
  'correct_facts',
  'correct_writer',
  'correct',
  'add_note',
] as const
export type LetterAction = (typeof LETTER_ACTIONS)[number]

/** What the record of a letter is made of; the letter itself is a projection of these (C301, C1302). */
export const LETTER_EVENT_TYPES = [
  'letter.registered',
  'letter.assigned',
  'letter.taken',
  'letter.sent_back',
  'letter.answered',
  'letter.signed',
  'letter.reworked',
  'letter.replied',
  'letter.closed',
  'letter.redirected',
  'letter.linked',
  'letter.unlinked',
  'letter.no_contact',
  'letter.topic_set',
  'letter.dated',
  'letter.converted',
  'letter.notice_given',
  'letter.extended',
  'letter.review_asked',
  'letter.reviewed',
  'letter.facts_corrected',
  'letter.writer_corrected',
  'letter.publication_drafted',
  'letter.published',
  'letter.publication_withdrawn',
  'letter.noted',
  'event.voided',
  'due.told',
  'mark.fired',
  'calendar.applied',
  'setting.applied',
  'order.issued',
  'order.replied',
  'order.closed',
] as const
export type LetterEventType = (typeof LETTER_EVENT_TYPES)[number]

/** What no correction takes back: how it began, what the timer and the rules did, what was told or ordered (C302). */
export const LASTING_LETTER_EVENTS = [
  'letter.registered',
  'event.voided',
  'due.told',
  'mark.fired',
  'calendar.applied',
  'setting.applied',
  'order.issued',
  'order.replied',
  'order.closed',
] as const satisfies readonly LetterEventType[]

/** The clocks of a letter: its reply; for 信访 the law's end, the notice, the objection to a transfer, the time to ask for a review and the review (C1305). */
export const LETTER_CLOCKS = ['committed', 'statutory', 'notice', 'objection', 'review', 'reviewing'] as const
export type LetterClock = (typeof LETTER_CLOCKS)[number]

/** How a reply reached its writer: read out, sent in writing, written in the book, said on the spot, kept under the query code. */
export const REPLY_WAYS = ['read_out', 'in_writing', 'in_book', 'on_spot', 'by_code'] as const
export type ReplyWay = (typeof REPLY_WAYS)[number]

/** What the higher organ found of a petition's opinion: 维持, 变更, 撤销 (C1305). */
export const REVIEW_OUTCOMES = ['upheld', 'changed', 'revoked'] as const
export type ReviewOutcome = (typeof REVIEW_OUTCOMES)[number]

/** 是, 否, 未表态 (C1303). */
export const SATISFACTIONS = ['yes', 'no', 'not_said'] as const
export type Satisfaction = (typeof SATISFACTIONS)[number]

export const LETTER_FLAGS = ['anonymous', 'urgent', 'group', 'petition', 'extended', 'supervised'] as const
export type LetterFlag = (typeof LETTER_FLAGS)[number]

/** What of a person may not stand in a published answer (C1303). */
export const PRIVATE_KINDS = ['name', 'phone', 'address', 'id_number', 'account'] as const
export type PrivateKind = (typeof PRIVATE_KINDS)[number]

/** A group sends at most so many to speak for it (信访工作条例, C1301). */
export const MOST_REPRESENTATIVES = 5
