import type { Receipt } from '@counter/shared/contract/receipt'
import type { VisitSlip } from '@counter/shared/contract/visits'
import type { Instant } from '@counter/shared/vocabulary/time'
import type { ReactNode } from 'react'
import { flushSync } from 'react-dom'
import { createRoot } from 'react-dom/client'
import { serverNow } from '../state/live.ts'
import { ReceiptPaper } from './receipt-paper.tsx'
import { VisitSlipPaper } from './visit-slip-paper.tsx'
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
  readonly kind: Receipt['kind'] | 'visit_slip'
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
export function printPaper(receipt: Receipt, options: PrintOptions = {}): void {
  printPapers([receipt], options)
}

/** Several papers one after another, each on a sheet of its own (V93). */
export function printPapers(
  receipts: readonly Receipt[],
  { width = 'a5', commandId }: PrintOptions = {},
): void {
  for (const { kind, caseNumber } of receipts) note(kind, caseNumber, commandId ?? null)
  printSheets(
    receipts.map((receipt) => <ReceiptPaper key={receipt.paperNumber} receipt={receipt} />),
    width,
  )
}

/** The 交接单 of a visit (V94). */
export function printVisitSlip(slip: VisitSlip): void {
  note('visit_slip', slip.visit.ticket ?? '', null)
  printSheets(<VisitSlipPaper slip={slip} />, 'a5')
}

function printSheets(papers: ReactNode, width: PaperWidth): void {
  const sheet = document.createElement('div')
  sheet.id = 'paper'
  sheet.dataset['width'] = width
  document.getElementById('paper')?.remove()
  document.body.append(sheet)
  const root = createRoot(sheet)
  flushSync(() => root.render(papers))
  window.addEventListener(
    'afterprint',
    () => {
      root.unmount()
      sheet.remove()
    },
    { once: true },
  )
  // The test build prints nothing: the sheet stays in the page for the proofs, and the log tells of it (U49).
  if (import.meta.env.MODE !== 'test') window.print()
}

function note(kind: PrintLogLine['kind'], number: string, commandId: string | null): void {
  if (import.meta.env.MODE !== 'test') return
  window.__printLog ??= []
  window.__printLog.push({ kind, number, commandId, state: 'printed', at: serverNow() })
}
