import type { CaseEventType } from '@counter/shared/vocabulary/case'
import type { CaseId } from '@counter/shared/vocabulary/ids'
import type { Instant, PlainDate } from '@counter/shared/vocabulary/time'
import { caseDues } from '../../domain/case/case-clocks.ts'
import type { CaseState } from '../../domain/case/case-state.ts'
import type { ClockContext } from '../../domain/case/due.ts'
import type { CaseEvent, CaseFact } from '../../domain/case/event.ts'
import { nextState } from '../../domain/case/projection.ts'
import type { EventPlace } from '../../store/case-events.ts'
import type { Item } from '../../store/items.ts'
import type { Origin } from '../../store/origin.ts'
import type { Tx } from '../../store/tx.ts'
import type { Deps } from '../deps.ts'
import { rulesOf } from './case-rules.ts'

/** Whose event it is, by whose rules and when. */
export interface DraftFor {
  readonly tx: Pick<Tx, 'at'>
  readonly newId: Deps['newId']
  readonly context: ClockContext
  readonly item: Item
  readonly id: CaseId
  readonly origin: Origin
}

/** One fact with the events and the state it comes after. */
export interface Appending {
  readonly before: readonly CaseEvent[]
  readonly state: CaseState
  readonly fact: CaseFact
  readonly occurredAt: Instant
  readonly text?: string | undefined
  readonly lateReason?: string | undefined
}

/** An event as it will be written, and the due date that it tells the resident (C520). */
export interface DraftedEvent {
  readonly fact: CaseFact
  readonly place: EventPlace
  readonly toldOn: PlainDate | null
  readonly after: CaseState
}

/** Makes an event of a fact; the due date that it tells the resident is computed first and kept with it (C520). */
export function draftEvent(
  { tx, newId, context, item, id: caseId, origin }: DraftFor,
  { before, state, fact, occurredAt, text, lateReason }: Appending,
): DraftedEvent {
  const id = newId()
  const draft = { ...fact, id, seq: Number.MAX_SAFE_INTEGER, occurredAt, recordedAt: tx.at } as CaseEvent
  const after = nextState(before, state, draft)
  const toldOn = TELLING.has(fact.type)
    ? (caseDues(after, rulesOf(item), context, tx.at).committed?.dueOn ?? null)
    : null
  const payload = toldOn === null ? fact.payload : { ...fact.payload, toldDueOn: toldOn }
  const place = {
    id,
    case: caseId,
    rev: state.rev + 1,
    occurredAt,
    origin,
    from: state.rev === 0 ? null : state.status,
    to: after.status,
    text,
    lateReason,
  }
  return { fact: { ...fact, payload } as CaseFact, place, toldOn, after }
}

/** The acts whose paper gives the resident a due date. */
const TELLING: ReadonlySet<CaseEventType> = new Set([
  'case.accepted',
  'case.converted',
  'item.changed',
  'case.resumed',
  'case.extended',
  'due.told',
])
