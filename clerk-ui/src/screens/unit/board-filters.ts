import type { CaseRow } from '@counter/shared/contract/cases'
import { LIGHTS, type Light } from '@counter/shared/vocabulary/case'

/** The filters of the board. They stand in the address, so that a view can be kept and sent (C-4). */
export interface BoardFilters {
  readonly unit: string
  readonly village: string
  readonly light: Light | null
  readonly open: 'yes' | 'no'
  readonly view: 'list' | 'columns'
}

/** Reads `?unit=MZ&village=05&light=red&open=no&view=columns`; what it does not know is left out. */
export function filtersOf(query: string): BoardFilters {
  const given = new URLSearchParams(query)
  const light = given.get('light')
  return {
    unit: given.get('unit') ?? '',
    village: given.get('village') ?? '',
    light: LIGHTS.find((known) => known === light) ?? null,
    open: given.get('open') === 'no' ? 'no' : 'yes',
    view: given.get('view') === 'columns' ? 'columns' : 'list',
  }
}

/** The address of these filters; the usual values are not written. */
export function queryOf({ unit, village, light, open, view }: BoardFilters): string {
  const query = new URLSearchParams()
  if (unit !== '') query.set('unit', unit)
  if (village !== '') query.set('village', village)
  if (light !== null) query.set('light', light)
  if (open === 'no') query.set('open', open)
  if (view === 'columns') query.set('view', view)
  const text = query.toString()
  return text === '' ? '' : `?${text}`
}

export interface Place {
  readonly code: string
  readonly name: string
}

/** The units and villages that the rows name, and those met before: a filter must not take away its own choices. */
export function placesOf(
  known: readonly Place[],
  rows: readonly CaseRow[],
  which: 'unit' | 'village',
): readonly Place[] {
  const places = new Map(known.map(({ code, name }) => [code, name]))
  for (const row of rows) {
    const code = row[which]
    if (code !== null) places.set(code, (which === 'unit' ? row.unitName : row.villageName) ?? code)
  }
  return [...places].map(([code, name]) => ({ code, name })).sort((a, b) => a.code.localeCompare(b.code))
}
