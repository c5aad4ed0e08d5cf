import type { PointNewsChange } from '@counter/shared/contract/points'
import type { Tx } from '../store/tx.ts'
import { readPointStandings } from '../usecases/village/point-standings.ts'
import { toPointNews } from '../views/point-views.ts'
import type { TopicKind } from './topic.ts'

/** Topic `points`: what is wrong with the village points, on any page of the supervisor (V89). */
export const pointTopic: TopicKind = {
  name: 'points',
  actors: ['supervisor', 'leader'],
  grant: (_tx, _wanted, { actor }) => {
    const reader = actor === 'leader' ? 'leader' : 'supervisor'
    const state = (tx: Tx) => toPointNews(readPointStandings(tx), reader)
    return {
      audience: 'supervisor',
      bodyKey: `points:${reader}`,
      calmMs: 2_000,
      snapshot: state,
      changes: (tx, _news, whole): PointNewsChange[] =>
        whole === null ? [] : [{ kind: 'figures_changed', state: state(tx) }],
    }
  },
}
