import { SuperviseChange, SuperviseState } from '@counter/shared/contract/supervise'
import type { TopicKind } from './live.ts'

/** Topic `supervisor`; every change brings all figures. */
export const superviseTopic: TopicKind<SuperviseState, SuperviseChange> = {
  state: SuperviseState,
  change: SuperviseChange,
  withChange: (_before, change) => change.state,
}
