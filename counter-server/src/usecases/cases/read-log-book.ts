import type { VillageCode } from '@counter/shared/vocabulary/ids'
import { handUpWorkdays } from '../../domain/village/village-timer.ts'
import { findLogBook, type LogBookFacts, logBookPlace } from '../../store/agency.ts'
import type { Deps } from '../deps.ts'
import type { CaseAsker } from './case-asker.ts'
import { clockContext } from './case-rules.ts'
import { placeOf } from './case-scene.ts'

export interface LogBookLine {
  readonly row: LogBookFacts
  /** Working days from the village's receipt to the centre's, shown apart from the centre's own time (C518, V89). */
  readonly handUpWorkdays: number
}

/** 代办台账, newest first: an agent's own point, for others every point (V16, V17). */
export function readLogBook(
  { store }: Pick<Deps, 'store'>,
  asker: Pick<CaseAsker, 'actor' | 'staff'>,
  asked: { readonly village: VillageCode | null; readonly cursor: string | null; readonly limit: number },
): { readonly lines: readonly LogBookLine[]; readonly next: string | null } {
  return store.read((tx) => {
    const village = placeOf(asker).village ?? asked.village
    const rows = findLogBook(tx, { village, after: asked.cursor, limit: asked.limit + 1 })
    const { calendar } = clockContext(tx)
    const shown = rows.slice(0, asked.limit)
    const lines = shown.map((row) => ({
      row,
      handUpWorkdays: handUpWorkdays(calendar, row.registeredAt, row.receivedAt),
    }))
    const last = rows.length > asked.limit ? shown.at(-1) : undefined
    return { lines, next: last === undefined ? null : logBookPlace(last) }
  })
}
