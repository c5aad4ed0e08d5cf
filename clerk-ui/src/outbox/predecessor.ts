import type { VillageHeader } from '@counter/shared/contract/village'
import type { CaseId, CommandId } from '@counter/shared/vocabulary/ids'
import { isSettled, type Outbox, type OutboxItem } from './outbox.ts'

/**
 * The last command of a case that the centre has not applied, which the next one follows (V29). Of those that were refused only
 * the registration counts: until it is put right or solved there is no case to add to (V44, V52).
 */
export function lastOpenOf(outbox: Outbox, caseId: CaseId): CommandId | null {
  const open = outbox.filter(
    (item) => item.header.caseId === caseId && (!isSettled(item.answer) || isRefusedCase(item)),
  )
  return open[open.length - 1]?.header.id ?? null
}

function isRefusedCase(item: OutboxItem): boolean {
  return isRegistration(item) && item.state === 'attention'
}

function isRegistration({ header }: OutboxItem): boolean {
  return header.type === 'case.register'
}

/**
 * What a new command follows. 撤回 follows nothing, or it would wait for what itself is to end; 修改重发 stands where the refused
 * one stood, before what follows that one, and follows nothing that was found never to come (V36, V52). A resident's revocation
 * waits for the case alone (V14).
 */
export function predecessorOf(
  outbox: Outbox,
  { type, caseId }: Pick<VillageHeader, 'type' | 'caseId'>,
  replaces: CommandId | null,
): CommandId | null {
  if (type === 'command.withdraw') return null
  const refused = outbox.find(({ header }) => header.id === replaces)
  if (refused === undefined)
    return lastOpenOf(type === 'authority.revoke' ? outbox.filter(isRegistration) : outbox, caseId)
  return refused.answer?.code === 'predecessor.missing' ? null : refused.header.after
}
