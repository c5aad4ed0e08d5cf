import type { CaseDetail } from '@counter/shared/contract/cases'
import { CASE_EVENT_WORDS } from '@counter/shared/vocabulary/case-event-words'
import { instantWords } from '@counter/shared/vocabulary/date-words'
import type { ReactNode } from 'react'
import { useVillageLanguage, useVillageWords, type VillageWords } from '../../text/village-words.ts'

type Event = CaseDetail['events'][number]

/** One step of a case: when, what it was, by whom, and what was written. */
export function EventLine({ event }: { readonly event: Event }): ReactNode {
  const words = useVillageWords()
  const { days } = useVillageLanguage()
  return (
    <li>
      <time dateTime={event.occurredAt}>{instantWords(event.occurredAt, days)}</time>
      <br />
      {stepWords(words, event, CASE_EVENT_WORDS[event.type][days])} · {event.by}
      {event.text === null ? null : ` · ${event.text}`}
    </li>
  )
}

// The village's own steps have their own words; many another leaves the case where it was, so none is told by where it led.
function stepWords(words: VillageWords, { type, text }: Event, step: string): string {
  if (type === 'case.registered') return words('village.case.registered')
  if (type === 'supplement.handed_in') return words('village.type.material.receive')
  if (type !== 'case.noted') return step
  return words(text === null ? 'village.case.photosIn' : 'village.case.note')
}
