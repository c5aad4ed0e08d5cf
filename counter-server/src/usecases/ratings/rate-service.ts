import { isPhone } from '@counter/shared/vocabulary/identity'
import type { RatingLevel, RatingReason } from '@counter/shared/vocabulary/rating'
import { dueAfter } from '../../domain/case/due.ts'
import { isBad, requireRateable, type Service } from '../../domain/rating/rating.ts'
import { Refusal } from '../../domain/refusal.ts'
import { findCase, findCaseIdByToken } from '../../store/cases.ts'
import { hashToken } from '../../store/crypto.ts'
import type { Origin } from '../../store/origin.ts'
import { insertFollowUp, insertRating, isRated, type RatedSubject } from '../../store/ratings.ts'
import { once } from '../../store/receipts.ts'
import { findSetting } from '../../store/settings.ts'
import { findTicketByToken } from '../../store/tickets.ts'
import type { Tx } from '../../store/tx.ts'
import { clockContext } from '../cases/case-rules.ts'
import type { Deps } from '../deps.ts'

/** A service as its holder may rate it. */
export interface RateableService extends Service {
  readonly subject: RatedSubject
  /** Ticket or case number. */
  readonly number: string
}

/** What the holder of a link says of the service. */
export interface GivenRating extends SaidOfService {
  readonly token: string
}

/** What somebody says of a service, whichever way it is known. */
export interface SaidOfService {
  readonly level: RatingLevel
  readonly reasons: readonly RatingReason[]
  readonly text: string
  readonly phone: string
}

/** The service of a link, whether it may still be rated or not. Refuses `code.not_found`. */
export function findService(tx: Tx, token: string): RateableService {
  const hash = hashToken(token)
  const ticket = findTicketByToken(tx, hash)
  if (ticket !== undefined) {
    const doneAt = ticket.status === 'served' ? ticket.finishedAt : null
    return serviceOf(tx, { kind: 'ticket', id: ticket.id }, ticket.number, doneAt)
  }
  const id = findCaseIdByToken(tx, hash)
  const found = id === null ? undefined : findCase(tx, id)
  if (found === undefined) throw new Refusal('code.not_found')
  const doneAt = found.decidedAt ?? found.endedAt
  return serviceOf(tx, { kind: 'case', id: found.id }, found.number, doneAt)
}

function serviceOf(
  tx: Tx,
  subject: RatedSubject,
  number: string,
  doneAt: Service['doneAt'],
): RateableService {
  return { subject, number, doneAt, isRated: isRated(tx, subject) }
}

/** What the page of a link offers: the service, or why it cannot be rated (C1002). */
export function readOffer({ store }: Deps, token: string): { readonly number: string } {
  return store.read((tx) => ({ number: rateableNow(tx, token).number }))
}

/**
 * Keeps one voluntary rating; a 差评 opens its follow-up (C1002, C1004). The record says that it was given and not how:
 * no level reaches whoever served (U28). Refusals: `code.not_found`, `rating.*`, `contact.phone`.
 */
export function rateService(
  { store, newId }: Deps,
  { origin, given }: { readonly origin: Origin; readonly given: GivenRating },
): Promise<{ readonly rectifyDays: number | null }> {
  return store.write((tx) =>
    once(tx, { origin, name: 'rating.give', subject: 'rating', content: given }, () => {
      const { subject } = rateableNow(tx, given.token)
      return keepRating(tx, { id: newId(), origin, subject, given })
    }),
  )
}

/** Keeps what was said of a service that may be rated, and promises what follows (C1004). */
export function keepRating(
  tx: Tx,
  rated: {
    readonly id: string
    readonly origin: Origin
    readonly subject: RatedSubject
    readonly given: SaidOfService
  },
): { readonly rectifyDays: number | null } {
  const { id, origin, subject, given } = rated
  const isLow = keep(tx, id, subject, given)
  tx.record({ type: 'rating.given', subject: subject.id, version: 1, origin, data: { rating: id } })
  return { rectifyDays: isLow ? findSetting(tx, 'rating.rectify') : null }
}

function rateableNow(tx: Tx, token: string): RateableService {
  const service = findService(tx, token)
  requireRateable(service, tx.at, findSetting(tx, 'rating.validity'))
  return service
}

function keep(tx: Tx, id: string, subject: RatedSubject, given: SaidOfService): boolean {
  const isLow = isBad(given.level)
  const { reasons, text, phone } = isLow ? given : NOTHING_MORE
  if (phone !== '' && !isPhone(phone)) throw new Refusal('contact.phone')
  insertRating(tx, { id, subject, level: given.level, reasons, text })
  if (isLow) openFollowUp(tx, id, phone)
  return isLow
}

const NOTHING_MORE = { reasons: [], text: '', phone: '' } as const

function openFollowUp(tx: Tx, id: string, phone: string): void {
  const context = clockContext(tx)
  insertFollowUp(tx, id, {
    phone,
    contactDueAt: dueAfter(context, tx.at, findSetting(tx, 'rating.contact')).at,
    rectifyDueAt: dueAfter(context, tx.at, findSetting(tx, 'rating.rectify')).at,
  })
  tx.tell({ kind: 'figures_changed' })
}
