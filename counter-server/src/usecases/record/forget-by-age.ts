import { civilDate } from '@counter/shared/vocabulary/plain-date'
import type { PlainDate } from '@counter/shared/vocabulary/time'
import { dropOldDrafts } from '../../store/drafts.ts'
import type { Deps } from '../deps.ts'

/** Once a day, what nobody has to be asked about: drafts that nobody went on with (C1501). Bookings lose their persons with their day (Q39). */
export function createForgetter({ store }: Pick<Deps, 'store'>): () => Promise<void> {
  let forgotOn: PlainDate | null = null
  return async () => {
    const today = civilDate(store.now())
    if (forgotOn === today) return
    await store.write((tx) => dropOldDrafts(tx))
    forgotOn = today
  }
}
