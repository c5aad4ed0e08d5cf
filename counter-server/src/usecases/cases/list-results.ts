import { maskPhone } from '@counter/shared/vocabulary/identity'
import type { ResultNews, ResultWay } from '@counter/shared/vocabulary/result'
import type { Instant } from '@counter/shared/vocabulary/time'
import { projectCase } from '../../domain/case/projection.ts'
import { givenBackAt } from '../../domain/case/result.ts'
import { findBareEvents } from '../../store/case-events.ts'
import { countResults, findCases } from '../../store/case-lists.ts'
import { openPersonField } from '../../store/persons.ts'
import type { Tx } from '../../store/tx.ts'
import type { Deps } from '../deps.ts'
import type { CaseAsker } from './case-asker.ts'
import { cursorAfter, cursorOf } from './case-cursor.ts'
import { type CaseLine, toLines } from './case-lines.ts'
import { placeOf } from './case-scene.ts'
import { readPeople } from './event-people.ts'

/** One result that waits, with who tried to tell of it. */
export interface ResultLine {
  readonly line: CaseLine
  readonly shelf: string | null
  /** Masked; the whole number is shown after its audit row (U16). */
  readonly phone: string | null
  /** 未能联系: the point gave its delivery back (V22). */
  readonly isGivenBack: boolean
  readonly calls: readonly {
    readonly at: Instant
    readonly by: string
    readonly way: ResultWay
    readonly isReached: boolean
  }[]
}

export interface ResultsFound {
  readonly lines: readonly ResultLine[]
  readonly next: string | null
  readonly counts: Readonly<Record<ResultNews, number>>
}

/** The results that the asker may hand over or tell of, in the order of all lists. */
export function listResults(
  { store }: Pick<Deps, 'store'>,
  asker: Pick<CaseAsker, 'actor' | 'staff'>,
  asked: { readonly news: ResultNews; readonly cursor?: string | undefined; readonly limit: number },
): ResultsFound {
  return store.read((tx) => {
    const { news, limit } = asked
    const after = cursorOf(asked.cursor)
    const place = placeOf(asker)
    const rows = findCases(tx, { resultNews: news, ...place, after, limit: limit + 1 })
    const shown = rows.slice(0, limit)
    const last = rows.length > limit ? shown.at(-1) : undefined
    return {
      lines: toLines(tx, shown).map((line) => resultLine(tx, asker, line)),
      next: last === undefined ? null : cursorAfter(last),
      counts: countResults(tx, place),
    }
  })
}

// An agent has a phone by a look that is written down, and not even masked without one (V4).
function resultLine(tx: Tx, { actor }: Pick<CaseAsker, 'actor'>, line: CaseLine): ResultLine {
  const events = findBareEvents(tx, line.facts.id)
  const people = readPeople(tx, events)
  const { shelf, calls, agency } = projectCase(events)
  const phone = actor === 'agent' ? null : openPersonField(tx, line.facts.person, 'phone')
  const actorOf = new Map(events.map(({ id, actor }) => [id, actor]))
  return {
    line,
    shelf,
    phone: phone === null ? null : maskPhone(phone),
    isGivenBack: givenBackAt(agency) !== null,
    calls: calls.map(({ eventId, at, way, isReached }) => ({
      at,
      by: people(actorOf.get(eventId) ?? ''),
      way,
      isReached,
    })),
  }
}
