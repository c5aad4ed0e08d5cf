import type { CaseStatus } from '@counter/shared/vocabulary/case'
import type { CaseId } from '@counter/shared/vocabulary/ids'
import type { Instant } from '@counter/shared/vocabulary/time'
import { asc, eq } from 'drizzle-orm'
import type { CaseEvent, CaseFact } from '../domain/case/event.ts'
import { seal, unseal } from './crypto.ts'
import type { Origin } from './origin.ts'
import { caseEvent, caseText } from './schema/cases.ts'
import type { Tx } from './tx.ts'

/** One recorded event with who did it and between which statuses. */
export type StoredEvent = CaseEvent & {
  readonly rev: number
  readonly actor: string
  readonly role: string
  readonly from: CaseStatus | null
  readonly to: CaseStatus
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
  /** Words written by hand; they are encrypted beside the event, because a person may be named in them (P30). */
  readonly text?: string | undefined
}

/** Appends one event; `rev` is unique per case, so two acts at once cannot both stand (C301). */
export function insertCaseEvent(tx: Tx, fact: CaseFact, place: EventPlace): StoredEvent {
  const { id, rev, occurredAt, origin, from, to, text } = place
  const { seq } = tx.query
    .insert(caseEvent)
    .values({
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
      payload: fact.payload,
    })
    .returning({ seq: caseEvent.seq })
    .get()
  if (text !== undefined && text !== '') insertText(tx, id, text)
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
  }
}

function insertText(tx: Tx, event: string, text: string): void {
  tx.query
    .insert(caseText)
    .values({ event, textEnc: seal(tx.keys, `case_text:${event}`, text) })
    .run()
}

/** The events of a case in order; they are the case (C301). */
export function findCaseEvents(tx: Tx, id: CaseId): StoredEvent[] {
  return tx.query
    .select()
    .from(caseEvent)
    .where(eq(caseEvent.case, id))
    .orderBy(asc(caseEvent.rev))
    .limit(5000)
    .all()
    .map(({ device, commandId, case: _, ...row }) => row as unknown as StoredEvent)
}

/** The words written by hand with the events of a case, by event id. */
export function findCaseTexts(tx: Tx, id: CaseId): ReadonlyMap<string, string> {
  const rows = tx.query
    .select({ event: caseText.event, textEnc: caseText.textEnc })
    .from(caseText)
    .innerJoin(caseEvent, eq(caseEvent.id, caseText.event))
    .where(eq(caseEvent.case, id))
    .limit(5000)
    .all()
  return new Map(
    rows.map(({ event, textEnc }) => [
      event,
      unseal(tx.keys, `case_text:${event}`, textEnc).toString('utf8'),
    ]),
  )
}
