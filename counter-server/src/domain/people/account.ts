import type { Role } from '@counter/shared/vocabulary/actor'
import type { UnitCode, VillageCode } from '@counter/shared/vocabulary/ids'
import { Refusal } from '../refusal.ts'

/** Who a person is in the centre: one role, and the place that belongs to it (N7, P11). */
export interface AccountPost {
  readonly displayName: string
  readonly role: Role
  readonly unit: UnitCode | null
  readonly village: VillageCode | null
  readonly posts: readonly string[]
  /** The windows a clerk may open; null is all of them. */
  readonly windows: readonly number[] | null
}

/**
 * The post with only what its role can have: an agent has a village, a handler a unit, a clerk windows (P11).
 * Refuses `staff.unit_missing`, `staff.village_missing`.
 */
export function postOf(wanted: AccountPost): AccountPost {
  const { role } = wanted
  if (role === 'handler' && wanted.unit === null) throw new Refusal('staff.unit_missing')
  if (role === 'agent' && wanted.village === null) throw new Refusal('staff.village_missing')
  return {
    displayName: wanted.displayName.trim(),
    role,
    unit: role === 'agent' ? null : wanted.unit,
    village: role === 'agent' ? wanted.village : null,
    posts: [...new Set(wanted.posts)].sort(),
    windows:
      role === 'clerk' && wanted.windows !== null ? [...new Set(wanted.windows)].sort((a, b) => a - b) : null,
  }
}

export interface FieldChange {
  readonly field: string
  readonly from: string | null
  readonly to: string | null
}

/** What differs, for the journal. That a name changed is told, the name is not (queue.md 12). */
export function changesOf(before: AccountPost, after: AccountPost): FieldChange[] {
  const fields = ['role', 'unit', 'village', 'posts', 'windows'] as const
  const changed = fields
    .map((field) => ({ field, from: wordOf(before[field]), to: wordOf(after[field]) }))
    .filter(({ from, to }) => from !== to)
  const isRenamed = before.displayName !== after.displayName
  return isRenamed ? [{ field: 'displayName', from: null, to: null }, ...changed] : changed
}

/** A change of these ends every session: what the person may see is another thing now (P12). */
export function movesRights(changes: readonly FieldChange[]): boolean {
  return changes.some(({ field }) => ['role', 'unit', 'village'].includes(field))
}

function wordOf(value: string | readonly (string | number)[] | null): string | null {
  if (value === null || typeof value === 'string') return value
  return value.join(' ')
}

/** Refuses `window.forbidden` for a window that is not among the clerk's. */
export function requireWindowRight(windows: readonly number[] | null, window: number): void {
  if (windows !== null && !windows.includes(window)) throw new Refusal('window.forbidden', { w: window })
}
