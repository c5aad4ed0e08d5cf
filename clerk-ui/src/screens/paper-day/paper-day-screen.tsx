import { useState } from 'react'
import { Link } from 'wouter'
import { useWords } from '../../text/words.ts'
import '../greet/greet.css'
import { IntakeForm } from './intake-form.tsx'
import { LaterEntry } from './later-entry.tsx'
import './paper-day.css'
import { SpareSheetPaper } from './spare-sheet-paper.tsx'
import { SpareSheets } from './spare-sheets.tsx'

/** What is on the sheet that the printer gets next. */
type Sheet =
  | { readonly kind: 'spare'; readonly first: number; readonly last: number }
  | { readonly kind: 'form' }

/** 纸号和补录: spare numbers and blank forms before an outage, and the entry of what was served after it (Q35). */
export function PaperDayScreen() {
  const words = useWords()
  const [sheet, setSheet] = useState<Sheet | null>(null)
  const print = (next: Sheet) => {
    setSheet(next)
    // The sheet is drawn first; the test build prints nothing (U49).
    if (import.meta.env.MODE !== 'test') setTimeout(() => window.print(), 0)
  }
  return (
    <div className="paper-day stack" data-screen="G-2" data-state="normal">
      <p className="line">
        <Link href="/greet">← {words('pd.back')}</Link>
      </p>
      <h1>{words('pd.title')}</h1>
      <LaterEntry />
      <SpareSheets onPrinted={({ first, last }) => print({ kind: 'spare', first, last })} />
      <section className="card stack">
        <h2>{words('pd.form')}</h2>
        <p className="quiet">{words('pd.formHint')}</p>
        <div>
          <button type="button" className="touch" onClick={() => print({ kind: 'form' })}>
            {words('pd.formPrint')}
          </button>
        </div>
      </section>
      {sheet !== null && (
        <div className="paper-sheet" lang="zh-CN">
          {sheet.kind === 'form' ? <IntakeForm /> : <SpareSheetPaper first={sheet.first} last={sheet.last} />}
        </div>
      )}
    </div>
  )
}
