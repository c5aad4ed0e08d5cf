import type { CaseStatus } from '@counter/shared/vocabulary/case'
import type { CaseId } from '@counter/shared/vocabulary/ids'
import type { Instant } from '@counter/shared/vocabulary/time'
import { eq, inArray, sql } from 'drizzle-orm'
import type { CaseEvent, CaseFact } from '../domain/case/event.ts'
import { insertRow } from './bulk-rows.ts'
import { type CaseWords, withoutWords, withWords } from './case-words.ts'
import { type Keys, seal, unseal } from './crypto.ts'
import type { Origin } from './origin.ts'
import { caseEvent, caseText } from './schema/cases.ts'
import { statement } from './statement.ts'
import type { Tx } from './tx.ts'

/** One recorded event with who did it and between which statuses. */
export type StoredEvent = CaseEvent & {
  readonly rev: number
  readonly actor: string
  readonly role: string
  readonly from: CaseStatus | null
  readonly to: CaseStatus
  /** Words written by hand beside the act, or null. */
  readonly text: string | null
  /** Why it was entered later than it happened, or null (C306). */
  readonly lateReason: string | null
}

/** What a new event is written with besides its fact. */
export interface EventPlace {
  readonly id: string
  readonly case: CaseId
  readonly rev: number
  readonly occurredAt: Instant
  readonly origin: Origin
  readonly from: CaseStatus | null
  readonly to: CaseStatus
  /** Words written by hand beside the act: a note, a result, a receiver. */
  readonly text?: string | undefined
  readonly lateReason?: string | undefined
}

/**
 * Appends one event; `rev` is unique per case, so two acts at once cannot both stand (C301). Whatever was written by hand
 * is encrypted beside it, because a person may be named in it (P30).
 */
export function insertCaseEvent(tx: Tx, fact: CaseFact, place: EventPlace): StoredEvent {
  const { id, rev, occurredAt, origin, from, to, text = '', lateReason = '' } = place
  const { payload, words } = withoutWords(fact)
  // Its number is its row id.
  const seq = insertRow(tx, caseEvent, {
    id,
    case: place.case,
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
    payload,
  })
  insertWords(tx, id, {
    ...words,
    ...(text === '' ? {} : { text }),
    ...(lateReason === '' ? {} : { lateReason }),
  })
  return {
    ...fact,
    seq,
    id,
    occurredAt,
    recordedAt: tx.at,
    rev,
    actor: origin.actor,
    role: origin.role,
    from,
    to,
    text: text === '' ? null : text,
    lateReason: lateReason === '' ? null : lateReason,
  }
}

/** Seals what was written by hand with an event; nothing is kept when nothing was written (P30). */
export function insertWords(tx: Tx, event: string, words: CaseWords): void {
  if (Object.keys(words).length === 0) return
  insertRow(tx, caseText, sealedWords(tx.keys, event, words))
}

/** The words of an event as they are kept (P30). */
export function sealedWords(keys: Keys, event: string, words: CaseWords): typeof caseText.$inferInsert {
  return { event, textEnc: seal(keys, placeOf(event), JSON.stringify(words)), isForm: true }
}

function placeOf(event: string): string {
  return `case_text:${event}`
}

/** What an event is read from, cell by cell: a rebuild reads millions of them, a list some hundreds. */
export const EVENT_CELLS =
  '"case", seq, id, rev, type, occurred_at, recorded_at, actor, role, "from", "to", payload'
export type EventCells = [
  CaseId,
  number,
  string,
  number,
  string,
  string,
  string,
  string,
  string,
  string,
  string,
  string,
]

/** The event that bare cells are. */
export function eventOf(cells: EventCells): StoredEvent {
  const [, seq, id, rev, type, occurredAt, recordedAt, actor, role, from, to, payload] = cells
  return {
    seq,
    id,
    rev,
    type,
    occurredAt,
    recordedAt,
    actor,
    role,
    from,
    to,
    payload: JSON.parse(payload),
    text: null,
    lateReason: null,
  } as StoredEvent
}

const EVENTS = `SELECT ${EVENT_CELLS} FROM case_event WHERE "case" = ? ORDER BY rev LIMIT 5000`

/** The events of a case in order, with all their words; they are the case (C301). */
export function findCaseEvents(tx: Tx, id: CaseId): StoredEvent[] {
  const words = findWords(tx, id)
  return findBareEvents(tx, id).map((event) => {
    const written = words.get(event.id)
    if (written === undefined) return event
    return {
      ...event,
      payload: withWords(event.payload, written),
      text: written['text'] ?? null,
      lateReason: written['lateReason'] ?? null,
    } as StoredEvent
  })
}

/** The same without the words, which move no clock and no status: nothing has to be opened for it. */
export function findBareEvents(tx: Tx, id: CaseId): StoredEvent[] {
  return (tx.sql.prepare(EVENTS).raw().all(id) as EventCells[]).map(eventOf)
}

const wordsOfCase = statement((query) =>
  query
    .select(SEALED)
    .from(caseText)
    .innerJoin(caseEvent, eq(caseEvent.id, caseText.event))
    .where(eq(caseEvent.case, sql.placeholder('case')))
    .limit(5000)
    .prepare(),
)

function findWords(tx: Tx, id: CaseId): ReadonlyMap<string, CaseWords> {
  return opened(tx, wordsOfCase(tx).all({ case: id }))
}

/** The texts that stand beside these events, for lists over many cases. */
export function findTextsOf(tx: Tx, events: readonly string[]): ReadonlyMap<string, string> {
  if (events.length === 0) return new Map()
  const where = inArray(caseText.event, [...events])
  const rows = tx.query.select(SEALED).from(caseText).where(where).limit(events.length).all()
  return new Map(
    [...opened(tx, rows)].flatMap(([event, { text }]) => (text === undefined ? [] : [[event, text]])),
  )
}

const SEALED = { event: caseText.event, textEnc: caseText.textEnc, isForm: caseText.isForm }

function opened(
  tx: Tx,
  rows: readonly Pick<typeof caseText.$inferSelect, keyof typeof SEALED>[],
): ReadonlyMap<string, CaseWords> {
  return new Map(
    rows.map(({ event, textEnc, isForm }) => {
      const words = unseal(tx.keys, placeOf(event), textEnc).toString('utf8')
      return [event, isForm ? (JSON.parse(words) as CaseWords) : { text: words }]
    }),
  )
}
