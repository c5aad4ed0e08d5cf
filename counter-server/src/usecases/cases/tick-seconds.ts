import { findSetting } from '../../store/settings.ts'
import type { Deps } from '../deps.ts'

/** How long the timer rests between two looks at what is due (C521). */
export function tickSeconds({ store }: Pick<Deps, 'store'>): number {
  return store.read((tx) => findSetting(tx, 'clock.tickSeconds'))
}
