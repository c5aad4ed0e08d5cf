import type { Receipt } from '@counter/shared/contract/cases'
import type { IssuedTicket } from '@counter/shared/contract/hall'
import type { Instant } from '@counter/shared/vocabulary/time'
import type { ReactNode } from 'react'
import { flushSync } from 'react-dom'
import { createRoot } from 'react-dom/client'
import { serverNow } from '../state/live.ts'
import { ReceiptPaper } from './receipt-paper.tsx'
import { TicketPaper } from './ticket-paper.tsx'
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
  readonly kind: Receipt['kind'] | 'ticket'
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
  const { kind, caseNumber: number } = receipt
  const line = { kind, number, commandId: commandId ?? null }
  printSheet(<ReceiptPaper receipt={receipt} />, width, line)
}

/** Prints the slip of a number that was given out here, on the roll (U18). */
export function printTicket(ticket: IssuedTicket): void {
  printSheet(<TicketPaper ticket={ticket} />, 'roll', {
    kind: 'ticket',
    number: ticket.number,
    commandId: null,
  })
}

function printSheet(
  paper: ReactNode,
  width: PaperWidth,
  line: Pick<PrintLogLine, 'kind' | 'number' | 'commandId'>,
): void {
  const sheet = document.createElement('div')
  sheet.id = 'paper'
  sheet.dataset['width'] = width
  document.getElementById('paper')?.remove()
  document.body.append(sheet)
  const root = createRoot(sheet)
  flushSync(() => root.render(paper))
  window.addEventListener(
    'afterprint',
    () => {
      root.unmount()
      sheet.remove()
    },
    { once: true },
  )
  if (import.meta.env.MODE === 'test') note(line)
  else window.print()
}

// The test build prints nothing: the sheet stays in the page for the proofs, and the log tells of it (U49).
function note(line: Pick<PrintLogLine, 'kind' | 'number' | 'commandId'>): void {
  window.__printLog ??= []
  window.__printLog.push({ ...line, state: 'printed', at: serverNow() })
}
