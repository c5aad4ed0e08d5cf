import type { CaseRow } from '@counter/shared/contract/case-row'
import { Light } from '@counter/shared/ui/light'
import { ENDED_STATUSES } from '@counter/shared/vocabulary/case'
import { dayWords } from '@counter/shared/vocabulary/date-words'
import {
  type DueFacts,
  dueWords,
  resumedWords,
  statutoryMarkWords,
} from '@counter/shared/vocabulary/due-words'
import { civilDate, daysBetween } from '@counter/shared/vocabulary/plain-date'
import type { Instant, PlainDate } from '@counter/shared/vocabulary/time'
import { relit } from '../state/case-list.ts'
import { useDayLanguage } from '../text/day-language.ts'
import './case-light.css'

interface CaseLightProps {
  readonly row: CaseRow
  readonly now: Instant
  /** On the phone of a village point: text on paper, 7 : 1 (U5). */
  readonly isPublic?: boolean
}

/** The light of a case in shape and words, drawn for this minute, and the lasting mark of a passed statutory limit (U8, C702). */
export function CaseLight({ row, now, isPublic = false }: CaseLightProps) {
  const language = useDayLanguage()
  const facts = dueFacts(relit(row, now), now)
  return (
    <>
      {hasEndedUndecided(row) ? null : (
        <Light light={facts.light} words={dueWords(facts, language)} isPublic={isPublic} />
      )}
      {facts.light === 'paused' && row.dueOn !== null && (
        <span className="small if-resumed"> {resumedWords(dayWords(row.dueOn, language), language)}</span>
      )}
      {row.flags.includes('overdue_statutory') && (
        <span className="statutory-mark">■ {statutoryMarkWords(language)}</span>
      )}
    </>
  )
}

// No clock will start any more: the word of its status, which stands beside the light, says all (screens.md 1.3).
function hasEndedUndecided({ light, status }: CaseRow): boolean {
  return light === 'none' && ENDED_STATUSES.some((each) => each === status)
}

function dueFacts(row: CaseRow, now: Instant): DueFacts {
  const { light, left, overdue, dueAt, isProvisional, status, pause } = row
  const wasOverdue = row.flags.includes('overdue')
  const paused =
    pause === null ? {} : { pause: { reason: pause.reason, days: stoppedDays(pause.since, now) } }
  const facts = { light, left, overdue, dueAt, isProvisional, now, wasOverdue, ...paused }
  return status === 'draft' || status === 'supplement' ? { ...facts, waits: status } : facts
}

function stoppedDays(since: PlainDate, now: Instant): number {
  return Math.max(0, daysBetween(since, civilDate(now)))
}
