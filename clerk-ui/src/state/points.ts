import { PointNews, PointNewsChange } from '@counter/shared/contract/points'
import type { TopicKind } from './live.ts'

/** Topic `points`; every change brings all that is wrong (V89). */
export const pointTopic: TopicKind<PointNews, PointNewsChange> = {
  state: PointNews,
  change: PointNewsChange,
  withChange: (_before, change) => change.state,
}
