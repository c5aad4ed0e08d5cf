import type { DeputyChange } from '@counter/shared/contract/deputy'
import type { Tx } from '../store/tx.ts'
import { findUrgent } from '../usecases/cases/stand-in.ts'
import { toDeputyState } from '../views/own-day-views.ts'
import type { TopicKind } from './topic.ts'

/** Topic `deputy`: a mark of a colleague's case comes to whoever stands in for him, on any page (C704). */
export const deputyTopic: TopicKind = {
  name: 'deputy',
  actors: ['clerk', 'handler'],
  grant(_tx, _wanted, { actor, staff }) {
    if (staff === null) return null
    const { id } = staff.staff
    const role = actor === 'clerk' ? 'clerk' : 'handler'
    const state = (tx: Tx) => toDeputyState(findUrgent(tx, role, id))
    return {
      audience: `staff:${id}`,
      bodyKey: `deputy:${id}`,
      snapshot: state,
      changes: (tx, _news, whole): DeputyChange[] =>
        whole === null ? [] : [{ kind: 'figures_changed', state: state(tx) }],
    }
  },
}
