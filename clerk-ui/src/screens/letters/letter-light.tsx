import type { LetterRow } from '@counter/shared/contract/letters'
import { LETTER_WORDS } from '@counter/shared/text/letter-words'
import { Light } from '@counter/shared/ui/light'
import type { Light as LightName } from '@counter/shared/vocabulary/case'
import { dueWords } from '@counter/shared/vocabulary/due-words'
import type { Instant } from '@counter/shared/vocabulary/time'
import { useDayLanguage } from '../../text/day-language.ts'
import { useWords } from '../../text/words.ts'

/** The light of a letter in shape and words, drawn for this minute; an answered one says whether it was in time (U8). */
export function LetterLight({ row, now }: { readonly row: LetterRow; readonly now: Instant }) {
  const t = useWords()
  const language = useDayLanguage()
  const { dueAt, left, overdue, isProvisional, isOnTime } = row
  if (row.repliedAt !== null)
    return isOnTime === false ? (
      <Light light="red" words={t('letter.late')} />
    ) : (
      <Light light="done" words={t('letter.onTime')} />
    )
  if (row.light === 'none') return <Light light="none" words={LETTER_WORDS[row.status][language]} />
  const facts = { light: lightNow(row, now), left, overdue, dueAt, now, isProvisional, unit: row.limitUnit }
  return <Light light={facts.light} words={dueWords(facts, language)} />
}

// The server's light is as old as its last word; a due instant that has passed since is red.
function lightNow({ light, dueAt }: LetterRow, now: Instant): LightName {
  return dueAt !== null && now > dueAt && light !== 'done' ? 'red' : light
}
