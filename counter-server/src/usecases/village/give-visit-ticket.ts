import type { TopicKey } from '@counter/shared/vocabulary/ids'
import { once } from '../../store/receipts.ts'
import { arriveOn } from '../booking/check-in.ts'
import type { CaseAsker } from '../cases/case-asker.ts'
import type { Deps } from '../deps.ts'
import { readyToIssue, receiptOf } from '../hall/issue-ticket.ts'
import type { Issued } from '../hall/put-in-line.ts'
import type { WaitEstimator } from '../hall/wait.ts'
import { findAppointmentToday } from './appointment.ts'
import { readVisitOn, waitingOf } from './read-visit.ts'
import { keepVisitTicket, requireServices, topicOf } from './visit-ticket.ts'

interface AskedNumber {
  readonly visit: string
  /** What a clerk chose; null: the cases say it, as at a kiosk, where nobody is asked. */
  readonly topic: TopicKey | null
}

/**
 * One number for the whole visit, ordinary and without a head start: one call, as many services in the estimate as cases wait
 * (Q9, V91, V92). Who has an appointment of the agents' hour today waits by it, as every booking does (Q36). A code that is
 * scanned again has its number already. Refuses `ticket.batch_too_large`, `visit.has_ticket`, `visit.done`.
 */
export function giveVisitTicket(
  deps: Deps & { readonly wait: WaitEstimator },
  { origin }: Pick<CaseAsker, 'origin'>,
  { visit: id, topic: chosen }: AskedNumber,
): Promise<Issued> {
  const { weight, topic } = deps.store.read((tx) => {
    const waiting = waitingOf(readVisitOn(tx, id))
    return { weight: Math.max(waiting.length, 1), topic: chosen ?? topicOf(tx, waiting) }
  })
  const extras = { weight, needsSpokenCall: false, previousTicketId: null }
  // Topic and weight follow from the list, which may have grown when a lost answer is asked for again.
  const asked = { visit: id, topic: chosen }
  const command = { origin, topic, cls: 'ordinary', channel: 'village', extras, asked } as const
  const issue = readyToIssue(deps, command, (tx, ticket) => {
    requireServices(tx, id)
    keepVisitTicket(tx, origin, id, ticket)
  })
  return deps.store.write((tx) =>
    once<Issued>(tx, receiptOf(command), () => {
      const booking = findAppointmentToday(tx, id)
      return booking === undefined
        ? issue(tx)
        : arriveOn(deps, tx, { origin, booking, channel: 'village', topic: chosen })
    }),
  )
}
