import { newCommandId, sendCommand } from '@counter/shared/client/commands'
import { Done } from '@counter/shared/contract/fields'
import type { IssuedTicket } from '@counter/shared/contract/hall'
import { isEmergencyNumber } from '@counter/shared/vocabulary/lease'
import { asDevice } from '../device.ts'

/** What a test sees of a print, and what it may answer in the printer's place (screens.md 8). */
interface PrintHooks {
  __printLog?: { kind: string; number: string; commandId: string; state: string; at: string }[]
  __printStub?: () => 'printed' | 'paper_out'
}

/** Prints the slip that lies in the page and tells the server how it went. A browser knows only that its print dialog opened. */
export async function printSlip(
  kind: 'ticket' | 'reprint',
  ticket: IssuedTicket,
): Promise<'printed' | 'failed'> {
  await document.fonts?.ready
  const commandId = newCommandId()
  const state = import.meta.env.MODE === 'test' ? stubbed(kind, ticket, commandId) : byBrowser()
  // An emergency number has its paper told together with itself (Q48).
  if (!isEmergencyNumber(ticket.number)) void report(ticket.printJobId, commandId, state)
  return state
}

function byBrowser(): 'printed' | 'failed' {
  try {
    window.print()
    return 'printed'
  } catch {
    return 'failed'
  }
}

function stubbed(kind: string, { number }: IssuedTicket, commandId: string): 'printed' | 'failed' {
  const hooks = window as Window & PrintHooks
  const state = (hooks.__printStub?.() ?? 'printed') === 'printed' ? 'printed' : 'failed'
  hooks.__printLog = [
    ...(hooks.__printLog ?? []),
    { kind, number, commandId, state, at: new Date().toISOString() },
  ]
  return state
}

async function report(job: string, commandId: string, state: 'printed' | 'failed'): Promise<void> {
  const body = { commandId, state }
  await asDevice('kiosk', () => sendCommand(`/api/print-jobs/${job}/report`, body, Done, { door: 'kiosk' }))
}
