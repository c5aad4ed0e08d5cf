import { History, type HistoryLine } from '@counter/shared/contract/history'
import { instantWords } from '@counter/shared/vocabulary/date-words'
import { Button } from 'antd'
import { RefusalLine } from '../../components/refusal-line.tsx'
import { SlowWords } from '../../components/slow-words.tsx'
import { usePages } from '../../state/use-pages.ts'
import { useDayLanguage } from '../../text/day-language.ts'
import { useWords } from '../../text/words.ts'
import type { TextKey } from '../../text/zh-cn.ts'

const SHOWN = 20

/** Who changed it, when and why, newest first; what the journal says, not a note of this page (U40). */
export function HistoryList({ path, fresh }: { readonly path: string; readonly fresh: number }) {
  const words = useWords()
  const { items: lines, refused, hasMore, more } = usePages(`${path}?limit=${SHOWN}`, History, fresh)
  return (
    <section className="stack" aria-label={words('admin.history')}>
      <h3>{words('admin.history')}</h3>
      <RefusalLine refused={refused} />
      {lines === null && refused === null && <SlowWords />}
      {lines?.length === 0 && <p className="quiet">{words('admin.noHistory')}</p>}
      <ul className="rows">
        {lines?.map((line) => (
          <Line key={line.seq} line={line} />
        ))}
      </ul>
      {hasMore && <Button onClick={more}>{words('admin.moreHistory')}</Button>}
    </section>
  )
}

function Line({ line }: { readonly line: HistoryLine }) {
  const words = useWords()
  const language = useDayLanguage()
  const { at, type, by, reason, changes } = line
  return (
    <li className="row">
      <span className="quiet">{instantWords(at, language)}</span>
      <strong>{words(`history.${type}` as TextKey)}</strong>
      {changes.map(({ field, from, to }) => (
        <span key={field}>
          {field !== 'value' && `${words(`field.${field}` as TextKey)} `}
          {(from !== null || to !== null) &&
            words('admin.change', { from: from ?? words('admin.none'), to: to ?? words('admin.none') })}
        </span>
      ))}
      <span>{by}</span>
      {reason !== null && <span className="quiet">{reason}</span>}
    </li>
  )
}
