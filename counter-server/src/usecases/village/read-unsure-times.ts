import { findUnsureTimes, type UnsureTimeRow } from '../../store/unsure-times.ts'
import type { Deps } from '../deps.ts'

const MOST = 50

/** What the supervisor checks of the villages' times; what he has set is on the list no longer (V78). */
export function readUnsureTimes({ store }: Pick<Deps, 'store'>): readonly UnsureTimeRow[] {
  return store.read((tx) => findUnsureTimes(tx, MOST))
}
