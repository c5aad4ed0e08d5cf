import { newCommandId, sendCommand } from '@counter/shared/client/commands'
import { Done } from '@counter/shared/contract/fields'
import { SentPaper } from '@counter/shared/contract/paper'
import type { SlipRaster } from '@counter/shared/slip/draw-slip'
import { layPicture } from '@counter/shared/slip/lay-picture'
import type { Printable } from '@counter/shared/slip/slip-facts'
import type { CommandId } from '@counter/shared/vocabulary/ids'
import { asDevice } from '../device.ts'
import { findKeptPrint, keepPrint, settleKeptPrints } from './kept-prints.ts'
import { setNoPaper, useOwnPrinter } from './own-printer.ts'
import { isOutOfReach, isUnsentNumber } from './printer-reach.ts'

/** What a test sees of a print, and what it may answer in the printer's place (screens.md 8). */
interface PrintHooks {
  __printLog?: { kind: string; number: string; commandId: string; state: string; at: string }[]
  __printStub?: () => 'printed' | 'paper_out'
}

type Printed = 'printed' | 'failed' | 'unknown'
type Kind = 'ticket' | 'reprint' | 'test'

/** A printer in the network answers within this time or counts as silent; the server asks it for less. */
const LONGEST_MS = 25_000

/** Prints one paper of a number, each job once, whatever is reloaded in between (Q44). A fault of drawing or printing is a failed paper, never a lost number (U21). */
export async function printSlip(
  kind: 'ticket' | 'reprint',
  ticket: Printable,
): Promise<'printed' | 'failed'> {
  const job = ticket.printJobId
  // Nothing is begun, so that this paper can still come out when its printer is in reach again (Q45).
  if (isOutOfReach(ticket.number)) return 'failed'
  const known = await findKeptPrint(job).catch(() => undefined)
  if (known !== undefined) return known === 'printed' ? known : 'failed'
  const state = await printOnce(kind, ticket).catch((): Printed => 'failed')
  await keepPrint(job, state).catch(() => undefined)
  setNoPaper(state !== 'printed')
  return state === 'printed' ? state : 'failed'
}

async function printOnce(kind: Kind, ticket: Printable): Promise<Printed> {
  const { drawTicket } = await drawing()
  const raster = await drawTicket(ticket, kind === 'reprint')
  await keepPrint(ticket.printJobId, 'sent')
  if (useOwnPrinter.getState().kind === 'network')
    return sendPicture(`/api/print-jobs/${ticket.printJobId}/send`, raster)
  const commandId = newCommandId()
  const state = await printByBrowser(kind, raster, { number: ticket.number, commandId })
  // An emergency number has its paper told together with itself (Q48).
  if (!isUnsentNumber(ticket.number)) void report(ticket.printJobId, commandId, state)
  return state
}

/** A test paper; it belongs to no number (K-10). */
export async function printTest(): Promise<Printed> {
  const raster = await (await drawing()).drawTest()
  const state =
    useOwnPrinter.getState().kind === 'network'
      ? await sendPicture('/api/printers/own/test', raster)
      : await printByBrowser('test', raster, { number: '', commandId: newCommandId() })
  setNoPaper(state !== 'printed')
  return state
}

/** Brings what draws a paper, before the first one is asked for. */
export async function bringPaper(): Promise<void> {
  await drawing()
}

// The first page needs no paper, so what draws it comes after it (K54).
function drawing() {
  return import('./slip.ts')
}

/** Papers that were begun when this page stopped: the server hears that nobody knows what became of them (Q44). */
export async function settleLostPrints(): Promise<void> {
  for (const job of await settleKeptPrints()) void report(job, newCommandId(), 'unknown')
}

async function sendPicture(path: string, { width, height, dots }: SlipRaster): Promise<Printed> {
  const stop = new AbortController()
  const { base64Of } = await drawing()
  const timer = setTimeout(() => stop.abort(), LONGEST_MS)
  const body = { commandId: newCommandId(), width, height, dots: base64Of(dots) }
  const answer = await asDevice('kiosk', () =>
    sendCommand(path, body, SentPaper, { door: 'kiosk', signal: stop.signal }),
  )
  clearTimeout(timer)
  if (!answer.ok) return answer.code === 'aborted' ? 'unknown' : 'failed'
  const { state } = answer.value
  return state === 'printed' || state === 'failed' ? state : 'unknown'
}

// A browser knows only that its printing began.
async function printByBrowser(
  kind: Kind,
  raster: SlipRaster,
  { number, commandId }: { number: string; commandId: CommandId },
): Promise<'printed' | 'failed'> {
  await layPicture(raster)
  if (import.meta.env.MODE === 'test') return stubbed(kind, number, commandId)
  window.print()
  return 'printed'
}

function stubbed(kind: Kind, number: string, commandId: string): 'printed' | 'failed' {
  const hooks = window as Window & PrintHooks
  const state = (hooks.__printStub?.() ?? 'printed') === 'printed' ? 'printed' : 'failed'
  hooks.__printLog = [
    ...(hooks.__printLog ?? []),
    { kind, number, commandId, state, at: new Date().toISOString() },
  ]
  return state
}

async function report(job: string, commandId: CommandId, state: Printed): Promise<void> {
  const body = { commandId, state }
  await asDevice('kiosk', () => sendCommand(`/api/print-jobs/${job}/report`, body, Done, { door: 'kiosk' }))
}
