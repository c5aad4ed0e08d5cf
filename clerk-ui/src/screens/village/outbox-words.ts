import { dayWords, type Language, timeWords } from '@counter/shared/vocabulary/date-words'
import { civilTime, instantOf } from '@counter/shared/vocabulary/plain-date'
import type { OutboxItem } from '../../outbox/outbox.ts'
import type { VillageWords } from '../../text/village-words.ts'

/** Which one of how many are on their way. */
export interface Place {
  readonly i: number
  readonly n: number
}

export function placeOf(sending: readonly OutboxItem[], item: OutboxItem): Place {
  return { i: sending.indexOf(item) + 1, n: sending.length }
}

/** 「文字 2 KB + 照片 2 张 480 KB」; the text is counted while it lies on the phone. */
export function sizeWords(words: VillageWords, { header, textBytes }: OutboxItem): string {
  const { files } = header
  const text =
    textBytes === undefined
      ? words('village.outbox.text')
      : words('village.outbox.textSize', { kb: kilobytes(textBytes) })
  if (files.length === 0) return text
  const photos = words('village.outbox.size', {
    n: files.length,
    kb: kilobytes(files.reduce((sum, { size }) => sum + size, 0)),
  })
  return textBytes === undefined ? photos : `${text} + ${photos}`
}

function kilobytes(bytes: number): number {
  return Math.max(1, Math.round(bytes / 1000))
}

interface Look {
  readonly place: Place
  readonly days: Language
}

/** The words of a state (V36); what waits for a person has a box of its own, with its reason. */
export function stateWords(words: VillageWords, item: OutboxItem, { place, days }: Look): string {
  switch (item.state) {
    case 'sending':
      return words('village.outbox.sending', { ...place })
    case 'done':
      return words('village.outbox.done', { time: timeWords(civilTime(instantOf(item.since))) })
    case 'retry':
      return words('village.outbox.retry')
    case 'held':
      return item.answer?.status === 'held'
        ? words('village.outbox.heldAfter')
        : words('village.outbox.held', { n: item.photos.length })
    case 'merged':
      return mergedWords(words, item, days)
    case 'attention':
      return ''
    default:
      return words(`village.outbox.${item.state}`)
  }
}

// What looks like another case is taken all the same; the centre will look at both (V74).
function mergedWords(words: VillageWords, { answer }: OutboxItem, days: Language): string {
  const alike = answer?.alike ?? null
  if (alike === null) return words('village.outbox.merged')
  if (alike.number === null) return words('village.outbox.alikeElsewhere')
  return words('village.outbox.alike', { day: dayWords(alike.receivedOn, days), number: alike.number })
}

/** When it is tried again, beside the state and apart from it: what counts seconds is shown and not spoken (4.1.3). */
export function againWords(
  words: VillageWords,
  { state, notBefore, attempts }: OutboxItem,
  now: number,
): string {
  if (state !== 'retry') return ''
  const seconds = Math.max(1, Math.ceil((notBefore - now) / 1000))
  const wait =
    seconds < 90
      ? words('village.outbox.seconds', { n: seconds })
      : words('village.outbox.minutes', { n: Math.round(seconds / 60) })
  return words('village.outbox.retryIn', { wait, k: attempts })
}
