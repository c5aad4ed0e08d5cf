import type { CaseId, StaffId } from '@counter/shared/vocabulary/ids'
import { assignCase } from '../../domain/case/assign.ts'
import { Refusal } from '../../domain/refusal.ts'
import { openLeaveReason } from '../../store/accounts.ts'
import { findCases } from '../../store/case-lists.ts'
import { countOpenOf } from '../../store/own-day.ts'
import { findStaff, findStaffOfRole, type Staff } from '../../store/people.ts'
import { once } from '../../store/receipts.ts'
import type { Tx } from '../../store/tx.ts'
import type { Deps } from '../deps.ts'
import type { CaseAsker } from './case-asker.ts'
import { cursorAfter, cursorOf } from './case-cursor.ts'
import { type CaseLine, toLines } from './case-lines.ts'
import { openCase } from './case-scene.ts'
import { recordFacts } from './record-facts.ts'
import { staffIdOf } from './staff-id.ts'

/** A colleague with how many open cases he has in hand; null of a clerk, whose cases are any window's. */
export interface ColleagueFacts {
  readonly staff: Staff
  readonly open: number | null
  /** Why somebody is away, for the supervisor and the person alone. */
  readonly leaveReason: string | null
}

/** Who can be away and who can go on: everybody for a supervisor, the own unit for a handler, the clerks for a clerk. */
export function readColleagues({ store }: Pick<Deps, 'store'>, asker: CaseAsker): ColleagueFacts[] {
  return store.read((tx) =>
    colleaguesOf(tx, asker).map((staff) => ({
      staff,
      open: staff.role === 'handler' ? countOpenOf(tx, staff.id) : null,
      leaveReason:
        asker.actor === 'supervisor' || asker.staff?.id === staff.id ? openLeaveReason(tx, staff.id) : null,
    })),
  )
}

/** One page of what somebody can hand over. Refuses `staff.not_found`, and `case.forbidden` for a colleague's cases. */
export function readHandOver(
  { store }: Pick<Deps, 'store'>,
  asker: CaseAsker,
  asked: { readonly of: StaffId; readonly cursor?: string | undefined; readonly limit: number },
): { readonly lines: readonly CaseLine[]; readonly next: string | null } {
  const { of, cursor, limit } = asked
  return store.read((tx) => {
    if (findStaff(tx, of) === undefined) throw new Refusal('staff.not_found')
    checkGiver(asker, of)
    const rows = findCases(tx, { handler: of, isOpen: true, after: cursorOf(cursor), limit: limit + 1 })
    const shown = rows.slice(0, limit)
    const last = rows.length > limit ? shown.at(-1) : undefined
    return { lines: toLines(tx, shown), next: last === undefined ? null : cursorAfter(last) }
  })
}

function colleaguesOf(tx: Tx, { actor, staff }: CaseAsker): Staff[] {
  const handlers = actor === 'clerk' ? [] : findStaffOfRole(tx, 'handler')
  const clerks = actor === 'handler' ? [] : findStaffOfRole(tx, 'clerk')
  return [...handlers.filter(({ unit }) => actor !== 'handler' || unit === staff?.unit), ...clerks]
}

// One's own cases, or as a supervisor anybody's.
function checkGiver(asker: CaseAsker, from: StaffId): void {
  if (asker.actor !== 'supervisor' && staffIdOf(asker) !== from) throw new Refusal('case.forbidden')
}

export interface HandOverAsked {
  readonly from: StaffId
  readonly to: StaffId
  readonly cases: readonly CaseId[]
  readonly reason: string
}

/**
 * Hands a slice of a colleague's open cases on, one event for each, all in one transaction or none (C801). Refusals as
 * `assignCase`, `staff.not_found`, and `case.forbidden` for a colleague's cases.
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
