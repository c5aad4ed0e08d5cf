import type { DraftPhotosChange } from '@counter/shared/contract/photos'
import type { TicketId } from '@counter/shared/vocabulary/ids'
import type { Tx } from '../store/tx.ts'
import { readDraftPhotos } from '../usecases/files/draft-photos.ts'
import { toDraftPhotos } from '../views/photo-views.ts'
import { caseAskerOf } from './case-topics.ts'
import type { TopicKind } from './topic.ts'

/** Topic `photos:TICKET`: what a phone has sent to the own open intake of a number (C-2). */
export const photosTopic: TopicKind = {
  name: 'photos',
  actors: ['clerk'],
  grant(_tx, { argument }, asker) {
    const who = caseAskerOf(asker)
    const state = (tx: Tx) => toDraftPhotos(readDraftPhotos(tx, who, argument as TicketId))
    return {
      audience: `draft:${argument}`,
      bodyKey: `photos:${argument}:${who.origin.actor}`,
      snapshot: state,
      changes: (tx, _news, whole): DraftPhotosChange[] =>
        whole === null ? [] : [{ kind: 'photos_changed', photos: state(tx).photos }],
    }
  },
}
