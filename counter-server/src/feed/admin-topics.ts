import type { Tx } from '../store/tx.ts'
import type { Deps } from '../usecases/deps.ts'
import { readWindowPlan } from '../usecases/hall/window-plan.ts'
import { toWindowPlan } from '../views/window-plan-views.ts'
import type { TopicKind } from './topic.ts'

/** Topic `windows`: who is at each window and what it serves, for the administrator. It follows the hall's board, which hears of every ticket and window. */
export function windowPlanTopic(deps: Pick<Deps, 'queue'>): TopicKind {
  const state = (tx: Tx) => toWindowPlan(readWindowPlan(deps, tx))
  return {
    name: 'windows',
    actors: ['admin', 'supervisor'],
    grant: () => ({
      audience: 'supervisor',
      bodyKey: 'windows',
      calmMs: 1_000,
      snapshot: state,
      changes: (tx, _news, whole) => (whole === null ? [] : [{ kind: 'figures_changed', state: state(tx) }]),
    }),
  }
}
