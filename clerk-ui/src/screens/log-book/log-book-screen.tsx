import { LogBook, type LogBookRow } from '@counter/shared/contract/log-book'
import { PointList } from '@counter/shared/contract/points'
import { civilDate } from '@counter/shared/vocabulary/plain-date'
import { Button } from 'antd'
import { useState } from 'react'
import { RefusalLine, type Refused } from '../../components/refusal-line.tsx'
import { SlowWords } from '../../components/slow-words.tsx'
import { download } from '../../state/download.ts'
import { useNet, useServerNow } from '../../state/live.ts'
import { useSession } from '../../state/session.ts'
import { usePages } from '../../state/use-pages.ts'
import { useReading } from '../../state/use-reading.ts'
import { useDayLanguage } from '../../text/day-language.ts'
import { useWords } from '../../text/words.ts'
import { StaleLine } from '../unit/stale-line.tsx'
import './log-book.css'
import { LogBookTable } from './log-book-table.tsx'

const HOUR = 3_600_000
const PAGE = 100

/** L-4 代办台账: a month of one point or of all, printed with its signatures, taken out with a trace (V16, V17, V19). */
export function LogBookScreen() {
  const t = useWords()
  const present = civilDate(useServerNow(HOUR)).slice(0, 7)
  const [month, setMonth] = useState(present)
  const [village, setVillage] = useState('')
  const net = useNet((state) => state.net)
  const isSupervisor = useSession((state) => state.session?.role) === 'supervisor'
  const points = useReading('/api/points', PointList).value?.points ?? []
  const of = village === '' ? '' : `&village=${village}`
  const [corrected, setCorrected] = useState(0)
  const asked = `/api/log-book?limit=${PAGE}&month=${month}${of}`
  const book = usePages<LogBookRow>(asked, LogBook, corrected)
  const rows = book.items
  const name = points.find((point) => point.village === village)?.name ?? t('logBook.all')
  return (
    <section className="log-book stack" data-screen="L-4" data-state={stateOf(rows, book.refused, net)}>
      <h1>{t('logBook.title')}</h1>
      <StaleLine words="logBook.stale" />
      <div className="toolbar no-print">
        <label className="field">
          {t('logBook.month')}
          <input
            type="month"
            value={month}
            max={present}
            onChange={({ target }) => target.value !== '' && setMonth(target.value)}
          />
        </label>
        <label className="field">
          {t('logBook.point')}
          <select value={village} onChange={({ target }) => setVillage(target.value)}>
            <option value="">{t('logBook.all')}</option>
            {points.map((point) => (
              <option key={point.village} value={point.village}>
                {point.name}
              </option>
            ))}
          </select>
        </label>
        <Button onClick={() => void book.whole().then((whole) => whole !== null && window.print())}>
          {t('logBook.print')}
        </Button>
        {isSupervisor && <Exports month={month} village={village} />}
      </div>
      <RefusalLine refused={book.refused} />
      {rows === null && book.refused === null && <SlowWords />}
      {rows?.length === 0 && <p role="status">{t('logBook.empty')}</p>}
      {rows !== null && rows.length > 0 && (
        <LogBookTable
          rows={rows}
          caption={`${name} ${month}`}
          onCorrected={isSupervisor ? () => setCorrected(corrected + 1) : null}
        />
      )}
      {book.hasMore && (
        <Button className="no-print" onClick={book.more}>
          {t('logBook.more')}
        </Button>
      )}
      <Signatures />
    </section>
  )
}

function stateOf(rows: readonly LogBookRow[] | null, refused: Refused | null, net: string): string {
  if (rows === null) return refused === null ? 'loading' : 'error'
  if (net === 'offline') return 'stale'
  return rows.length === 0 ? 'empty' : 'normal'
}

/** Taken out by the supervisor alone; the posted one leaves out what is confidential (V19). */
function Exports({ month, village }: { readonly month: string; readonly village: string }) {
  const t = useWords()
  const language = useDayLanguage()
  const [refused, setRefused] = useState<Refused | null>(null)
  const [isBusy, setBusy] = useState(false)
  const take = async (format: 'csv' | 'xlsx', isPosted: boolean) => {
    if (isBusy) return
    setBusy(true)
    const asked = { month, village: village === '' ? null : village, format, language, isPosted }
    setRefused(await download('/api/log-book/export', asked))
    setBusy(false)
  }
  return (
    <>
      <Button aria-disabled={isBusy} onClick={() => void take('xlsx', false)}>
        {t('logBook.xlsx')}
      </Button>
      <Button aria-disabled={isBusy} onClick={() => void take('csv', false)}>
        {t('logBook.csv')}
      </Button>
      <Button aria-disabled={isBusy} onClick={() => void take('xlsx', true)}>
        {t('logBook.posted')}
      </Button>
      <RefusalLine refused={refused} />
    </>
  )
}

/** Signed by hand on the printed month (V19). */
function Signatures() {
  const t = useWords()
  return (
    <div className="signatures">
      <p>{t('logBook.signedAgent')}</p>
      <p>{t('logBook.signedCommittee')}</p>
      <p>{t('logBook.signedOn')}</p>
    </div>
  )
}
