import { drawSlip, type SlipRaster, toBase64 } from '@counter/shared/slip/draw-slip'
import { type Printable, QR_OF_SLIP, slipFacts } from '@counter/shared/slip/slip-facts'
import { layOutSlip, layOutTest } from '@counter/shared/slip/slip-layout'
import { encode } from 'uqr'
import { topicZhCn } from '../text/topic-zh-cn.ts'
import { useCentre } from './centre.ts'
import { useKiosk } from './kiosk-store.ts'
import { useOwnPrinter } from './own-printer.ts'

/** Draws the slip of a number for the printer of this kiosk, in the language its resident has chosen. */
export async function drawTicket(ticket: Printable, isAgain: boolean): Promise<SlipRaster> {
  const { width, showsMatter } = useOwnPrinter.getState()
  const facts = slipFacts(ticket, useCentre.getState().hall, {
    matter: showsMatter ? matterOf(ticket) : null,
    qr: ticket.link === null ? null : encode(ticket.link, QR_OF_SLIP).data,
    isAgain,
  })
  const { language } = useKiosk.getState().looks
  return drawSlip((type) => layOutSlip(facts, width, type, language))
}

/** A short paper that shows whether the printer works (K-10). */
export async function drawTest(): Promise<SlipRaster> {
  const { width } = useOwnPrinter.getState()
  return drawSlip((type) => layOutTest(useCentre.getState().hall?.centre.name ?? '', width, type))
}

/** A drawn paper as a printer in the network is sent it. */
export function base64Of(dots: SlipRaster['dots']): string {
  return toBase64(dots)
}

function matterOf({ topic }: Printable): string | null {
  const words = new Map<string, string>(Object.entries(topicZhCn)).get(`topic.${topic}`)
  const known = useCentre.getState().hall?.topics.find((each) => each.topic === topic)
  return words ?? known?.unitName ?? null
}
