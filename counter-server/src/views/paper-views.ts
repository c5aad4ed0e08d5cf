import type { PaperTrail, Printers, Slip } from '@counter/shared/contract/paper'
import type { DeviceId } from '@counter/shared/vocabulary/ids'
import { printedQueryCode } from '@counter/shared/vocabulary/number'
import type { PaperAgain } from '../usecases/paper/print-again.ts'
import type { PaperFacts } from '../usecases/paper/read-papers.ts'
import type { PlaceOfPrinter } from '../usecases/paper/set-printer.ts'
import { batchOf, toQuote } from './hall-views.ts'

export function toSlip(
  { ticket, estimate, token, queryCode, printJobId, nth, appointmentAt = null }: PaperAgain,
  publicUrl: string,
): Slip {
  return {
    number: ticket.number,
    cls: ticket.cls,
    topic: ticket.topic,
    issuedAt: ticket.issuedAt,
    quote: estimate === null ? null : toQuote(estimate),
    link: token === null ? null : `${publicUrl}/t#${token}`,
    queryCode: queryCode === null ? null : printedQueryCode(queryCode),
    printJobId,
    ...batchOf(ticket, appointmentAt),
    nth,
  }
}

export function toPaperTrail(papers: readonly PaperFacts[]): PaperTrail {
  const items = papers.map(({ job: { id, nth, state, fault, queuedAt }, askedAt }) => ({
    printJobId: id,
    nth,
    state,
    fault,
    queuedAt,
    kiosk: askedAt,
  }))
  return { items, next: null }
}

export function toPrinters(places: readonly PlaceOfPrinter[]): Printers {
  const items = places.map(({ place, name, printer, device }) => ({
    place: 'device' in place ? { device: place.device as DeviceId } : { window: place.window },
    name,
    printer:
      printer === null
        ? null
        : { kind: printer.kind, host: printer.host, port: printer.port, width: printer.width },
    hasNoPaper: device?.problem === 'paper',
    fault: device?.printerFault ?? null,
    hasPin: device !== null && device.pinHash !== null,
    pxPerMm: device?.pxPerMm ?? null,
  }))
  return { items, next: null }
}
