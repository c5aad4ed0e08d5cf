import type { StaffId } from '@counter/shared/vocabulary/ids'
import type { Instant } from '@counter/shared/vocabulary/time'
import { Refusal } from '../refusal.ts'
import type { ActContext } from './act.ts'
import { caseClocks } from './case-clocks.ts'
import type { ItemRules } from './item-rules.ts'

/** The facts an extension is judged by. */
export interface ExtensionAsked {
  readonly isUsed: boolean
  readonly days: number
  /** The most the item allows, or null when it allows none. */
  readonly max: number | null
  /** The due instant it must come before; null while no clock runs. */
  readonly dueAt: Instant | null
  readonly at: Instant
}

/**
 * C513: once, within the item's maximum, before the due instant has passed. Refusals: `extension.not_allowed`,
 * `.already_used`, `.too_long` with the maximum, `.too_late`.
 */
export function checkExtension({ isUsed, days, max, dueAt, at }: ExtensionAsked): void {
  if (max === null) throw new Refusal('extension.not_allowed')
  if (isUsed) throw new Refusal('extension.already_used')
  if (days > max) throw new Refusal('extension.too_long', { n: max })
  if (!Number.isInteger(days) || days < 1) throw new Refusal('request.invalid')
  if (dueAt !== null && at > dueAt) throw new Refusal('extension.too_late')
}

/** The leader who signs, or `extension.no_approval` (C513). */
export function approverOfExtension(approvedBy: StaffId | null): StaffId {
  if (approvedBy === null) throw new Refusal('extension.no_approval')
  return approvedBy
}

/** Judges an extension of this case at the moment of the context, at the request and again at the approval (C403). */
export function checkExtensionOf(context: ActContext, days: number): void {
  const { state, item, at } = context
  checkExtension({
    isUsed: state.flags.includes('extended'),
    days,
    max: longestExtension(item),
    dueAt: caseClocks(state, item, context, at).committed?.dueAt ?? null,
    at,
  })
}

function longestExtension({ extension }: ItemRules): number | null {
  return extension === null ? null : extension.value
}
