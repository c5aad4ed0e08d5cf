/** As much of an event, of a case or of a letter, as says what a correction took back. */
export interface Correctable {
  readonly id: string
  readonly seq: number
  readonly type: string
  readonly payload: object
}

/** The ids of the events that were taken back later (C302). */
export function voidedEvents(events: readonly Correctable[]): ReadonlySet<string> {
  const seen = new Set<string>()
  const voided = new Set<string>()
  for (const event of inOrder(events)) {
    const taken = takenBack(event)
    if (taken !== null && seen.has(taken)) voided.add(taken)
    seen.add(event.id)
  }
  return voided
}

function takenBack({ type, payload }: Correctable): string | null {
  return type === 'event.voided' && 'eventId' in payload ? String(payload.eventId) : null
}

/** The events that still count: neither taken back nor a correction (C302). */
export function standingEvents<Each extends Correctable>(events: readonly Each[]): readonly Each[] {
  const voided = voidedEvents(events)
  return events.filter(({ id, type }) => !voided.has(id) && type !== 'event.voided')
}

/** In the order of their record, whatever order they are given in (C522). */
export function inOrder<Each extends Correctable>(events: readonly Each[]): readonly Each[] {
  return events.toSorted((a, b) => a.seq - b.seq)
}
