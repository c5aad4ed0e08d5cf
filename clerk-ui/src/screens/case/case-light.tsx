import type { CaseRow } from '@counter/shared/contract/cases'
import { Light } from '@counter/shared/ui/light'
import { type DueFacts, dueWords, statutoryMarkWords } from '@counter/shared/vocabulary/due-words'
import type { Instant } from '@counter/shared/vocabulary/time'
import { relit } from '../../state/case-list.ts'
import { useDayLanguage } from '../../text/day-language.ts'

interface CaseLightProps {
  readonly row: CaseRow
  readonly now: Instant
}

/** The light of a case in shape and words, drawn for this minute, and the lasting mark of a passed statutory limit (U8, C702). */
export function CaseLight({ row, now }: CaseLightProps) {
  const language = useDayLanguage()
  const facts = dueFacts(relit(row, now), now)
  return (
    <>
      <Light light={facts.light} words={dueWords(facts, language)} />
      {row.flags.includes('overdue_statutory') && (
        <span className="statutory-mark">■ {statutoryMarkWords(language)}</span>
      )}
    </>
  )
}

/** What the words of a row's light are made from. */
export function dueFacts(row: CaseRow, now: Instant): DueFacts {
  const { light, left, overdue, dueAt, isProvisional, status } = row
  const wasOverdue = row.flags.includes('overdue')
  const facts = { light, left, overdue, dueAt, isProvisional, now, wasOverdue }
  return status === 'draft' || status === 'supplement' ? { ...facts, waits: status } : facts
}
