import { BoardCounts, ItemList } from '@counter/shared/contract/case-lists'
import { useReading } from '../../state/use-reading.ts'
import type { Place } from './board-filters.ts'

/** What the board can be filtered by: every unit, village and item, whether the rows in sight name it or not. */
export function useBoardPlaces(): Readonly<Record<'units' | 'villages' | 'items', readonly Place[]>> {
  const board = useReading('/api/board', BoardCounts).value
  const items = useReading('/api/items?limit=200', ItemList).value
  return {
    units: (board?.byUnit ?? []).map(({ unit: code, name }) => ({ code, name })),
    villages: (board?.byVillage ?? []).map(({ village: code, name }) => ({ code, name })),
    items: (items?.items ?? []).map(({ code, name }) => ({ code, name })),
  }
}
