import { createHash } from 'node:crypto'
import type { PrintFault } from '@counter/shared/vocabulary/paper'
import type { PrintState } from '@counter/shared/vocabulary/ticket'
import { type Raster, requireRaster } from '../../domain/paper/raster.ts'
import { Refusal } from '../../domain/refusal.ts'
import type { Origin } from '../../store/origin.ts'
import { type PrintJobRow, savePrintSent } from '../../store/print-jobs.ts'
import { type PrinterPlace, placeKey } from '../../store/printers.ts'
import { once } from '../../store/receipts.ts'
import type { Tx } from '../../store/tx.ts'
import type { Deps } from '../deps.ts'
import { requireNetworkPrinter } from './own-printer.ts'
import type { PaperOutcome, PaperPrinter, PrinterAddress } from './paper-printer.ts'
import { requireOwnJob, settlePaper, showPaper } from './settle-paper.ts'

export interface SendPaper {
  readonly origin: Origin
  readonly place: PrinterPlace | null
  readonly raster: Raster
}

export interface SentPaper {
  readonly state: PrintState
  readonly fault: PrintFault | null
}

/** Gives papers to network printers, each job once, however often it is asked (Q44, QT18). */
export interface PaperSender {
  /** Refuses `print.not_found`, `print.picture`, `printer.none`. */
  send(command: SendPaper & { readonly id: string }): Promise<SentPaper>
  /** A test paper belongs to no number (K-10). */
  sendTest(command: SendPaper): Promise<SentPaper>
}

/**
 * The job is `sent` and committed before the first byte goes out, and settled after the printer has answered. Between
 * the two nothing is held open, so a slow printer holds up nobody else (R4).
 */
export function createPaperSender(deps: Deps, printer: PaperPrinter): PaperSender {
  const running = new Map<string, Promise<SentPaper>>()

  // The same command may come again while the paper is on its way: it waits for the same answer.
  function follow(key: string, work: () => Promise<PaperOutcome>): Promise<SentPaper> {
    const paper = work().finally(() => running.delete(key))
    running.set(key, paper)
    return paper
  }

  async function print(
    origin: Origin,
    job: PrintJobRow,
    { address, raster }: { address: PrinterAddress; raster: Raster },
  ): Promise<PaperOutcome> {
    const outcome = await printer.print(address, raster)
    await deps.store.write((tx) => settlePaper(tx, { ...origin, commandId: null }, job, outcome))
    return outcome
  }

  return {
    async send({ origin, place, raster, id }) {
      requireRaster(raster)
      const begun: { job: PrintJobRow; address: PrinterAddress }[] = []
      const { state } = await deps.store.write((tx) =>
        once(
          tx,
          { origin, name: 'print.send', subject: id, content: { id, picture: hashOf(raster) } },
          () => {
            const job = requireOwnJob(tx, origin, id)
            if (job.state !== 'queued') return { state: job.state }
            const address = addressFor(tx, place, raster)
            const printerKey = place === null ? null : placeKey(place)
            savePrintSent(tx, id, printerKey)
            tx.record({
              type: 'print.sent',
              subject: job.ticket,
              version: 1,
              origin,
              data: { job: id, nth: job.nth, printer: printerKey },
            })
            begun.push({ job: { ...job, printer: printerKey }, address })
            return { state: 'sent' as const }
          },
        ),
      )
      const [mine] = begun
      if (mine !== undefined) return follow(id, () => print(origin, mine.job, { ...mine, raster }))
      return running.get(id) ?? deps.store.read((tx) => asKnown(requireOwnJob(tx, origin, id), state))
    },

    async sendTest({ origin, place, raster }) {
      requireRaster(raster)
      const begun: PrinterAddress[] = []
      const subject = place === null ? 'none' : placeKey(place)
      await deps.store.write((tx) =>
        once(tx, { origin, name: 'printer.test', subject, content: { picture: hashOf(raster) } }, () => {
          begun.push(addressFor(tx, place, raster))
          tx.record({ type: 'printer.tested', subject, version: 1, origin, data: {} })
          return { done: true as const }
        }),
      )
      const [address] = begun
      const key = `test ${origin.commandId}`
      if (address === undefined) return running.get(key) ?? { state: 'unknown', fault: null }
      return follow(key, async () => {
        const outcome = await printer.print(address, raster)
        const { device } = origin
        if (device !== null)
          await deps.store.write((tx) => showPaper(tx, device, outcome.state === 'printed' ? null : outcome))
        return outcome
      })
    },
  }
}

function asKnown({ state, fault }: PrintJobRow, told: PrintState): SentPaper {
  return { state: state === 'queued' ? told : state, fault }
}

function addressFor(tx: Tx, place: PrinterPlace | null, raster: Raster): PrinterAddress {
  const { address, width } = requireNetworkPrinter(tx, place)
  if (width !== raster.width) throw new Refusal('print.picture')
  return address
}

function hashOf({ dots }: Raster): string {
  return createHash('sha256').update(dots).digest('hex')
}
