import type { StaffSession } from '@counter/shared/contract/people'
import { caseListTopic } from './case-list.ts'
import { useTopic } from './live.ts'
import { superviseTopic } from './supervise.ts'
import { windowTopic } from './window-topic.ts'

/** Something that changes whenever a case of this person's changes: the topic the role may hear, read again by the board. */
export function useBoardNews(session: StaffSession | null): unknown {
  const role = session?.role
  const unit = role === 'handler' ? session?.unit : null
  const window = role === 'clerk' ? session?.window : null
  const watches = role === 'supervisor' || role === 'leader' || role === 'admin'
  const all = useTopic(watches ? 'supervisor' : null, superviseTopic).state
  const ofUnit = useTopic(unit ? `unit:${unit}` : null, caseListTopic).state
  const ofWindow = useTopic(window ? `window:${window}` : null, windowTopic).state
  return all ?? ofUnit ?? ofWindow
}
