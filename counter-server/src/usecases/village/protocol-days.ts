import { findSetting } from '../../store/settings.ts'
import type { Deps } from '../deps.ts'

/** For how many days after a newer protocol the one before it is still spoken ⚙ (V58). */
export function protocolDays({ store }: Pick<Deps, 'store'>): number {
  return store.read((tx) => findSetting(tx, 'village.protocolDays'))
}
