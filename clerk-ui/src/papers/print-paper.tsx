import type { Receipt } from '@counter/shared/contract/cases'
import type { Instant } from '@counter/shared/vocabulary/time'
import { flushSync } from 'react-dom'
import { createRoot } from 'react-dom/client'
import { serverNow } from '../state/live.ts'
import { ReceiptPaper } from './receipt-paper.tsx'
import './paper.css'

/** A5 sheet, or the 80 mm roll of a ticket printer. */
export type PaperWidth = 'a5' | 'roll'

export interface PrintOptions {
  readonly width?: PaperWidth
  /** The command that made the paper; a reprint has none. */
  readonly commandId?: string
}

/** One line of the test build's print log (screens.md 8). */
export interface PrintLogLine {
  readonly kind: Receipt['kind']
  readonly number: string
  readonly commandId: string | null
  readonly state: 'printed'
  readonly at: Instant
}

declare global {
  interface Window {
    __printLog?: PrintLogLine[]
  }
}

/** Prints one paper through the browser. A print fault undoes nothing: the page offers to print again (C904). */
export function printPaper(receipt: Receipt, { width = 'a5', commandId }: PrintOptions = {}): void {
  const sheet = document.createElement('div')
  sheet.id = 'paper'
  sheet.dataset['width'] = width
  document.getElementById('paper')?.remove()
  document.body.append(sheet)
  const root = createRoot(sheet)
  flushSync(() => root.render(<ReceiptPaper receipt={receipt} />))
  window.addEventListener(
    'afterprint',
    () => {
      root.unmount()
      sheet.remove()
    },
    { once: true },
  )
  if (import.meta.env.MODE === 'test') note(receipt, commandId ?? null)
  else window.print()
}

// The test build prints nothing: the sheet stays in the page for the proofs, and the log tells of it (U49).
function note({ kind, caseNumber }: Receipt, commandId: string | null): void {
  window.__printLog ??= []
  window.__printLog.push({
    kind,
    number: caseNumber,
    commandId,
    state: 'printed',
    at: serverNow(),
  })
}
