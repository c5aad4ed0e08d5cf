import { instantOf, toMs } from '@counter/shared/vocabulary/plain-date'
import type { Instant } from '@counter/shared/vocabulary/time'
import { findClockAhead } from '../../store/village-points.ts'
import type { Deps } from '../deps.ts'
import type { ExportFile } from './open-export.ts'

/** What the clock of an absent phone shows now, as far as is known: a file tells when it was made, not how late it comes (V77, V79). */
export function deviceTimeOf(
  { store }: Pick<Deps, 'store'>,
  { phone, village }: Pick<ExportFile, 'phone' | 'village'>,
): Instant {
  const ahead = store.read((tx) => findClockAhead(tx, village, phone.id))
  return instantOf(toMs(store.now()) + ahead)
}
