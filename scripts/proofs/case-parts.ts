import { dueOf } from './case-dates.ts'
import { ITEMS, nameOf, type OracleCase, type Part, type Person } from './case-facts.ts'

/*
 * What other units are asked for: by the handler, by joint handling with the acceptance, and to check a written promise.
 */

/** True while an answer is awaited that holds back the decision; a promise is checked afterwards as well (C206, C805). */
export function hasOpenPart({ parts }: OracleCase): boolean {
  return parts.some(({ ended, isPledge }) => ended === null && !isPledge)
}

/** Asked by the handler who has the case, for today (C805). */
export function askRefusal(found: OracleCase, unit: string, by: Person, today: string): string | null {
  if (by.role !== 'handler') return 'case.forbidden'
  const isUnderWay = ['accepted', 'reviewing', 'paused'].includes(found.status)
  if (!isUnderWay || found.handOver !== null) return 'case.wrong_status'
  if (unit === found.unit) return 'transfer.bad_target'
  if (found.recused.units.includes(unit)) return 'transfer.conflict_of_interest'
  return today > dueOf(found, today) ? 'subtask.after_case_due' : null
}

export function waiveRefusal(found: OracleCase, place: number, by: Person): string | null {
  if (by.role !== 'supervisor') return 'case.forbidden'
  return endedRefusal(found, found.parts[place])
}

/** Only the unit that was asked knows of the question, and nobody of it whom the case concerns answers (C402, C804). */
export function answerRefusal(found: OracleCase, place: number, by: Person): string | null {
  const part = found.parts[place]
  if (by.role !== 'handler' || part?.unit !== by.unit) return 'subtask.not_found'
  const { people, units } = found.recused
  const isConcerned = people.includes(nameOf(by)) || units.includes(by.unit)
  return endedRefusal(found, part) ?? (isConcerned ? 'transfer.conflict_of_interest' : null)
}

function endedRefusal({ endedOn, status }: OracleCase, part: Part | undefined): string | null {
  if (part === undefined) return 'subtask.not_found'
  const isOver = endedOn !== null && status !== 'decided'
  return part.ended !== null || (isOver && !part.isPledge) ? 'subtask.ended' : null
}

/** With the acceptance each joint unit gets its part, once; neither the own unit nor one that the case concerns (C207). */
export function openJointParts(found: OracleCase): void {
  for (const unit of ITEMS[found.item].joint) {
    const has = found.parts.some((part) => part.unit === unit && !part.isPledge && part.ended !== 'waived')
    if (unit !== found.unit && !found.recused.units.includes(unit) && !has)
      openPart(found, unit, { isJoint: true })
  }
}

/** What another item asked of its joint units is asked no more (C101, C207). */
export function endJointParts(found: OracleCase): void {
  for (const [place, part] of found.parts.entries())
    if (part.isJoint && part.ended === null) endPart(found, place, 'waived')
}

export function openPart(found: OracleCase, unit: string, how: Partial<Part> = {}): void {
  found.parts.push({ unit, isPledge: false, isJoint: false, ended: null, ...how })
}

export function endPart(found: OracleCase, place: number, ended: 'answered' | 'waived'): void {
  found.parts = found.parts.map((part, at) => (at === place ? { ...part, ended } : part))
}

/** A unit that the case concerns is asked nothing any more (C804). */
export function endPartsOf(found: OracleCase, unit: string): void {
  for (const [place, part] of found.parts.entries())
    if (part.unit === unit && part.ended === null && !part.isPledge) endPart(found, place, 'waived')
}
