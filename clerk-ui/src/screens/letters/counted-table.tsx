import { dateWords } from '@counter/shared/vocabulary/date-words'
import type { PlainDate } from '@counter/shared/vocabulary/time'
import { useDayLanguage } from '../../text/day-language.ts'
import { useWords } from '../../text/words.ts'

interface CountedTableProps {
  readonly caption: string
  readonly who: string
  readonly counted: string
  readonly rows: readonly {
    readonly id: string
    readonly day: PlainDate
    readonly who: string
    readonly count: number
    readonly registered: number
  }[]
}

/** What was counted in a box or a book beside what was logged that day; a difference stands out (C1301). */
export function CountedTable({ caption, who, counted, rows }: CountedTableProps) {
  const t = useWords()
  const language = useDayLanguage()
  return (
    <table>
      <caption className="visually-hidden">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{t('duty.boxDay')}</th>
          <th scope="col">{who}</th>
          <th scope="col" className="figure">
            {counted}
          </th>
          <th scope="col" className="figure">
            {t('duty.boxLogged')}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ id, day, who: name, count, registered }) => (
          <tr key={id}>
            <th scope="row">{dateWords(day, language)}</th>
            <td>{name}</td>
            <td className="figure">{count}</td>
            <td className="figure">
              {registered !== count && '▲ '}
              {registered}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
