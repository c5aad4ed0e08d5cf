import type { BatchOutcome, HandedWay } from '@counter/shared/vocabulary/agency'
import type { TopicKey, UnitCode } from '@counter/shared/vocabulary/ids'
import type { TicketStatus } from '@counter/shared/vocabulary/ticket'
import type { PlainDate } from '@counter/shared/vocabulary/time'
import type { CaseState } from '../case/case-state.ts'
import type { PaperTaken } from '../case/material-mark.ts'
import { Refusal } from '../refusal.ts'

/** Refuses an empty visit, and one case twice: `visit.empty` (V91). */
export function checkVisit(cases: readonly string[]): void {
  if (cases.length === 0 || new Set(cases).size < cases.length) throw new Refusal('visit.empty')
}

/** The ends of a number after which the same visit may ask for another one: it was not called, or not all was served. */
const ENDED: readonly TicketStatus[] = ['served', 'absent', 'moved', 'cancelled']

/** What decides whether a visit may take a number: what is left to serve, and the number that it has. */
export interface Numbering {
  readonly isDone: boolean
  readonly ticket: {
    readonly number: string
    readonly businessDate: PlainDate
    readonly status: TicketStatus
  } | null
  readonly today: PlainDate
}

/** A visit has one number a day, however often its code is scanned: `visit.has_ticket` names it; nothing left to serve: `visit.done` (V91). */
export function checkNumberless(numbering: Numbering): void {
  if (numbering.isDone) throw new Refusal('visit.done')
  const standing = standingNumber(numbering)
  if (standing !== null) throw new Refusal('visit.has_ticket', { n: standing })
}

/** Whether the visit may take a number now, the first or another one for what still waits (V91). */
export function mayTakeNumber(numbering: Numbering): boolean {
  return !numbering.isDone && standingNumber(numbering) === null
}

function standingNumber({ ticket, today }: Numbering): string | null {
  const isOver = ticket === null || ticket.businessDate !== today || ENDED.includes(ticket.status)
  return isOver ? null : ticket.number
}

/** Cases of one unit wait where its window is; those of several at any window, the last topic 「我说不清」 (V91). */
export function topicOfVisit(
  units: readonly UnitCode[],
  topics: readonly { readonly topic: TopicKey; readonly unit: UnitCode | null }[],
): TopicKey {
  const [unit, ...others] = new Set(units)
  const own = others.length > 0 ? undefined : topics.find((each) => each.unit === unit)
  const found = own ?? topics.at(-1)
  if (found === undefined) throw new Refusal('topic.not_found')
  return found.topic
}

/** Papers go up while they lie at the point, a result comes down once the case is decided; else `case.wrong_status` (V94). */
export function checkWay({ status, agency }: CaseState, way: HandedWay): void {
  const isFit = way === 'up' ? agency.paperAt === null : status === 'decided' && agency.deliver === null
  if (!isFit) throw new Refusal('case.wrong_status', { status, action: 'add_note', actions: '' })
}

/** Refuses what was served before: `visit.case_served` (V93). */
export function checkWaits(outcome: BatchOutcome): void {
  if (outcome !== 'waiting') throw new Refusal('visit.case_served')
}

/** The lines of the 交接单 on which the desk counted something else than the point said (V94). */
export function differences(
  said: readonly PaperTaken[],
  counted: readonly PaperTaken[],
): readonly { readonly name: string; readonly said: number; readonly counted: number }[] {
  const keyOf = ({ name, form }: PaperTaken) => `${name} ${form}`
  const counts = (papers: readonly PaperTaken[]) => new Map(papers.map((paper) => [keyOf(paper), paper]))
  const before = counts(said)
  const now = counts(counted)
  return [...new Map([...before, ...now]).entries()].flatMap(([key, { name }]) => {
    const line = { name, said: before.get(key)?.count ?? 0, counted: now.get(key)?.count ?? 0 }
    return line.said === line.counted ? [] : [line]
  })
}
