import { DraftPhotos, DraftPhotosChange } from '@counter/shared/contract/photos'
import type { TopicKind } from './live.ts'

/** Topic `photos:TICKET`; every change brings all that lies at the intake. */
export const photosTopic: TopicKind<DraftPhotos, DraftPhotosChange> = {
  state: DraftPhotos,
  change: DraftPhotosChange,
  withChange: (_before, { photos }) => ({ photos }),
}
