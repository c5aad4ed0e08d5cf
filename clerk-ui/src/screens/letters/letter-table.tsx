import type { LetterRow } from '@counter/shared/contract/letters'
import { LETTER_FLAG_WORDS, LETTER_WORDS } from '@counter/shared/text/letter-words'
import { CHANNEL_WORDS, LETTER_TOPIC_WORDS } from '@counter/shared/vocabulary/letter-words'
import { Link } from 'wouter'
import { useServerNow } from '../../state/live.ts'
import { useDayLanguage } from '../../text/day-language.ts'
import { useWords } from '../../text/words.ts'
import { Scroller } from '../case/scroller.tsx'
import { LetterLight } from './letter-light.tsx'

const MINUTE_MS = 60_000

/** Letters in the order given, each opened by its number. */
export function LetterTable({ rows }: { readonly rows: readonly LetterRow[] }) {
  const t = useWords()
  const language = useDayLanguage()
  const now = useServerNow(MINUTE_MS)
  return (
    <Scroller name={t('letters.caption')}>
      <table className="letter-table">
        <caption className="visually-hidden">{t('letters.caption')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('letters.colLight')}</th>
            <th scope="col">{t('letters.colNumber')}</th>
            <th scope="col">{t('letters.colFrom')}</th>
            <th scope="col">{t('letters.colWriter')}</th>
            <th scope="col">{t('letters.status')}</th>
            <th scope="col">{t('letters.colWhere')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id} data-letter={row.number}>
              <td>
                <LetterLight row={row} now={now} />
              </td>
              <th scope="row">
                <Link href={`/letters/${row.id}`}>{row.number}</Link>
              </th>
              <td>
                {CHANNEL_WORDS[row.channel][language]} · {LETTER_TOPIC_WORDS[row.topic][language]}
                {row.flags
                  .filter((flag) => flag !== 'anonymous')
                  .map((flag) => (
                    <span key={flag} className="letter-flag">
                      {LETTER_FLAG_WORDS[flag][language]}
                    </span>
                  ))}
              </td>
              <td>{row.writer ?? t('letters.anonymous')}</td>
              <td>{LETTER_WORDS[row.status][language]}</td>
              <td>{row.unitName ?? t('letters.nobody')}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scroller>
  )
}
