import type { ItemCode } from '@counter/shared/vocabulary/ids'
import { civilDate } from '@counter/shared/vocabulary/plain-date'
import type { Instant } from '@counter/shared/vocabulary/time'
import { Refusal } from '../../domain/refusal.ts'
import { isStoppedAt, requireFreshVersion } from '../../domain/village/shown-version.ts'
import { findItemInForce, findItemStops, findItemVersions, type Item } from '../../store/items.ts'
import { findSetting } from '../../store/settings.ts'
import type { Tx } from '../../store/tx.ts'

const MOST_VERSIONS = 100

/** What a phone says of the guide by which somebody was judged; an older phone names no version. */
export interface Shown {
  readonly version: number | null
  readonly capturedAt: Instant
}

/**
 * The version of an item that the village showed: the resident is judged by that list (C101, V86). Refuses `item.not_found`, and
 * `item.outdated` for one that a newer version had replaced too long before.
 */
export function shownItem(tx: Tx, code: ItemCode, { version, capturedAt }: Shown): Item {
  const present = inForceAt(tx, code, capturedAt)
  if (present === undefined) throw new Refusal('item.not_found')
  if (version === null || version === present.version) return present
  const versions = findItemVersions(tx, code, MOST_VERSIONS)
  const shown = versions.find((item) => item.version === version)
  requireFreshVersion(
    versions.filter((item) => item.version > version),
    {
      shown,
      capturedOn: civilDate(capturedAt),
      today: civilDate(tx.at),
      days: findSetting(tx, 'village.guideAge'),
    },
  )
  return shown ?? present
}

/** Whether the item was offered no more at a moment, whichever of its versions the village showed then (V86). */
export function isItemStopped(tx: Tx, code: ItemCode, at: Instant): boolean {
  const present = inForceAt(tx, code, at)
  return present !== undefined && isStoppedAt(findItemStops(tx, code), present.version, at)
}

// A capture from before an item began is judged by the item as it is now.
function inForceAt(tx: Tx, code: ItemCode, at: Instant): Item | undefined {
  return findItemInForce(tx, code, at) ?? findItemInForce(tx, code, tx.at)
}
