import { SpareSheet, SpareSheets as SpareSheetList } from '@counter/shared/contract/paper-day'
import { instantWords } from '@counter/shared/vocabulary/date-words'
import { useState } from 'react'
import { CommandButton } from '../../components/command-button.tsx'
import { RefusalLine } from '../../components/refusal-line.tsx'
import { useCommand } from '../../state/use-command.ts'
import { useReading } from '../../state/use-reading.ts'
import { useDayLanguage } from '../../text/day-language.ts'
import { useWords } from '../../text/words.ts'

const USUAL = 40

/** Sheets of spare numbers: a new one to print, and which ranges are out, by whom and since when. */
export function SpareSheets({ onPrinted }: { readonly onPrinted: (sheet: SpareSheet) => void }) {
  const words = useWords()
  const language = useDayLanguage()
  const [count, setCount] = useState(USUAL)
  const { value, refused: unread, put } = useReading('/api/spare-sheets', SpareSheetList)
  const sheets = value?.items ?? null
  const { send, phase, refused } = useCommand()
  const print = async () => {
    const answer = await send('/api/spare-sheets', { count }, SpareSheet)
    if (!answer?.ok) return
    put((known) => ({ next: null, items: [answer.value, ...(known?.items ?? [])] }))
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
        {/* Each sheet takes its numbers for good, so a press into the silence makes no second one (Q67). */}
        <CommandButton isPlain className="touch" phase={phase} onPress={() => void print()}>
          {words('pd.print')}
        </CommandButton>
      </div>
      <RefusalLine refused={refused ?? unread} />
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
