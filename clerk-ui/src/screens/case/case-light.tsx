import type { CaseRow } from '@counter/shared/contract/case-row'
import { Light } from '@counter/shared/ui/light'
import { dayWords } from '@counter/shared/vocabulary/date-words'
import { type DueFacts, dueWords, statutoryMarkWords } from '@counter/shared/vocabulary/due-words'
import { civilDate, daysBetween } from '@counter/shared/vocabulary/plain-date'
import type { Instant, PlainDate } from '@counter/shared/vocabulary/time'
import { relit } from '../../state/case-list.ts'
import { useDayLanguage } from '../../text/day-language.ts'
import { useWords } from '../../text/words.ts'
import './case-facts.css'

interface CaseLightProps {
  readonly row: CaseRow
  readonly now: Instant
}

/** The light of a case in shape and words, drawn for this minute, and the lasting mark of a passed statutory limit (U8, C702). */
export function CaseLight({ row, now }: CaseLightProps) {
  const language = useDayLanguage()
  const t = useWords()
  const facts = dueFacts(relit(row, now), now)
  return (
    <>
      <Light light={facts.light} words={dueWords(facts, language)} />
      {facts.light === 'paused' && row.dueOn !== null && (
        <span className="small"> {t('board.ifResumed', { day: dayWords(row.dueOn, language) })}</span>
      )}
      {row.flags.includes('overdue_statutory') && (
        <span className="statutory-mark">■ {statutoryMarkWords(language)}</span>
      )}
    </>
  )
}

/** What the words of a row's light are made from. */
export function dueFacts(row: CaseRow, now: Instant): DueFacts {
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
