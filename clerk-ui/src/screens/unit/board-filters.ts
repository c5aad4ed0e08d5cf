import { CASE_CHANNELS, type CaseChannel, LIGHTS, type Light } from '@counter/shared/vocabulary/case'

/** The filters of the board. They stand in the address, so that a view can be kept and sent (C-4). */
export interface BoardFilters {
  readonly unit: string
  readonly village: string
  readonly item: string
  readonly channel: CaseChannel | ''
  /** Only what waits for a signature, only what has an open supervision order, only what looks like another. */
  readonly approval: boolean
  readonly order: boolean
  readonly duplicate: boolean
  readonly light: Light | null
  readonly open: 'yes' | 'no'
  readonly view: 'list' | 'columns'
}

/** Reads `?unit=MZ&village=05&item=MZ-001&channel=window&approval=yes&order=yes&duplicate=yes&light=red&open=no&view=columns`; what it does not know is left out. */
export function filtersOf(query: string): BoardFilters {
  const given = new URLSearchParams(query)
  const light = given.get('light')
  return {
    unit: given.get('unit') ?? '',
    village: given.get('village') ?? '',
    item: given.get('item') ?? '',
    channel: CASE_CHANNELS.find((known) => known === given.get('channel')) ?? '',
    approval: given.get('approval') === 'yes',
    order: given.get('order') === 'yes',
    duplicate: given.get('duplicate') === 'yes',
    light: LIGHTS.find((known) => known === light) ?? null,
    open: given.get('open') === 'no' ? 'no' : 'yes',
    view: given.get('view') === 'columns' ? 'columns' : 'list',
  }
}

/** The address of these filters; the usual values are not written. */
export function queryOf({ open, view, ...asked }: BoardFilters): string {
  const query = askedOf(asked)
  if (open === 'no') query.set('open', open)
  if (view === 'columns') query.set('view', view)
  const text = query.toString()
  return text === '' ? '' : `?${text}`
}

/** What is asked of the server. */
export type Asked = Pick<
  BoardFilters,
  'unit' | 'village' | 'item' | 'channel' | 'approval' | 'order' | 'duplicate' | 'light'
>

/** The part of the address that the server reads as well. */
export function askedOf({
  unit,
  village,
  item,
  channel,
  approval,
  order,
  duplicate,
  light,
}: Asked): URLSearchParams {
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries({ unit, village, item, channel }))
    if (value !== '') query.set(name, value)
  if (approval) query.set('approval', 'yes')
  if (order) query.set('order', 'yes')
  if (duplicate) query.set('duplicate', 'yes')
  if (light !== null) query.set('light', light)
  return query
}

export interface Place {
  readonly code: string
  readonly name: string
}
