import type { CaseId, StaffId, UnitCode } from '@counter/shared/vocabulary/ids'
import { assignCase } from '../../domain/case/assign.ts'
import { Refusal } from '../../domain/refusal.ts'
import { findCases } from '../../store/case-lists.ts'
import { countOpenOf } from '../../store/own-day.ts'
import { findStaff, findStaffOfRole, type Staff } from '../../store/people.ts'
import { once } from '../../store/receipts.ts'
import type { Tx } from '../../store/tx.ts'
import type { Deps } from '../deps.ts'
import type { CaseAsker } from './case-asker.ts'
import { type CaseLine, toLines } from './case-lines.ts'
import { openCase } from './case-scene.ts'
import { recordFacts } from './record-facts.ts'
import { staffIdOf } from './staff-id.ts'

/** A handler with how many open cases he has. */
export interface HandlerFacts {
  readonly staff: Staff
  readonly open: number
}

export interface HandOverFacts {
  /** Whose cases may be handed over: everybody's for a supervisor, a handler's own. */
  readonly people: readonly HandlerFacts[]
  readonly cases: readonly CaseLine[]
}

const MOST = 200

/** What can be handed over, of whom and to whom. Refuses `case.forbidden` for a colleague's cases. */
export function readHandOver(
  { store }: Pick<Deps, 'store'>,
  asker: CaseAsker,
  of: StaffId | null,
): HandOverFacts {
  return store.read((tx) => {
    if (of !== null) checkGiver(asker, of)
    const handlers = findStaffOfRole(tx, 'handler').filter((each) => isOfUnit(asker, each.unit))
    return {
      people: handlers.map((staff) => ({ staff, open: countOpenOf(tx, staff.id) })),
      cases: of === null ? [] : toLines(tx, findCases(tx, { handler: of, isOpen: true, limit: MOST })),
    }
  })
}

function isOfUnit({ actor, staff }: CaseAsker, unit: UnitCode | null): boolean {
  return actor !== 'handler' || staff?.unit === unit
}

// One's own cases, or as a supervisor anybody's.
function checkGiver(asker: CaseAsker, from: StaffId): void {
  if (asker.actor === 'handler' && staffIdOf(asker) !== from) throw new Refusal('case.forbidden')
}

export interface HandOverAsked {
  readonly from: StaffId
  readonly to: StaffId
  readonly cases: readonly CaseId[]
  readonly reason: string
}

/**
 * Hands a colleague's open cases on, one event for each, all in one transaction or none (C801). Refusals as `assignCase`,
 * `staff.not_found`, and `case.forbidden` for a colleague's cases.
 */
export function handOverCases(
  { store, ...deps }: Deps,
  asker: CaseAsker,
  asked: HandOverAsked,
): Promise<{ readonly handed: number }> {
  const { origin } = asker
  return store.write((tx) =>
    once(tx, { origin, name: 'case.hand-over', subject: asked.from, content: asked }, () => {
      checkGiver(asker, asked.from)
      const to = requireColleague(tx, asked.to)
      for (const id of new Set(asked.cases)) {
        const scene = openCase(deps, tx, asker, id)
        const { number } = scene.facts
        recordFacts(scene, [
          assignCase(scene.context, { from: asked.from, to, number, reason: asked.reason }),
        ])
      }
      return { handed: new Set(asked.cases).size }
    }),
  )
}

function requireColleague(tx: Tx, id: StaffId) {
  const found = findStaff(tx, id)
  if (found === undefined) throw new Refusal('staff.not_found')
  return { id, unit: found.unit, isActive: !found.isDisabled && found.role === 'handler' }
}
