import type { LetterChange, LettersChange } from '@counter/shared/contract/letters'
import type { UnitCode } from '@counter/shared/vocabulary/ids'
import { Refusal } from '../domain/refusal.ts'
import type { Tx } from '../store/tx.ts'
import type { Deps } from '../usecases/deps.ts'
import { readLetterLights } from '../usecases/letters/list-letters.ts'
import { readLetter } from '../usecases/letters/read-letter.ts'
import type { Asker } from '../usecases/people/asker.ts'
import { toLetterDetail } from '../views/letter-views.ts'
import type { TopicKind } from './topic.ts'

/** Topic `letters`: how many wait under each light; a handler hears of the own unit's (P11). The list is read anew when it speaks. */
export const lettersTopic: TopicKind = {
  name: 'letters',
  actors: ['clerk', 'handler', 'supervisor', 'leader'],
  grant(_tx, _wanted, { actor, staff }) {
    const unit = actor === 'handler' ? ((staff?.staff.unit ?? null) as UnitCode | null) : null
    if (actor === 'handler' && unit === null) return null
    const counts = (tx: Tx) => readLetterLights(tx, unit)
    return {
      audience: unit === null ? 'supervisor' : `unit:${unit}`,
      bodyKey: `letters:${unit ?? ''}`,
      snapshot: counts,
      changes: (tx, _news, whole): LettersChange[] =>
        whole?.some(({ kind }) => kind === 'letter_changed') === true
          ? [{ kind: 'letter_changed', counts: counts(tx) }]
          : [],
    }
  },
}

/** Topic `letter:ID`: one letter's page. Who may not open it is told as if it were not there (P10). */
export function letterTopic(deps: Deps): TopicKind {
  return {
    name: 'letter',
    actors: ['clerk', 'handler', 'supervisor', 'leader'],
    grant(tx, { argument: id }, asker) {
      const state = (now: Tx) =>
        unlessRefused(() => toLetterDetail(readLetter(deps, now, askerOf(asker), id)))
      if (state(tx) === null) return null
      return {
        audience: `letter:${id}`,
        // What may be done differs from person to person, so each body is somebody's own.
        bodyKey: `letter:${id}:${askerOf(asker).origin.actor}`,
        snapshot: state,
        changes: (now, _news, whole): LetterChange[] => {
          const letter = whole === null ? null : state(now)
          return letter === null ? [] : [{ kind: 'letter_changed', letter }]
        },
      }
    },
  }
}

function askerOf({ actor, staff }: Asker) {
  const name = staff === null ? actor : `staff:${staff.staff.id}`
  return {
    origin: { actor: name, role: actor, device: null, commandId: null },
    actor,
    staff: staff?.staff ?? null,
  }
}

function unlessRefused<T>(read: () => T): T | null {
  try {
    return read()
  } catch (error) {
    if (error instanceof Refusal) return null
    throw error
  }
}
