import { GreetChange, GreetState } from '@counter/shared/contract/greet'
import type { TopicKind } from './live.ts'

/** Topic `greet`; every change brings the whole page, which is small. */
export const greetTopic: TopicKind<GreetState, GreetChange> = {
  state: GreetState,
  change: GreetChange,
  withChange: (_before, change) => change.state,
}
