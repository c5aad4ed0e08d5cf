import type { DeviceId } from '@counter/shared/vocabulary/ids'
import { isSettled, mayBecome } from '../../domain/paper/job.ts'
import { Refusal } from '../../domain/refusal.ts'
import type { Origin } from '../../store/origin.ts'
import { findDevice, saveDeviceProblem, savePrinterFault } from '../../store/people.ts'
import {
  findPrintJob,
  findSentPapers,
  type PrintJobRow,
  savePrintSent,
  savePrintState,
} from '../../store/print-jobs.ts'
import { once } from '../../store/receipts.ts'
import type { Tx } from '../../store/tx.ts'
import type { Deps } from '../deps.ts'
import type { PaperOutcome } from './paper-printer.ts'

const SYSTEM: Origin = { actor: 'system', role: 'system', device: null, commandId: null }

/** The job of one's own place: a kiosk has those of its numbers, the desks share theirs. Refuses `print.not_found`. */
export function requireOwnJob(tx: Tx, origin: Origin, id: string): PrintJobRow {
  const job = findPrintJob(tx, id)
  if (job === undefined || job.device !== origin.device) throw new Refusal('print.not_found')
  return job
}

/**
 * A browser printed by itself and says what it knows; the first word about a paper is the one that counts (Q44, Q45). Of a
 * paper that the server gave to a network printer the server knows more, also while it is on its way.
 */
export function reportPrint(
  deps: Deps,
  report: { origin: Origin; id: string; state: PaperOutcome['state'] },
): Promise<{ done: true }> {
  const { origin, id, state } = report
  return deps.store.write((tx) =>
    once(tx, { origin, name: 'print.report', subject: id, content: { id, state } }, () => {
      const job = requireOwnJob(tx, origin, id)
      if (isSettled(job.state) || job.printer !== null) return { done: true as const }
      if (job.state === 'queued') savePrintSent(tx, id, null)
      settlePaper(tx, origin, job, { state, fault: null })
      return { done: true as const }
    }),
  )
}

/** Writes what became of a paper that was sent; without paper the desks are told (Q44, Q45). */
export function settlePaper(tx: Tx, origin: Origin, job: PrintJobRow, { state, fault }: PaperOutcome): void {
  if (!mayBecome('sent', state)) throw new Error(`a paper cannot become ${state}`)
  savePrintState(tx, job.id, state, fault)
  tx.record({
    type: state === 'printed' ? 'print.printed' : 'print.failed',
    subject: job.ticket,
    version: 1,
    origin,
    data: { job: job.id, nth: job.nth, printer: job.printer, state, fault },
  })
  if (job.device !== null) showPaper(tx, job.device, state === 'printed' ? null : { fault })
}

/** The server stopped while papers were on their way: each is unknown, and none is printed again by itself (Q44). */
export function settleLostPapers(deps: Deps): Promise<number> {
  return deps.store.write((tx) => {
    const lost = findSentPapers(tx)
    for (const job of lost) settlePaper(tx, SYSTEM, job, { state: 'unknown', fault: null })
    return lost.length
  })
}

/** Puts the warning of a kiosk's printer up or takes it away; another warning of the same device stays. */
export function showPaper(tx: Tx, id: string, trouble: { fault: PaperOutcome['fault'] } | null): void {
  const device = findDevice(tx, id as DeviceId)
  if (device === undefined || (trouble === null && device.problem !== 'paper')) return
  const fault = trouble?.fault ?? null
  if (trouble !== null && device.problem === 'paper' && device.printerFault === fault) return
  saveDeviceProblem(tx, device.id, trouble === null ? null : 'paper')
  savePrinterFault(tx, device.id, fault)
  tx.tell({ kind: 'device_changed', id: device.id })
}
