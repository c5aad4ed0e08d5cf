import { SpareSheet, SpareSheets as SpareSheetList } from '@counter/shared/contract/paper-day'
import { instantWords } from '@counter/shared/vocabulary/date-words'
import { useEffect, useState } from 'react'
import { RefusalLine, type Refused } from '../../components/refusal-line.tsx'
import { command, read } from '../../state/ask.ts'
import { useDayLanguage } from '../../text/day-language.ts'
import { useWords } from '../../text/words.ts'

const USUAL = 40

/** Sheets of spare numbers: a new one to print, and which ranges are out, by whom and since when. */
export function SpareSheets({ onPrinted }: { readonly onPrinted: (sheet: SpareSheet) => void }) {
  const words = useWords()
  const language = useDayLanguage()
  const [count, setCount] = useState(USUAL)
  const [sheets, setSheets] = useState<readonly SpareSheet[] | null>(null)
  const [refused, setRefused] = useState<Refused | null>(null)
  useEffect(() => {
    void read('/api/spare-sheets', SpareSheetList).then((answer) => {
      if (answer.ok) setSheets(answer.value.items)
      setRefused(answer.ok ? null : answer)
    })
  }, [])
  const [isBusy, setBusy] = useState(false)
  const print = async () => {
    if (isBusy) return
    setBusy(true)
    const answer = await command('/api/spare-sheets', { count }, SpareSheet)
    setBusy(false)
    setRefused(answer.ok ? null : answer)
    if (!answer.ok) return
    setSheets((known) => [answer.value, ...(known ?? [])])
    onPrinted(answer.value)
  }
  return (
    <section className="card stack">
      <h2>{words('pd.sheets')}</h2>
      <p className="quiet">{words('pd.sheetsHint')}</p>
      <div className="greet-find">
        <label className="field">
          {words('pd.count')}
          <input
            type="number"
            min={1}
            max={100}
            value={Number.isNaN(count) ? '' : count}
            onChange={(event) => setCount(event.target.valueAsNumber)}
          />
        </label>
        <button
          type="button"
          className="touch"
          aria-disabled={isBusy}
          // Each sheet takes its numbers for good, so the second half of a double click is no second sheet (Q67).
          onClick={({ detail }) => {
            if (detail <= 1) void print()
          }}
        >
          {words('pd.print')}
        </button>
      </div>
      <RefusalLine refused={refused} />
      {sheets?.length === 0 && <p className="quiet">{words('pd.noSheets')}</p>}
      <ul className="rows" data-testid="pd.sheets">
        {sheets?.map(({ first, last, printedAt, by }) => (
          <li key={first} className="row">
            {words('pd.printed', {
              first: digits(first),
              last: digits(last),
              name: by,
              time: instantWords(printedAt, language),
            })}
          </li>
        ))}
      </ul>
    </section>
  )
}

function digits(serial: number): string {
  return String(serial).padStart(3, '0')
}
