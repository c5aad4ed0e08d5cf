import type { LogContent } from '@counter/shared/contract/letter-bodies'
import type { LetterChannel } from '@counter/shared/vocabulary/letter'

/** What is typed into the log, field by field. */
export type LogDraft = LogContent

/** The phone is what the duty post logs most; everything else is chosen. */
export const EMPTY_LOG: LogDraft = {
  channel: 'phone',
  topic: 'help',
  text: '',
  name: '',
  phone: '',
  address: '',
  leader: '',
  people: '1',
  representatives: '1',
  about: '',
  externalNumber: '',
  externalDueOn: '',
  answer: '',
  isUrgent: false,
  isAboutStaff: false,
}

/** Channels that come from another office, with its number and date (C1301). */
export const EXTERNAL_CHANNELS: readonly LetterChannel[] = ['secretary_box', 'magistrate_box', 'hotline']
/** Where somebody sits there or is on the line, and may be answered at once. */
export const SPOKEN_CHANNELS: readonly LetterChannel[] = ['visit', 'phone', 'supervision_phone']

/** What is sent: only what the channel asks for. */
export function logBodyOf(draft: LogDraft): object {
  const { channel, topic, isAboutStaff, name, phone, address, text, isUrgent, about } = draft
  const isVisit = channel === 'visit'
  const number = draft.externalNumber.trim()
  const hasExternal = EXTERNAL_CHANNELS.includes(channel) && number !== ''
  return {
    channel,
    topic,
    isAboutStaff,
    name: name.trim(),
    phone: phone.trim(),
    address: address.trim(),
    text: text.trim(),
    isUrgent,
    about: about === '' ? null : about,
    leader: isVisit ? draft.leader.trim() : '',
    people: isVisit ? countOf(draft.people) : 1,
    representatives: isVisit ? countOf(draft.representatives) : 1,
    external: hasExternal ? { number, dueOn: draft.externalDueOn === '' ? null : draft.externalDueOn } : null,
    answer: SPOKEN_CHANNELS.includes(channel) ? draft.answer.trim() : '',
  }
}

function countOf(typed: string): number {
  return Math.max(1, Number.parseInt(typed, 10) || 1)
}
