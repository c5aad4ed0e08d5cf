import { civilDate } from '@counter/shared/vocabulary/plain-date'
import type { PlainDate } from '@counter/shared/vocabulary/time'
import { dropOldDraftPhotos } from '../../store/draft-photos.ts'
import { dropOldDrafts } from '../../store/drafts.ts'
import { forgetPhotoLinks } from '../../store/photo-links.ts'
import type { Deps } from '../deps.ts'
import type { FilePlaces } from '../files/content-shelf.ts'

/**
 * Once a day, what nobody has to be asked about: drafts that nobody went on with, with their photos, and links that are over
 * (C1501). Bookings lose their persons with their day (Q39).
 */
export function createForgetter({
  store,
  files,
}: Pick<Deps, 'store'> & { readonly files: Pick<FilePlaces, 'shelf'> }): () => Promise<void> {
  let forgotOn: PlainDate | null = null
  return async () => {
    const today = civilDate(store.now())
    if (forgotOn === today) return
    const names = await store.write((tx) => {
      dropOldDrafts(tx)
      forgetPhotoLinks(tx, tx.at)
      return dropOldDraftPhotos(tx)
    })
    await files.shelf.drop(names)
    forgotOn = today
  }
}
