import type { ClockKind, MarkThreshold } from '@counter/shared/vocabulary/case'
import { MARK_READERS, type MarkReader } from './mark-readers.ts'

/** Who hears of a change: one gap-free stream each (R19). */
export type Audience =
  | 'hall'
  | 'supervisor'
  | `window:${number}`
  | `unit:${string}`
  | `village:${string}`
  | `case:${string}`
  | `letter:${string}`
  /** One person, for what a colleague's absence brings (C403). */
  | `staff:${string}`
  | `draft:${string}`

/** What changed, as the row of a stream names it; its body is built after COMMIT from the present state. */
export type News =
  | { readonly kind: 'ticket_changed'; readonly id: string }
  | { readonly kind: 'window_changed'; readonly window: number }
  | { readonly kind: 'call_announced'; readonly seq: number }
  | { readonly kind: 'call_heard'; readonly seq: number }
  | { readonly kind: 'call_spoken'; readonly seq: number }
  | { readonly kind: 'call_withdrawn'; readonly seq: number }
  | { readonly kind: 'case_changed'; readonly id: string }
  | { readonly kind: 'letter_changed'; readonly id: string }
  /** Many new cases at once, told as one piece of news to the units that got them. */
  | { readonly kind: 'cases_imported'; readonly units: readonly string[] }
  | {
      readonly kind: 'mark_fired'
      readonly id: string
      readonly clock: ClockKind
      readonly threshold: MarkThreshold
    }
  /** Who stands in for whom has changed; the deputies of before and after hear of it. */
  | { readonly kind: 'deputies_changed'; readonly deputies: readonly string[] }
  | { readonly kind: 'device_changed'; readonly id: string }
  | { readonly kind: 'speaker_changed' }
  | { readonly kind: 'sound_asked'; readonly id: string }
  | { readonly kind: 'notices_changed' }
  | { readonly kind: 'figures_changed' }
  | { readonly kind: 'settings_changed' }
  | { readonly kind: 'intake_changed' }
  /** A photo came to an open intake, or is no longer there (C-2). */
  | { readonly kind: 'photos_changed'; readonly ticket: string }

/** Whom a piece of news about a case concerns besides those who follow the case itself. */
export interface CasePlace {
  readonly units: readonly string[]
  readonly village: string | null
  /** Who stands in for the person whose case it is (C704). */
  readonly deputies?: readonly string[]
}

/** The audiences of one piece of news (R19). `windows` are the hall's windows: each desk shows the whole line. */
export function audiencesOf(news: News, windows: readonly number[], place?: CasePlace): Audience[] {
  const desks = windows.map((window): Audience => `window:${window}`)
  switch (news.kind) {
    case 'ticket_changed':
    case 'window_changed':
    case 'settings_changed':
    case 'intake_changed':
      return ['hall', ...desks, 'supervisor']
    case 'call_announced':
    case 'call_withdrawn':
      return ['hall', ...desks]
    case 'call_heard':
      return desks
    case 'call_spoken':
    case 'speaker_changed':
    case 'sound_asked':
    case 'notices_changed':
      return ['hall']
    case 'device_changed':
      return [...desks, 'supervisor']
    case 'case_changed':
      return [
        `case:${news.id}`,
        ...unitsAndVillage(place),
        ...people(place?.deputies ?? []),
        ...desks,
        'supervisor',
      ]
    case 'mark_fired':
      return [
        `case:${news.id}`,
        ...MARK_READERS[news.clock](news.threshold).flatMap((reader) => audienceOf(reader, desks, place)),
      ]
    case 'letter_changed':
      return [`letter:${news.id}`, ...unitsAndVillage(place), 'supervisor']
    case 'cases_imported':
      return [...unitsAndVillage({ units: news.units, village: null }), ...desks, 'supervisor']
    case 'deputies_changed':
      return people(news.deputies)
    case 'figures_changed':
      return ['supervisor']
    case 'photos_changed':
      return [`draft:${news.ticket}`]
  }
}

function audienceOf(
  reader: MarkReader,
  desks: readonly Audience[],
  place: CasePlace | undefined,
): readonly Audience[] {
  switch (reader) {
    case 'units':
      return unitsAndVillage({ units: place?.units ?? [], village: null })
    case 'village':
      return unitsAndVillage({ units: [], village: place?.village ?? null })
    case 'deputies':
      return people(place?.deputies ?? [])
    case 'desks':
      return [...desks]
    case 'supervisor':
      return ['supervisor']
  }
}

function unitsAndVillage(place: CasePlace | undefined): Audience[] {
  if (place === undefined) return []
  const units = place.units.map((unit): Audience => `unit:${unit}`)
  return place.village === null ? units : [...units, `village:${place.village}`]
}

function people(ids: readonly string[]): Audience[] {
  return ids.map((id): Audience => `staff:${id}`)
}
