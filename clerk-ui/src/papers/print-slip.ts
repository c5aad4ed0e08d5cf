import { newCommandId } from '@counter/shared/client/commands'
import { Done } from '@counter/shared/contract/fields'
import { OwnPrinter, SentPaper } from '@counter/shared/contract/paper'
import { drawSlip, toBase64 } from '@counter/shared/slip/draw-slip'
import { layPicture, takePictureAway } from '@counter/shared/slip/lay-picture'
import { type Printable, QR_OF_SLIP, slipFacts } from '@counter/shared/slip/slip-facts'
import { layOutSlip } from '@counter/shared/slip/slip-layout'
import { encode } from 'uqr'
import { command, read } from '../state/ask.ts'
import { useHall } from '../state/hall.ts'

export type SlipState = 'printed' | 'failed' | 'unknown'

/** Prints the paper of a number at a desk: on the window's own printer, else by the browser, from the same picture (U18). A fault never costs the number (U21). */
export async function printSlip(ticket: Printable, isAgain: boolean): Promise<SlipState> {
  const printer = await read('/api/printers/own', OwnPrinter)
  if (!printer.ok) return 'failed'
  try {
    return await printOn(printer.value, ticket, isAgain)
  } catch {
    return 'failed'
  }
}

async function printOn(
  { kind, width, showsMatter }: OwnPrinter,
  ticket: Printable,
  isAgain: boolean,
): Promise<SlipState> {
  const { hall } = useHall.getState()
  const unit = hall?.topics.find(({ topic }) => topic === ticket.topic)?.unitName ?? null
  const facts = slipFacts(ticket, hall, {
    matter: showsMatter ? unit : null,
    qr: ticket.link === null ? null : encode(ticket.link, QR_OF_SLIP).data,
    isAgain,
  })
  const raster = await drawSlip((type) => layOutSlip(facts, width, type))
  const job = `/api/print-jobs/${ticket.printJobId}`
  if (kind === 'browser') {
    await printHere(raster)
    void command(`${job}/report`, { state: 'printed' }, Done)
    return 'printed'
  }
  const { height, dots } = raster
  const body = { commandId: newCommandId(), width, height, dots: toBase64(dots) }
  const sent = await command(`${job}/send`, body, SentPaper)
  if (!sent.ok) return 'failed'
  return sent.value.state === 'queued' || sent.value.state === 'sent' ? 'unknown' : sent.value.state
}

// The test build prints nothing: the picture stays in the page for the proofs (U49).
async function printHere(raster: Parameters<typeof layPicture>[0]): Promise<void> {
  await layPicture(raster)
  if (import.meta.env.MODE === 'test') return
  window.addEventListener('afterprint', takePictureAway, { once: true })
  window.print()
}
