import type { Light } from '@counter/shared/vocabulary/case'
import {
  LETTER_CHANNELS,
  LETTER_STATUSES,
  type LetterChannel,
  type LetterStatus,
} from '@counter/shared/vocabulary/letter'

/** The lights that a letter which waits can have. */
export const LETTER_LIGHTS = ['red', 'yellow', 'green'] as const satisfies readonly Light[]
export type LetterLightName = (typeof LETTER_LIGHTS)[number]

/** The filters of the list of letters. They stand in the address, so that a view can be kept and sent (C-4). */
export interface LetterFilters {
  readonly channel: LetterChannel | ''
  readonly status: LetterStatus | ''
  readonly unit: string
  readonly light: LetterLightName | null
  readonly order: boolean
  readonly open: 'yes' | 'no'
}

/** Reads `?channel=phone&status=to_sign&unit=MZ&light=red&order=yes&open=no`; what it does not know is left out. */
export function letterFiltersOf(query: string): LetterFilters {
  const given = new URLSearchParams(query)
  return {
    channel: LETTER_CHANNELS.find((known) => known === given.get('channel')) ?? '',
    status: LETTER_STATUSES.find((known) => known === given.get('status')) ?? '',
    unit: /^[A-Z]{2}$/.test(given.get('unit') ?? '') ? (given.get('unit') ?? '') : '',
    light: LETTER_LIGHTS.find((known) => known === given.get('light')) ?? null,
    order: given.get('order') === 'yes',
    open: given.get('open') === 'no' ? 'no' : 'yes',
  }
}

/** The same filters as an address or a question; the usual values are not written. */
export function letterQueryOf({ channel, status, unit, light, order, open }: LetterFilters): string {
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries({ channel, status, unit }))
    if (value !== '') query.set(name, value)
  if (light !== null) query.set('light', light)
  if (order) query.set('order', 'yes')
  if (open === 'no') query.set('open', 'no')
  return query.toString()
}
