import type { CaseId, PaperId, VillageCode } from '@counter/shared/vocabulary/ids'
import type { Place } from '../../domain/booking/booking.ts'
import { papersAtPoint } from '../../domain/case/papers-at-point.ts'
import { projectCase } from '../../domain/case/projection.ts'
import { Refusal } from '../../domain/refusal.ts'
import { mayTakeNumber, type Numbering } from '../../domain/village/visit.ts'
import { findBareEvents } from '../../store/case-events.ts'
import { findPapersOf } from '../../store/case-papers.ts'
import { findTicket } from '../../store/tickets.ts'
import type { Tx } from '../../store/tx.ts'
import {
  findLastVisit,
  findVisit,
  findVisitCases,
  type VisitCase,
  type VisitFacts,
} from '../../store/village-visits.ts'
import type { CaseAsker } from '../cases/case-asker.ts'
import type { Deps } from '../deps.ts'
import { todayOf } from '../hall/hall-now.ts'
import { findAppointment } from './appointment.ts'

/** The notice that a case of a visit was given at the desk: its last one of the papers that answer a hand-in (V93). */
export interface VisitNotice {
  readonly paper: PaperId
  readonly number: string
}

export interface VisitLine extends VisitCase {
  readonly notice: VisitNotice | null
  /** What the case is known to be made of, while its papers are counted. */
  readonly materials?: readonly string[]
}

/** A visit with its 交接单 (V94). */
export interface VisitPage {
  readonly visit: VisitFacts
  readonly cases: readonly VisitLine[]
  /** Whether it may take a number now, its first or another one (V91); left out by an answer that was kept before it was told. */
  readonly mayTakeNumber?: boolean
  /** When it is awaited (V92); left out by an older kept answer. */
  readonly appointment?: Pick<Place, 'date' | 'band'> | null
}

/** A visit by its QR; another point's is `visit.not_found`, as if it did not exist (V4). */
export function readVisit(
  { store }: Pick<Deps, 'store'>,
  asker: Pick<CaseAsker, 'actor' | 'staff'>,
  id: string,
): VisitPage {
  return store.read((tx) => {
    const page = readVisitOn(tx, id)
    if (asker.actor === 'agent' && asker.staff?.village !== page.visit.village)
      throw new Refusal('visit.not_found')
    return page
  })
}

/** The last visit of the agent's point, or null before the first. */
export function readLastVisit({ store }: Pick<Deps, 'store'>, village: VillageCode): VisitPage | null {
  return store.read((tx) => {
    const id = findLastVisit(tx, village)
    return id === null ? null : readVisitOn(tx, id)
  })
}

export function readVisitOn(tx: Tx, id: string): VisitPage {
  const visit = findVisit(tx, id)
  if (visit === undefined) throw new Refusal('visit.not_found')
  const page = { visit, cases: findVisitCases(tx, id).map((line) => lineOf(tx, line)) }
  const booking = findAppointment(tx, id)
  const appointment = booking === undefined ? null : { date: booking.date, band: booking.band }
  return { ...page, mayTakeNumber: mayTakeNumber(numberingOf(tx, page)), appointment }
}

/** What of a visit is not served yet. */
export function waitingOf({ cases }: Pick<VisitPage, 'cases'>): VisitPage['cases'] {
  return cases.filter(({ outcome }) => outcome === 'waiting')
}

/** What its next number depends on (V91). */
export function numberingOf(tx: Tx, page: Pick<VisitPage, 'visit' | 'cases'>): Numbering {
  const { ticket: known, confirmedAt } = page.visit
  const ticket = known === null ? undefined : findTicket(tx, known)
  return {
    isDone: confirmedAt !== null || waitingOf(page).length === 0,
    ticket: ticket ?? null,
    today: todayOf(tx),
  }
}

const NOTICES: readonly string[] = ['acceptance', 'on_spot', 'receipt']

function lineOf(tx: Tx, line: VisitCase): VisitLine {
  if (line.status === null) return { ...line, notice: null }
  const last = findPapersOf(tx, { case: line.case }).findLast(({ kind }) => NOTICES.includes(kind))
  const notice = last === undefined ? null : { paper: last.id, number: last.number }
  const isToCount = line.outcome === 'waiting' && line.way === 'up'
  return { ...line, ...(isToCount ? toCount(tx, line.case) : {}), notice }
}

// What the point said it has taken in is what the desk counts against; what it forgot is added by name (V94).
function toCount(tx: Tx, id: CaseId): Pick<VisitLine, 'papers' | 'materials'> {
  const events = findBareEvents(tx, id)
  const materials = projectCase(events).materials.map(({ name }) => name)
  return { papers: papersAtPoint(events), materials }
}
