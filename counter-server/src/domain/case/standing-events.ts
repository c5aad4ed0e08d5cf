import type { CaseEvent } from './event.ts'

/** The ids of the events that were taken back later (C302). */
export function voidedEvents(events: readonly CaseEvent[]): ReadonlySet<string> {
  const seen = new Set<string>()
  const voided = new Set<string>()
  for (const event of inOrder(events)) {
    if (event.type === 'event.voided' && seen.has(event.payload.eventId)) voided.add(event.payload.eventId)
    seen.add(event.id)
  }
  return voided
}

/** The events that still count: neither taken back nor a correction (C302). */
export function standingEvents<Each extends CaseEvent>(events: readonly Each[]): readonly Each[] {
  const voided = voidedEvents(events)
  return events.filter(({ id, type }) => !voided.has(id) && type !== 'event.voided')
}

/** In the order of their record, whatever order they are given in (C522). */
export function inOrder(events: readonly CaseEvent[]): readonly CaseEvent[] {
  return events.toSorted((a, b) => a.seq - b.seq)
}
