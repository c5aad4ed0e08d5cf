import type { CaseDetail } from '@counter/shared/contract/cases'
import { CASE_WORDS } from '@counter/shared/text/status-words'
import { CASE_EVENT_WORDS } from '@counter/shared/vocabulary/case-event-words'
import { type Language as DayLanguage, instantWords } from '@counter/shared/vocabulary/date-words'
import { PAUSE_WORDS } from '@counter/shared/vocabulary/due-words'
import { HOLD_REASONS } from '@counter/shared/vocabulary/hold-reason'
import { useDayLanguage } from '../../text/day-language.ts'
import { useWords } from '../../text/words.ts'
import { movesWords } from './moves-words.ts'

type CaseEvent = CaseDetail['events'][number]

/** Everything that happened, newest first; what was recorded later than it happened says so. */
export function CaseTimeline({ events }: { readonly events: readonly CaseEvent[] }) {
  const t = useWords()
  const newestFirst = [...events].sort((a, b) => b.rev - a.rev)
  return (
    <section className="card" aria-labelledby="case-timeline">
      <h2 id="case-timeline">{t('case.timeline')}</h2>
      <ol className="timeline">
        {newestFirst.map((event) => (
          <Line key={event.id} event={event} />
        ))}
      </ol>
    </section>
  )
}

// A pause is recorded with its reason of the closed list, a code that nobody reads.
function textOf({ type, text }: CaseEvent, language: DayLanguage): string {
  const reason = type === 'case.paused' ? HOLD_REASONS.find((known) => known === text) : undefined
  return reason === undefined ? (text ?? '') : PAUSE_WORDS[reason][language]
}

function Line({ event }: { readonly event: CaseEvent }) {
  const t = useWords()
  const language = useDayLanguage()
  const words = textOf(event, language)
  const isLate = event.occurredAt !== event.recordedAt
  return (
    <li data-voided={event.isVoided}>
      <time dateTime={event.occurredAt}>{instantWords(event.occurredAt, language)}</time>{' '}
      <strong>{CASE_EVENT_WORDS[event.type][language]}</strong>
      {event.from !== event.to && <span> → {CASE_WORDS[event.to][language]}</span>}
      <span className="small"> · {event.by}</span>
      {event.isVoided && <strong className="small"> · {t('event.isVoided')}</strong>}
      {isLate && (
        <span className="small">
          {' '}
          · {t('event.recordedLater', { at: instantWords(event.recordedAt, language) })}
        </span>
      )}
      {event.lateReason !== null && <span className="small"> · {event.lateReason}</span>}
      {event.items !== undefined && <p className="event-text">{t('event.items', event.items)}</p>}
      {event.moves !== undefined && <p className="event-text">{movesWords(event.moves, t, language)}</p>}
      {words !== '' && <p className="event-text">{words}</p>}
    </li>
  )
}
