import type { LetterAction, LetterStatus } from '@counter/shared/vocabulary/letter'
import type { CaseActor } from '../case/lifecycle.ts'
import { Refusal } from '../refusal.ts'

/** Where an action leads: a status, the `same`, or back to the one `before` it was taken for a duplicate. */
type Target = LetterStatus | 'same' | 'before'

const NOTED = {
  add_note: 'same',
  correct: 'same',
  correct_facts: 'same',
  correct_writer: 'same',
} as const
// To publish an answer is an act of its own, once there is one (C1303).
const ANSWERED = { draft_publication: 'same', publish: 'same', withdraw_publication: 'same' } as const
// An order goes to the unit that has the letter, so there is none before that (C705).
const WATCHED = { ...NOTED, supervise: 'same' } as const
// The higher organ may be asked long after the letter was closed here (C1305).
const REVIEWED = { ask_review: 'same', record_review: 'same' } as const
const ASKED = {
  assign: 'assigned',
  redirect: 'redirected',
  link: 'duplicate',
  no_contact: 'no_contact',
  set_topic: 'same',
  set_date: 'same',
  convert: 'same',
  give_notice: 'same',
  extend: 'same',
  tell_due: 'same',
} as const

/** The table of C1302. What is not in it answers `letter.wrong_status`. */
export const LETTER_MOVES = {
  registered: { ...NOTED, ...ASKED, reply_on_spot: 'replied' },
  assigned: { ...WATCHED, ...ASKED, take: 'answering', send_back: 'registered' },
  answering: { ...WATCHED, ...ASKED, answer: 'to_sign' },
  to_sign: {
    ...WATCHED,
    sign: 'same',
    rework: 'answering',
    reply: 'replied',
    no_contact: 'no_contact',
    set_date: 'same',
    extend: 'same',
    tell_due: 'same',
  },
  replied: { ...WATCHED, ...REVIEWED, ...ANSWERED, close: 'closed' },
  closed: { ...NOTED, ...REVIEWED, ...ANSWERED },
  redirected: NOTED,
  duplicate: { ...NOTED, unlink: 'before' },
  no_contact: NOTED,
} as const satisfies Record<LetterStatus, Partial<Record<LetterAction, Target>>>

const DESK = ['clerk', 'supervisor', 'leader'] as const

/** Who may do each action; the signer is never the one who answered (C403). */
export const LETTER_WHO = {
  assign: ['clerk', 'supervisor'],
  reply_on_spot: ['clerk', 'handler', 'supervisor', 'leader'],
  take: ['handler'],
  send_back: ['handler'],
  answer: ['handler'],
  sign: ['supervisor', 'leader'],
  rework: ['supervisor', 'leader'],
  reply: ['handler', ...DESK],
  close: ['handler', ...DESK],
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
  supervise: ['system', 'supervisor', 'leader'],
  ask_review: ['clerk', 'supervisor'],
  record_review: ['clerk', 'supervisor'],
  draft_publication: ['clerk', 'handler', 'supervisor'],
  publish: ['supervisor', 'leader'],
  withdraw_publication: ['supervisor', 'leader'],
  correct_facts: ['supervisor'],
  correct_writer: ['supervisor'],
  correct: ['supervisor'],
  add_note: ['clerk', 'handler', 'supervisor', 'leader'],
} as const satisfies Record<LetterAction, readonly CaseActor[]>

/** What this actor may do with a letter that stands so; screens keep no copy of it (C401). */
export function letterActions(status: LetterStatus, actor: CaseActor): readonly LetterAction[] {
  return (Object.keys(LETTER_MOVES[status]) as LetterAction[]).filter((action) => mayDo(action, actor))
}

/** The status after an action. Refusals in this order: `letter.forbidden`, `letter.wrong_status` (C406). */
export function letterStatusAfter(
  { status, statusBefore }: { readonly status: LetterStatus; readonly statusBefore: LetterStatus | null },
  action: LetterAction,
  actor: CaseActor,
): LetterStatus {
  if (!mayDo(action, actor)) throw new Refusal('letter.forbidden')
  const target = (LETTER_MOVES[status] as Partial<Record<LetterAction, Target>>)[action]
  if (target === undefined) {
    const actions = letterActions(status, actor).join(',')
    throw new Refusal('letter.wrong_status', { status, action, actions })
  }
  if (target === 'before') return statusBefore ?? 'registered'
  return target === 'same' ? status : target
}

function mayDo(action: LetterAction, actor: CaseActor): boolean {
  const who: readonly CaseActor[] = LETTER_WHO[action]
  return who.includes(actor)
}
