import type { BatchOutcome, HandedWay } from '@counter/shared/vocabulary/agency'
import type { CaseState } from '../case/case-state.ts'
import type { PaperTaken } from '../case/event.ts'
import { Refusal } from '../refusal.ts'

/** Refuses an empty visit, and one case twice: `visit.empty` (V91). */
export function checkVisit(cases: readonly string[]): void {
  if (cases.length === 0 || new Set(cases).size < cases.length) throw new Refusal('visit.empty')
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
