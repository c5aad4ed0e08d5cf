import type { SyncAnswer, SyncResult, VillageHeader } from '@counter/shared/contract/village'
import type { CommandId, StaffId } from '@counter/shared/vocabulary/ids'
import type { Slip } from './slip.ts'

/** How an item of the outbox stands; no state deletes anything (V36). */
export const OUTBOX_STATES = ['queued', 'sending', 'held', 'done', 'merged', 'attention', 'retry'] as const
export type OutboxState = (typeof OUTBOX_STATES)[number]

/** A photo as a header names it; its content lies on the disk. */
export interface OpenPhoto extends NamedFile {
  /** Why it does not get through: it waits for a person, and the others go on (V70). */
  readonly problem?: string
  /** Of what the item cannot do without; an item of before says nothing, and its photos keep their own order (V58, V70). */
  readonly isRequired?: boolean
}

type NamedFile = VillageHeader['files'][number]

/** One frozen command as the lists show it; its content lies sealed on the disk. */
export interface OutboxItem {
  readonly header: VillageHeader
  /** Who captured it: nobody else's session sends it (V35). */
  readonly author: StaffId
  /** Photos that the centre does not have yet; their content is let go when it has them. */
  readonly photos: readonly OpenPhoto[]
  /** What the list calls it: item and masked person. */
  readonly title: string
  /** What the resident's slip shows beside the number; null for what has no slip (V65). */
  readonly slip: Slip | null
  readonly state: OutboxState
  readonly attempts: number
  /** Device time in ms before which it is not sent again. */
  readonly notBefore: number
  /** The centre was there and did not take it, so it waits by itself; the others wait for the line alone (V53). */
  readonly isOwnWait?: boolean
  /** How much its text takes while it lies on the device; left out where it does not. */
  readonly textBytes?: number
  /** Device time in ms of the last change. */
  readonly since: number
  readonly answer: SyncResult | null
  /** 交镇中心处理: the agent gave it to the centre and waits for its answer (V36). */
  readonly isHanded?: boolean
}

export type Outbox = readonly OutboxItem[]

const SHORTEST_MS = 10_000
const LONGEST_MS = 600_000
const LISTED_MS = 86_400_000

interface NewItem extends Pick<OutboxItem, 'header' | 'author' | 'title' | 'slip'> {
  /** The addresses of photos of what the item cannot do without (V70). */
  readonly required?: readonly string[]
}

/** A new item, which waits for nothing but its turn. */
export function newItem({ header, author, title, slip, required = [] }: NewItem, now: number): OutboxItem {
  const photos = header.files.map((file) =>
    required.includes(file.sha256) ? { ...file, isRequired: true } : file,
  )
  const fresh = { attempts: 0, notBefore: now, since: now, answer: null }
  return { header, author, title, slip, photos, state: 'queued', ...fresh }
}

/**
 * The commands of this author to send now, in the order of their capture: once one is due, all that waited only for the line
 * go before it, or a fresh one would overtake them (V53). An item at fault stops nobody else (V44, V45).
 */
export function nextToSend(outbox: Outbox, author: StaffId, now: number, most: number): Outbox {
  const open = outbox.filter((item) => isOpen(item) && item.author === author)
  if (!open.some((item) => isDue(item, now))) return []
  return open
    .filter((item) => waitsForLine(item) || isDue(item, now))
    .sort((a, b) => a.header.seq - b.header.seq)
    .slice(0, most)
}

// A held command asks again by itself: its answer comes when its predecessor has arrived.
function isOpen(item: OutboxItem): boolean {
  return item.state === 'queued' || item.state === 'retry' || isHeld(item)
}

function isHeld({ state, answer }: OutboxItem): boolean {
  return state === 'held' && answer?.status === 'held'
}

// A wait longer than any that is given comes from a clock that was set back.
function isDue({ notBefore }: OutboxItem, now: number): boolean {
  return now >= notBefore || notBefore - now > LONGEST_MS
}

function waitsForLine({ state, isOwnWait = false }: OutboxItem): boolean {
  return state === 'queued' || (state === 'retry' && !isOwnWait)
}

/** Those items are on their way. */
export function withSending(outbox: Outbox, sent: readonly CommandId[], now: number): Outbox {
  return change(outbox, sent, (item) => ({ ...item, state: 'sending', since: now }))
}

/** The centre answered: each command by its own status; one that is not named stays queued (V47, V48). */
export function withAnswer(
  outbox: Outbox,
  sent: readonly CommandId[],
  { results }: Pick<SyncAnswer, 'results'>,
  now: number,
  chance: number,
): Outbox {
  const told = change(outbox, sent, (item) => {
    const result = results.find(({ id }) => id === item.header.id)
    return result === undefined ? waitingAlone(item, now, chance) : answered(item, result, now, chance)
  })
  return withFollowersDue(outbox, told, now)
}

// What a held command waits for has arrived, or stands now: it asks at once, and not when its back-off ends (V52).
function withFollowersDue(before: Outbox, told: Outbox, now: number): Outbox {
  const moved = new Set(
    told
      .filter((item, place) => isAccepted(item) && before[place]?.answer !== item.answer)
      .map(({ header }) => header.caseId),
  )
  return told.map((item) =>
    isHeld(item) && moved.has(item.header.caseId) ? { ...item, notBefore: now } : item,
  )
}

/** Whether the centre has what it refused, and may be asked to solve it; a centre of before does not say (V51). */
export function isAtCentre({ answer }: OutboxItem): boolean {
  return answer?.stored !== false
}

/** 交镇中心处理 of what waits for a person (V36). */
export function withHanded(outbox: Outbox, id: CommandId): Outbox {
  return change(outbox, [id], (item) => (item.state === 'attention' ? { ...item, isHanded: true } : item))
}

/** What the centre made of items that wait: done, or its no with the reason, and then it is the agent's again (V51). */
export function withOutcomes(outbox: Outbox, results: readonly SyncResult[], now: number): Outbox {
  const told = outbox.map((item) => {
    const result = results.find(({ id }) => id === item.header.id)
    if (item.state !== 'attention' || result === undefined) return item
    return { ...answered(item, result, now, 0), isHanded: false }
  })
  return withFollowersDue(outbox, told, now)
}

/**
 * No answer, or none that can be believed: only state and reason change (V59). What else waits for the line rests as long, or it
 * would go out before what it was captured after (V53). `chance` is 0 to 1 (V43).
 */
export function withSilence(outbox: Outbox, sent: readonly CommandId[], now: number, chance: number): Outbox {
  const told = change(outbox, sent, (item) => waiting(item, now, chance))
  const rested = told.filter(({ header }) => sent.includes(header.id)).map((item) => item.notBefore)
  const notBefore = Math.max(now, ...rested)
  return told.map((item) => (waitsForLine(item) ? { ...item, notBefore } : item))
}

/** 「现在发」: nothing waits for its back-off any longer (V43). */
export function withoutBackOff(outbox: Outbox, now: number): Outbox {
  return outbox.map((item) => (isResting(item) ? { ...item, state: 'queued', notBefore: now } : item))
}

/** The line carries again: what waited for it goes, and what the centre itself put off keeps its wait (V43, V53). */
export function withoutRest(outbox: Outbox, now: number): Outbox {
  return outbox.map((item) => (waitsForLine(item) ? { ...item, state: 'queued', notBefore: now } : item))
}

function isResting({ state }: OutboxItem): boolean {
  return state === 'retry' || state === 'queued'
}

/** Nobody sends now, so what says 发送中 was cut off by a page that was closed or killed (V36). */
export function withoutSending(outbox: Outbox): Outbox {
  return outbox.map((item) => (item.state === 'sending' ? { ...item, state: 'queued' } : item))
}

/** What the centre has is listed for a day (V36). */
export function withoutOld(outbox: Outbox, now: number): Outbox {
  return outbox.filter(({ state, since }) => !isDone(state) || now - since < LISTED_MS)
}

/** True when the centre has everything, so that the content may go from the device (V38). */
export function isDone(state: OutboxState): boolean {
  return state === 'done' || state === 'merged'
}

/** 撤回, or 修改重发 after the new command is in: only what waits for a person may go (V36). */
export function withoutItem(outbox: Outbox, id: CommandId): Outbox {
  return outbox.filter(({ header, state }) => header.id !== id || state !== 'attention')
}

/** The centre has applied it; only photos may still be on their way. */
export function isAccepted({ answer }: OutboxItem): boolean {
  return answer !== null && ['applied', 'duplicate', 'merged'].includes(answer.status)
}

/** The centre has said its last word: it is there, or refused. */
export function isSettled(answer: SyncResult | null): boolean {
  return answer !== null && answer.status !== 'held' && answer.status !== 'retry'
}

function answered(item: OutboxItem, result: SyncResult, now: number, chance: number): OutboxItem {
  switch (result.status) {
    case 'retry':
      return { ...waitingAlone(item, now, chance), answer: result }
    case 'attention':
      return { ...item, state: 'attention', since: now, answer: result }
    case 'held':
      return { ...waiting(item, now, chance), state: 'held', answer: result }
    default: {
      const photos = item.photos.filter(({ sha256 }) => result.filesMissing.includes(sha256))
      return settled({ ...item, photos, answer: result }, now)
    }
  }
}

/** Done when the centre has its text and every photo; in between it says which are to come (V67). */
export function settled(item: OutboxItem, now: number): OutboxItem {
  if (!isAccepted(item)) return item
  const done = item.answer?.status === 'merged' ? 'merged' : 'done'
  return { ...item, state: item.photos.length > 0 ? 'held' : done, since: now }
}

// Full jitter between nothing and a limit that doubles from 10 s to 10 min; never less than a second (V43).
function waiting(item: OutboxItem, now: number, chance: number): OutboxItem {
  const limit = Math.min(SHORTEST_MS * 2 ** item.attempts, LONGEST_MS)
  const notBefore = now + Math.max(1000, chance * limit)
  return { ...item, state: 'retry', attempts: item.attempts + 1, notBefore, since: now, isOwnWait: false }
}

function waitingAlone(item: OutboxItem, now: number, chance: number): OutboxItem {
  return { ...waiting(item, now, chance), isOwnWait: true }
}

// What is done never changes again, whatever a second sender does: each page keeps it as it read it (V36).
function change(outbox: Outbox, ids: readonly CommandId[], step: (item: OutboxItem) => OutboxItem): Outbox {
  const isMeant = ({ header, state }: OutboxItem) => !isDone(state) && ids.includes(header.id)
  return outbox.map((item) => (isMeant(item) ? step(item) : item))
}
