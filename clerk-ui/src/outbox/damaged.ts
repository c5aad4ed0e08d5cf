import type { SyncResult } from '@counter/shared/contract/village'
import type { CommandId } from '@counter/shared/vocabulary/ids'
import { isAccepted, type Outbox, type OutboxItem } from './outbox.ts'

const UNREADABLE = 'command.unreadable'

/** What lies here damaged goes to its agent, with its number and its form, and stops nobody else (V36, V44). */
export function withDamaged(outbox: Outbox, ids: readonly CommandId[], now: number): Outbox {
  return outbox.map((item) =>
    ids.includes(item.header.id) && !isAccepted(item)
      ? { ...item, state: 'attention', since: now, answer: unreadable(item) }
      : item,
  )
}

/** True for what the centre never read, and so cannot solve. */
export function isDamaged({ answer }: Pick<OutboxItem, 'answer'>): boolean {
  return answer?.code === UNREADABLE
}

function unreadable({ header: { id } }: OutboxItem): SyncResult {
  const none = { message: null, caseId: null, number: null, queryCode: null, link: null, filesMissing: [] }
  return { id, status: 'attention', code: UNREADABLE, ...none }
}
