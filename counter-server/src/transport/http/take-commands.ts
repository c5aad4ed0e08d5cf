import { EditConflicts, type SyncBody, type SyncResult } from '@counter/shared/contract/village'
import { pointRefusalSentence } from '@counter/shared/text/point-refusals'
import type { RefusalParams } from '@counter/shared/vocabulary/refusal'
import type { VillageCommand } from '../../domain/village/village-command.ts'
import type { Turns } from '../../usecases/files/turns.ts'
import { noteHeard } from '../../usecases/village/note-heard.ts'
import {
  type Arriving,
  type CommandResult,
  type SyncDeps,
  syncCommand,
} from '../../usecases/village/sync-commands.ts'
import type { VillageAgent } from '../../usecases/village/village-agent.ts'
import { commandIdOf, isTooLarge, toVillageCommand, whyUnread } from './village-bodies.ts'

export interface TakingDeps extends SyncDeps {
  /** Commands of all points are taken one after another. */
  readonly turns: Turns
}

/** One result per command, in the order in which they were sent; a bad one harms no other (V44, V48). */
export async function takeCommands(
  { turns, ...deps }: TakingDeps,
  agent: VillageAgent,
  commands: SyncBody['commands'],
  sent: Arriving,
): Promise<SyncResult[]> {
  const results: SyncResult[] = []
  const heard: number[] = []
  for (const frozen of commands) {
    const command = isTooLarge(frozen) ? null : toVillageCommand(frozen)
    if (command === null) results.push(unread(frozen))
    else {
      const result = await turns.take('command', () => syncCommand(deps, agent, command, sent))
      results.push(toSyncResult(command.header.id, result))
      if (result.status !== 'retry') heard.push(command.header.seq)
    }
  }
  await noteHeard(deps, { village: agent.staff.village, device: sent.device }, heard)
  return results
}

/** One command's status as the phone reads it (V48). */
export function toSyncResult(
  id: string,
  {
    status,
    refusal,
    caseId,
    number,
    queryCode,
    link,
    filesMissing,
    alike,
    storedAt,
    isKept,
    slip,
    conflicts,
  }: CommandResult,
): SyncResult {
  return {
    id,
    status,
    ...(refusal === null ? { code: null, message: null } : toldOf(refusal)),
    caseId,
    number,
    queryCode,
    link,
    filesMissing: [...filesMissing],
    storedAt,
    ...(slip === undefined ? {} : { slip }),
    ...(isKept === undefined ? {} : { stored: isKept }),
    alike: alike === null ? null : { receivedOn: alike.receivedOn, number: alike.number },
    ...(conflicts === undefined
      ? conflictsIn(refusal?.params ?? {})
      : { conflicts: EditConflicts.parse(conflicts) }),
  }
}

/** Two words on the same facts, as the refusal of an edit carries them (V73). */
export function conflictsIn({ conflicts }: RefusalParams): { readonly conflicts?: EditConflicts } {
  return typeof conflicts === 'string' ? { conflicts: EditConflicts.parse(JSON.parse(conflicts)) } : {}
}

// In both languages: the page may be switched long after it was told (U13).
function toldOf({ code, params }: { readonly code: string; readonly params: RefusalParams }) {
  const message = pointRefusalSentence(code, params, 'zh-CN')
  return { code, message, messageEn: pointRefusalSentence(code, params, 'en') }
}

function unread(frozen: VillageCommand['frozen']): SyncResult {
  const code = isTooLarge(frozen) ? 'command.too_large' : whyUnread(frozen)
  return {
    id: commandIdOf(frozen.header),
    status: 'attention',
    ...toldOf({ code, params: {} }),
    stored: false,
    caseId: null,
    number: null,
    queryCode: null,
    link: null,
    filesMissing: [],
  }
}
