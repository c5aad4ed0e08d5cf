import type { DraftPhotos } from '@counter/shared/contract/photos'
import type { DraftPhoto } from '../store/draft-photos.ts'

/** What lies at an open intake; not where on the disk, nor whose it is. */
export function toDraftPhotos(photos: readonly DraftPhoto[]): DraftPhotos {
  return {
    photos: photos.map(({ sha256, material, size, takenAt }) => ({ sha256, material, size, takenAt })),
  }
}
