import { WindowPlan, WindowPlanChange } from '@counter/shared/contract/window-plan'
import type { TopicKind } from './live.ts'

/** Topic `windows`; every change brings the whole plan, which is a handful of rows. */
export const windowPlanTopic: TopicKind<WindowPlan, WindowPlanChange> = {
  state: WindowPlan,
  change: WindowPlanChange,
  withChange: (_before, change) => change.state,
}
