import type { CaseDetail } from '@counter/shared/contract/cases'
import { CASE_WORDS } from '@counter/shared/text/status-words'
import { instantWords } from '@counter/shared/vocabulary/date-words'
import type { ReactNode } from 'react'
import { useVillageLanguage } from '../../text/village-words.ts'

/** One step of a case: when, to which status, by whom, and what was written. */
export function EventLine({ event }: { readonly event: CaseDetail['events'][number] }): ReactNode {
  const { days } = useVillageLanguage()
  return (
    <li>
      <time dateTime={event.occurredAt}>{instantWords(event.occurredAt, days)}</time>
      <br />
      {CASE_WORDS[event.to][days]} · {event.by}
      {event.text === null ? null : ` · ${event.text}`}
    </li>
  )
}
