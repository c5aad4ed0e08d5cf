import type { TopicKey } from '@counter/shared/vocabulary/ids'
import { checkNumberless, topicOfVisit } from '../../domain/village/visit.ts'
import { findCase } from '../../store/cases.ts'
import { findTopics } from '../../store/hall.ts'
import type { Tx } from '../../store/tx.ts'
import { saveVisit } from '../../store/village-visits.ts'
import type { CaseAsker } from '../cases/case-asker.ts'
import type { Deps } from '../deps.ts'
import { issueTicket } from '../hall/issue-ticket.ts'
import type { Issued } from '../hall/put-in-line.ts'
import type { WaitEstimator } from '../hall/wait.ts'
import { numberingOf, readVisitOn, type VisitPage, waitingOf } from './read-visit.ts'

interface AskedNumber {
  readonly visit: string
  /** What a clerk chose; null: the cases say it, as at a kiosk, where nobody is asked. */
  readonly topic: TopicKey | null
}

/**
 * One number for the whole visit, ordinary and without a head start: one call, as many services in the estimate as cases wait
 * (Q9, V91, V92). A code that is scanned again has its number already. Refuses `ticket.batch_too_large`, `visit.has_ticket`,
 * `visit.done`.
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
  return issueTicket(deps, command, (tx, { id: ticket, number }) => {
    checkNumberless(numberingOf(tx, readVisitOn(tx, id)))
    saveVisit(tx, id, { ticket })
    const data = { ticket, number, weight }
    tx.record({ type: 'visit.ticket_given', subject: `visit:${id}`, version: 2, origin, data })
  })
}

function topicOf(tx: Tx, waiting: VisitPage['cases']): TopicKey {
  const units = waiting.flatMap(({ case: id }) => findCase(tx, id)?.unit ?? [])
  return topicOfVisit(units, findTopics(tx))
}
