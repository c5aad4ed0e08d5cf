import type { TicketId } from '@counter/shared/vocabulary/ids'
import { normalQueryCode } from '@counter/shared/vocabulary/number'
import type { Instant } from '@counter/shared/vocabulary/time'
import { requireAgain } from '../../domain/paper/print-again.ts'
import type { Ticket } from '../../domain/queue/ticket.ts'
import { Refusal } from '../../domain/refusal.ts'
import { findCommandOf } from '../../store/journal.ts'
import type { Origin } from '../../store/origin.ts'
import { findPapers, findPrintJob, insertPrintJob, nextPaper } from '../../store/print-jobs.ts'
import { findAnswer, once } from '../../store/receipts.ts'
import { findTicket } from '../../store/tickets.ts'
import type { Tx } from '../../store/tx.ts'
import type { Deps } from '../deps.ts'
import type { Issued } from '../hall/put-in-line.ts'
import { requireToday } from '../hall/require-ticket.ts'

/** A further paper of a number that was issued. Its secrets are null where nobody kept what was told (Q7). */
export interface PaperAgain {
  readonly ticket: Ticket
  readonly estimate: Issued['estimate'] | null
  readonly token: string | null
  readonly queryCode: string | null
  readonly printJobId: string
  readonly nth: number
  /** The appointment by which an agent's visit waits; left out by an older kept answer (V92). */
  readonly appointmentAt?: Instant | null
}

/** 「再打一张」 and the desk's 补打 (Q44). Refuses `print.not_found`, `print.again_limit`, `print.again_late`. */
export function printAgain(
  deps: Deps,
  { origin, id }: { readonly origin: Origin; readonly id: string },
): Promise<PaperAgain> {
  return deps.store.write((tx) =>
    once(tx, { origin, name: 'print.again', subject: id, content: { id } }, () => {
      const job = findPrintJob(tx, id)
      const isKiosk = origin.role === 'kiosk'
      if (job === undefined || (isKiosk && job.device !== origin.device)) throw new Refusal('print.not_found')
      const papers = findPapers(tx, job.ticket)
      const [first] = papers
      const ticket = findTicket(tx, job.ticket)
      if (first === undefined || ticket === undefined) throw new Refusal('print.not_found')
      const by = isKiosk ? 'kiosk' : 'staff'
      requireAgain(by, { count: papers.length, firstAt: first.queuedAt }, tx.at)
      return furtherPaper(deps, tx, { origin, ticket, by })
    }),
  )
}

/** True while none of its papers came out or may have: no printer was in reach, or none had paper (Q45). */
export function lacksPaper(tx: Tx, { id, status }: Ticket): boolean {
  if (!['waiting', 'called', 'missed', 'held'].includes(status)) return false
  return findPapers(tx, id).every(({ state }) => state === 'failed')
}

/** 「打小票」 at a kiosk, for a number whose holder has noted its code instead (Q45). Refuses `print.again_limit`. */
export function printMissing(
  deps: Deps,
  { origin, ticket: id }: { readonly origin: Origin; readonly ticket: TicketId },
): Promise<PaperAgain> {
  return deps.store.write((tx) =>
    once(tx, { origin, name: 'print.missing', subject: id, content: { id } }, () => {
      const ticket = requireToday(tx, id)
      if (!lacksPaper(tx, ticket)) throw new Refusal('print.again_limit')
      return furtherPaper(deps, tx, { origin, ticket, by: 'kiosk' })
    }),
  )
}

interface Further {
  readonly origin: Origin
  readonly ticket: Ticket
  readonly by: 'kiosk' | 'staff'
}

function furtherPaper({ newId }: Deps, tx: Tx, { origin, ticket, by }: Further): PaperAgain {
  const printJobId = newId()
  const nth = nextPaper(tx, ticket.id)
  insertPrintJob(tx, { id: printJobId, ticket: ticket.id, device: origin.device, nth })
  tx.record({
    type: 'print.reprinted',
    subject: ticket.id,
    version: ticket.version,
    origin,
    data: { job: printJobId, nth, by },
  })
  return { ticket, ...toldBefore(tx, ticket), printJobId, nth }
}

// The code and the token are kept as hashes; only the sealed receipt of the issue still has them (Q7, R5).
function toldBefore(
  tx: Tx,
  ticket: Ticket,
): Pick<PaperAgain, 'estimate' | 'token' | 'queryCode' | 'appointmentAt'> {
  const commandId = findCommandOf(tx, ticket.id, 'ticket.issued')
  const told = commandId === null ? null : findAnswer<Partial<Issued>>(tx, commandId)
  return {
    estimate: told?.estimate ?? null,
    appointmentAt: told?.appointmentAt ?? null,
    token: told?.token ?? null,
    queryCode: told?.queryCode === undefined ? null : normalQueryCode(told.queryCode),
  }
}
