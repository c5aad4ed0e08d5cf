import type { ReportTable } from '@counter/shared/contract/reports'
import { COLUMN_WORDS, cellWords, rowWords, TABLE_WORDS } from '@counter/shared/text/report-words'
import { useDayLanguage } from '../../text/day-language.ts'
import { useWords } from '../../text/words.ts'
import { Scroller } from '../case/scroller.tsx'

/** A table of the report as it is: every column, every row; a day without numbers says so. */
export function ReportTableView({ table }: { readonly table: ReportTable }) {
  const t = useWords()
  const language = useDayLanguage()
  const { name, columns, rows } = table
  return (
    <Scroller name={t('report.table', { name: TABLE_WORDS[name][language] })}>
      <table className="report-table" data-table={name}>
        <caption className="visually-hidden">{TABLE_WORDS[name][language]}</caption>
        <thead>
          <tr>
            <th scope="col">{TABLE_WORDS[name][language]}</th>
            {columns.map((column) => (
              <th key={column} scope="col" className={column === 'reasons' ? 'words' : 'figure'}>
                {COLUMN_WORDS[column][language]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            // Faults of one day have the same key, so what they say is part of it.
            <tr key={`${row.key} ${row.cells.join(' ')}`}>
              <th scope="row">{rowWords(name, row, language)}</th>
              {row.cells.every((cell) => cell === null) ? (
                <td colSpan={columns.length}>{t('report.noData')}</td>
              ) : (
                row.cells.map((cell, place) => {
                  const column = columns[place]
                  if (column === undefined) return null
                  return (
                    <td key={column} className={column === 'reasons' ? 'words' : 'figure'}>
                      {cellWords(column, cell, language) ?? t('report.none')}
                    </td>
                  )
                })
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </Scroller>
  )
}
