import type { CaseEvent } from './event.ts'
import type { PaperTaken } from './material-mark.ts'
import { standingEvents } from './standing-events.ts'

/** Every paper that the point took in, with the case and later; the same one again is one more (V17). */
export function papersTakenIn(events: readonly CaseEvent[]): readonly PaperTaken[] {
  return added(standingEvents(events).map(papersOf))
}

/** What lies at the point now: taken in since papers went up last (V94). */
export function papersAtPoint(events: readonly CaseEvent[]): readonly PaperTaken[] {
  const standing = standingEvents(events)
  const last = standing.findLastIndex((event) => event.type === 'papers.handed' && event.payload.way === 'up')
  return added(standing.slice(last + 1).map(papersOf))
}

/** Of papers that are told of once more, what is more than is known (V51). */
export function papersBeyond(
  known: readonly PaperTaken[],
  told: readonly PaperTaken[],
): readonly PaperTaken[] {
  return told.flatMap((paper) => {
    const same = known.find(({ name, form }) => name === paper.name && form === paper.form)
    const count = paper.count - (same?.count ?? 0)
    return count > 0 ? [{ ...paper, count }] : []
  })
}

function papersOf(event: CaseEvent): readonly PaperTaken[] {
  if (event.type === 'case.registered') return event.payload.papers ?? []
  return event.type === 'papers.taken' ? event.payload.papers : []
}

function added(lists: readonly (readonly PaperTaken[])[]): readonly PaperTaken[] {
  const sums = new Map<string, PaperTaken>()
  for (const paper of lists.flat()) {
    const key = `${paper.form} ${paper.name}`
    sums.set(key, { ...paper, count: paper.count + (sums.get(key)?.count ?? 0) })
  }
  return [...sums.values()]
}
