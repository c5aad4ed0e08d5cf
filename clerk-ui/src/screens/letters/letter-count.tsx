import { LetterCountView } from '@counter/shared/contract/letters'
import { COUNT_WORDS } from '@counter/shared/text/letter-words'
import { CHANNEL_WORDS } from '@counter/shared/vocabulary/letter-words'
import { civilDate } from '@counter/shared/vocabulary/plain-date'
import { useId, useState } from 'react'
import { RefusalLine, type Refused } from '../../components/refusal-line.tsx'
import { download } from '../../state/download.ts'
import { serverNow } from '../../state/live.ts'
import { useReading } from '../../state/use-reading.ts'
import { useDayLanguage } from '../../text/day-language.ts'
import { useWords } from '../../text/words.ts'
import { Scroller } from '../case/scroller.tsx'

const COLUMNS = ['received', 'replied', 'onTime', 'satisfied', 'dissatisfied'] as const

/** Letters answered and answered in time, by channel and period: the sentence of the yearly report is a query (C1303). */
export function LetterCount({ fresh, mayExport }: { readonly fresh: number; readonly mayExport: boolean }) {
  const t = useWords()
  const language = useDayLanguage()
  const id = useId()
  const today = civilDate(serverNow())
  const [from, setFrom] = useState<string>(`${today.slice(0, 4)}-01-01`)
  const [to, setTo] = useState<string>(today)
  const isWhole = from !== '' && to !== ''
  const path = isWhole ? `/api/letters/count?from=${from}&to=${to}` : null
  const { value, refused } = useReading(path, LetterCountView, fresh)
  return (
    <section className="card" aria-labelledby={id} data-testid="letters.count">
      <h2 id={id}>{t('letters.count')}</h2>
      <p className="filters">
        <label>
          {t('letters.from')}{' '}
          <input type="date" value={from} max={to} onChange={({ target }) => setFrom(target.value)} />
        </label>
        <label>
          {t('letters.to')}{' '}
          <input type="date" value={to} min={from} onChange={({ target }) => setTo(target.value)} />
        </label>
        {mayExport && isWhole && <CountFiles from={from} to={to} />}
      </p>
      <RefusalLine refused={refused} />
      {value !== null && (
        <>
          <p>
            <strong>
              {t('letters.countLine', { n: value.mailboxes.replied, k: value.mailboxes.onTime })}
            </strong>
          </p>
          <Scroller name={t('letters.countCaption')}>
            <table>
              <caption className="visually-hidden">{t('letters.countCaption')}</caption>
              <thead>
                <tr>
                  <th scope="col">{COUNT_WORDS.channel[language]}</th>
                  {COLUMNS.map((column) => (
                    <th key={column} scope="col" className="figure">
                      {COUNT_WORDS[column][language]}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {value.channels.map(({ channel, ...figures }) => (
                  <Line key={channel} head={CHANNEL_WORDS[channel][language]} figures={figures} />
                ))}
                <Line head={COUNT_WORDS.mailboxes[language]} figures={value.mailboxes} />
                <Line head={COUNT_WORDS.all[language]} figures={value.all} />
              </tbody>
            </table>
          </Scroller>
        </>
      )}
    </section>
  )
}

function Line({ head, figures }: { readonly head: string; readonly figures: LetterCountView['all'] }) {
  return (
    <tr>
      <th scope="row">{head}</th>
      {COLUMNS.map((column) => (
        <td key={column} className="figure">
          {figures[column]}
        </td>
      ))}
    </tr>
  )
}

function CountFiles({ from, to }: { readonly from: string; readonly to: string }) {
  const t = useWords()
  const language = useDayLanguage()
  const [refused, setRefused] = useState<Refused | null>(null)
  const take = async (format: 'csv' | 'xlsx') =>
    setRefused(await download('/api/letters/export', { from, to, format, language }))
  return (
    <>
      {(['csv', 'xlsx'] as const).map((format) => (
        <button key={format} type="button" onClick={() => void take(format)}>
          {t('letters.export', { format: format.toUpperCase() })}
        </button>
      ))}
      <RefusalLine refused={refused} />
    </>
  )
}
