import { logBookCells } from '@counter/shared/case-paper/log-book-cells'
import type { LogBookRow } from '@counter/shared/contract/log-book'
import { LOG_BOOK_WORDS } from '@counter/shared/text/log-book-words'
import { CASE_WORDS } from '@counter/shared/text/status-words'
import { Link } from 'wouter'
import { useDayLanguage } from '../../text/day-language.ts'
import { CorrectForm } from './correct-form.tsx'

interface LogBookTableProps {
  readonly rows: readonly LogBookRow[]
  readonly caption: string
  /** Null: this reader corrects nothing. */
  readonly onCorrected: (() => void) | null
}

const HEAD: ReadonlySet<string> = new Set(['serial', 'number', 'applicant', 'item', 'point', 'agent'])

/** One line per case and consultation; what has not happened takes no room (V16, V18). */
export function LogBookTable({ rows, caption, onCorrected }: LogBookTableProps) {
  const language = useDayLanguage()
  const say = (word: keyof typeof LOG_BOOK_WORDS) => LOG_BOOK_WORDS[word][language]
  return (
    <div className="scroll">
      <table>
        <caption>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{say('serial')}</th>
            <th scope="col">{say('number')}</th>
            <th scope="col">{say('agent')}</th>
            <th scope="col">{say('item')}</th>
            <th scope="col">{say('title')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <LogBookLine
              key={`${row.village} ${row.year} ${row.serial}`}
              row={row}
              onCorrected={onCorrected}
            />
          ))}
        </tbody>
      </table>
    </div>
  )
}

function LogBookLine({
  row,
  onCorrected,
}: Pick<LogBookTableProps, 'onCorrected'> & { readonly row: LogBookRow }) {
  const language = useDayLanguage()
  const cells = logBookCells(row, language)
  const of = (name: string) => cells.find(({ word }) => word === name)?.text ?? ''
  const told = cells.filter(({ word, text }) => text !== '' && !HEAD.has(word))
  const taken = row.case
  return (
    <tr data-testid="log-book.line">
      <th scope="row" className="figure">
        {`${row.village}-${row.serial}`}
      </th>
      <td>
        {taken === null ? (
          LOG_BOOK_WORDS.consultation[language]
        ) : (
          <>
            <Link href={`/cases/${taken.id}`}>{taken.number}</Link>
            <br />
            {CASE_WORDS[taken.status][language]}
          </>
        )}
      </td>
      <td>{row.agent}</td>
      <td>
        {of('item')}
        <br />
        {of('applicant')}
      </td>
      <td>
        <dl>
          {told.map(({ word, text }) => (
            <div key={word}>
              <dt>{LOG_BOOK_WORDS[word][language]}</dt>
              <dd>{text}</dd>
            </div>
          ))}
        </dl>
        {onCorrected !== null && row.consultation !== null && (
          <CorrectForm
            key={row.consultation.corrections?.length ?? 0}
            consultation={row.consultation}
            onDone={onCorrected}
          />
        )}
      </td>
    </tr>
  )
}
