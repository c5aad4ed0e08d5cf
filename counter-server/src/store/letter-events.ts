import type { LetterStatus } from '@counter/shared/vocabulary/letter'
import type { Instant } from '@counter/shared/vocabulary/time'
import { asc, eq, inArray } from 'drizzle-orm'
import type { LetterEvent, LetterFact } from '../domain/letter/letter-event.ts'
import { seal, unseal } from './crypto.ts'
import type { Origin } from './origin.ts'
import { letterEvent, letterText } from './schema/letters.ts'
import type { Tx } from './tx.ts'

/** What was written by hand with an event of a letter, by its name: `text`, `answer`, `reason`, `organ`, `leader`. */
export type LetterWords = Readonly<Record<string, string>>

/** One recorded event with who did it, between which statuses, and its words. */
export type StoredLetterEvent = LetterEvent & {
  readonly rev: number
  readonly actor: string
  readonly role: string
  readonly from: LetterStatus | null
  readonly to: LetterStatus
  readonly words: LetterWords
}

/** What a new event is written with besides its fact. */
export interface LetterEventPlace {
  readonly id: string
  readonly letter: string
  readonly rev: number
  readonly occurredAt: Instant
  readonly origin: Origin
  readonly from: LetterStatus | null
  readonly to: LetterStatus
  readonly words: LetterWords
}

/** Appends one event; `rev` is unique per letter, so two acts at once cannot both stand (C301). Its words are sealed beside it (P30). */
export function insertLetterEvent(tx: Tx, fact: LetterFact, place: LetterEventPlace): StoredLetterEvent {
  const { id, letter, rev, occurredAt, origin, from, to } = place
  const words = spoken(place.words)
  const { seq } = tx.query
    .insert(letterEvent)
    .values({
      id,
      letter,
      rev,
      type: fact.type,
      occurredAt,
      recordedAt: tx.at,
      actor: origin.actor,
      role: origin.role,
      device: origin.device,
      commandId: origin.commandId,
      from,
      to,
      payload: fact.payload,
    })
    .returning({ seq: letterEvent.seq })
    .get()
  if (Object.keys(words).length > 0)
    tx.query
      .insert(letterText)
      .values({ event: id, wordsEnc: seal(tx.keys, placeOf(id), JSON.stringify(words)) })
      .run()
  const { actor, role } = origin
  return { ...fact, seq, id, occurredAt, recordedAt: tx.at, rev, actor, role, from, to, words }
}

/** The events of a letter in order, with their words; they are the letter (C301). */
export function findLetterEvents(tx: Tx, id: string): StoredLetterEvent[] {
  return tx.query
    .select({ event: letterEvent, wordsEnc: letterText.wordsEnc })
    .from(letterEvent)
    .leftJoin(letterText, eq(letterText.event, letterEvent.id))
    .where(eq(letterEvent.letter, id))
    .orderBy(asc(letterEvent.rev))
    .limit(5000)
    .all()
    .map(({ event, wordsEnc }) => ({
      ...bareOf(event),
      words: wordsEnc === null ? {} : opened(tx, event.id, wordsEnc),
    }))
}

/** The words that stand beside these events, for lists over many letters. */
export function findLetterWordsOf(tx: Tx, events: readonly string[]): ReadonlyMap<string, LetterWords> {
  if (events.length === 0) return new Map()
  const where = inArray(letterText.event, [...events])
  const rows = tx.query.select().from(letterText).where(where).limit(events.length).all()
  return new Map(rows.map(({ event, wordsEnc }) => [event, opened(tx, event, wordsEnc)]))
}

/** The texts among them. */
export function findLetterTextsOf(tx: Tx, events: readonly string[]): ReadonlyMap<string, string> {
  return new Map(
    [...findLetterWordsOf(tx, events)].flatMap(([event, { text }]) =>
      text === undefined ? [] : [[event, text] as const],
    ),
  )
}

function opened(tx: Tx, event: string, wordsEnc: Buffer): LetterWords {
  return JSON.parse(unseal(tx.keys, placeOf(event), wordsEnc).toString('utf8')) as LetterWords
}

/** The same without the words, which move no clock and no status: nothing has to be opened for it. */
export function findBareLetterEvents(tx: Tx, id: string): StoredLetterEvent[] {
  return tx.query
    .select()
    .from(letterEvent)
    .where(eq(letterEvent.letter, id))
    .orderBy(asc(letterEvent.rev))
    .limit(5000)
    .all()
    .map((event) => ({ ...bareOf(event), words: {} }))
}

/** The place of the newest event of any letter; 0 before the first. */
export function findLastLetterEvent(tx: Tx): number {
  return (tx.sql.prepare('SELECT max(seq) FROM letter_event').pluck().get() as number | null) ?? 0
}

function bareOf({ device: _, commandId: __, letter: ___, ...row }: typeof letterEvent.$inferSelect) {
  return row as unknown as Omit<StoredLetterEvent, 'words'> & LetterEvent
}

function spoken(words: LetterWords): LetterWords {
  return Object.fromEntries(Object.entries(words).filter(([, said]) => said !== ''))
}

function placeOf(event: string): string {
  return `letter_text:${event}`
}
