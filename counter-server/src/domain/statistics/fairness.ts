import { FAIRNESS_KINDS, type FairnessKind } from '@counter/shared/vocabulary/report'
import { pilesOf } from './piles.ts'
import type { HallEvent } from './visit.ts'

export interface FairnessLine {
  readonly kind: FairnessKind
  readonly n: number
  /** The reasons given, the most frequent first. */
  readonly reasons: readonly { readonly reason: string; readonly n: number }[]
}

export interface FairnessOfStaff {
  readonly staff: string
  readonly counts: Readonly<Record<FairnessKind, number>>
}

export interface FairnessReport {
  readonly lines: readonly FairnessLine[]
  readonly byStaff: readonly FairnessOfStaff[]
}

/** Every departure from the order of a span, with who and why (Q70). */
export function fairnessOf(events: readonly HallEvent[]): FairnessReport {
  const found = events.flatMap((event) => {
    const kind = kindOf(event)
    return kind === null ? [] : [{ kind, event }]
  })
  return {
    lines: FAIRNESS_KINDS.map((kind) => {
      const of = found.filter((each) => each.kind === kind)
      return { kind, n: of.length, reasons: reasonsOf(of.map(({ event }) => event)) }
    }),
    byStaff: [...pilesOf(found, ({ event }) => event.actor)]
      .map(([staff, of]) => ({ staff, counts: countsOf(of.map(({ kind }) => kind)) }))
      .sort((one, other) => (one.staff < other.staff ? -1 : 1)),
  }
}

function kindOf({ type, data }: HallEvent): FairnessKind | null {
  switch (type) {
    case 'ticket.called':
      return data['kind'] === 'pick' ? 'pick' : null
    case 'ticket.started':
      return data['trigger'] === 'direct' ? 'direct' : null
    case 'ticket.missed':
      return data['early'] === true ? 'early_miss' : null
    case 'call.undone':
      return 'undo'
    case 'ticket.reclassed':
      return 'reclass'
    case 'ticket.protected':
      return 'protection'
    default:
      return null
  }
}

function reasonsOf(events: readonly HallEvent[]): FairnessLine['reasons'] {
  const given = events.flatMap(({ data }) => (typeof data['reason'] === 'string' ? [data['reason']] : []))
  return [...pilesOf(given, (reason) => reason)]
    .map(([reason, of]) => ({ reason, n: of.length }))
    .sort((one, other) => other.n - one.n || (one.reason < other.reason ? -1 : 1))
    .slice(0, 20)
}

function countsOf(kinds: readonly FairnessKind[]): Record<FairnessKind, number> {
  const counts = { pick: 0, direct: 0, early_miss: 0, undo: 0, reclass: 0, protection: 0 }
  for (const kind of kinds) counts[kind] += 1
  return counts
}
