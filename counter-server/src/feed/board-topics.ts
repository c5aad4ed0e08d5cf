import type { Tx } from '../store/tx.ts'
import type { Deps } from '../usecases/deps.ts'
import { readGreet } from '../usecases/hall/read-greet.ts'
import { readWindowPlan } from '../usecases/hall/window-plan.ts'
import { toGreetState } from '../views/greet-views.ts'
import { toWindowPlan } from '../views/window-plan-views.ts'
import type { TopicKind } from './topic.ts'

/** Topic `windows`: who is at each window and what it serves, for the administrator. */
export function windowPlanTopic(deps: Pick<Deps, 'queue'>): TopicKind {
  const state = (tx: Tx) => toWindowPlan(readWindowPlan(deps, tx))
  return boardOf('windows', ['admin', 'supervisor'], 1_000, state)
}

/** Topic `greet`: the hall as the person who greets sees it (issue line 14). */
export function greetTopic(deps: Pick<Deps, 'queue'>): TopicKind {
  const state = (tx: Tx) => toGreetState(readGreet(deps, tx))
  return boardOf('greet', ['clerk', 'supervisor'], 300, state)
}

// They follow the supervisor's stream, which hears of every ticket, window and device, and are told whole and calmly.
function boardOf(
  name: string,
  actors: TopicKind['actors'],
  calmMs: number,
  state: (tx: Tx) => unknown,
): TopicKind {
  return {
    name,
    actors,
    grant: () => ({
      audience: 'supervisor',
      bodyKey: name,
      calmMs,
      snapshot: state,
      changes: (tx, _news, whole) => (whole === null ? [] : [{ kind: 'figures_changed', state: state(tx) }]),
    }),
  }
}
