import type { RelationOf } from '@counter/shared/vocabulary/agency'
import type { Instant } from '@counter/shared/vocabulary/time'
import { isFiled, mustDeclare } from '../../domain/case/relation.ts'
import { standingEvents } from '../../domain/case/standing-events.ts'
import type { StoredEvent } from '../../store/case-events.ts'
import type { CaseScene } from './case-scene.ts'

interface Said {
  readonly by: string
  readonly at: Instant
}

/** What a case's page says of near relatives (V12). */
export interface RelationFacts {
  readonly isRelative: boolean
  readonly isFiled: boolean
  /** Who found it later; null where it was declared, or is not so. */
  readonly found: (Said & { readonly whose: RelationOf; readonly reason: string }) | null
  /** Who handles it and is no relation, by their own word. */
  readonly unrelated: readonly Said[]
  /** Who asks has not said it yet. */
  readonly mustDeclare: boolean
}

export function relationOf(
  { context, events, asker }: CaseScene,
  people: (actor: string) => string,
): RelationFacts {
  const { state, item } = context
  return {
    isRelative: state.flags.includes('relative'),
    isFiled: isFiled(state, item),
    ...relationSaid(events, people),
    mustDeclare: asker.staff !== null && mustDeclare(context, asker.staff.id),
  }
}

/** What the events of a case say of near relatives after the declaration. */
export function relationSaid(
  events: readonly StoredEvent[],
  people: (actor: string) => string,
): Pick<RelationFacts, 'found' | 'unrelated'> {
  const standing = standingEvents(events)
  return {
    found: standing.flatMap((event) => foundIn(event, people))[0] ?? null,
    unrelated: standing
      .filter(({ type }) => type === 'relation.declared')
      .map(({ actor, occurredAt }) => ({ by: people(actor), at: occurredAt })),
  }
}

function foundIn(
  event: StoredEvent,
  people: (actor: string) => string,
): NonNullable<RelationFacts['found']>[] {
  if (event.type !== 'relation.found') return []
  const { actor, occurredAt, payload, text } = event
  return [{ by: people(actor), at: occurredAt, whose: payload.whose, reason: text ?? '' }]
}
