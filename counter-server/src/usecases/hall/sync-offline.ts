import { canonicalJson } from '@counter/shared/vocabulary/canonical-json'
import type { CommandId, DeviceId } from '@counter/shared/vocabulary/ids'
import type { OfflineStatus } from '@counter/shared/vocabulary/lease'
import type { OfflineCommand } from '../../domain/queue/offline-command.ts'
import { Refusal } from '../../domain/refusal.ts'
import { sha256 } from '../../store/crypto.ts'
import { insertAttention } from '../../store/lease-attention.ts'
import type { Origin } from '../../store/origin.ts'
import { isPassing } from '../../store/passing.ts'
import { contentHash, findReceiptHash, once } from '../../store/receipts.ts'
import type { Tx } from '../../store/tx.ts'
import type { Deps } from '../deps.ts'
import { abandonCreate, queueOffline } from './queue-offline.ts'

/** One command as it came, and what it says when its form is known (Q50). */
export interface SentCommand {
  readonly raw: unknown
  readonly command: OfflineCommand | null
}

export interface SyncedCommand {
  readonly status: OfflineStatus
  readonly code: string | null
}

export interface SyncOffline {
  readonly origin: Origin
  readonly device: DeviceId
  readonly sent: readonly SentCommand[]
}

export interface SyncOfflineDeps extends Deps {
  /** A fault of one command: it is logged, and goes to staff or, when it may pass, out again. */
  readonly onFault: (error: unknown) => void
}

/**
 * What a kiosk gave while the server was away, in the kiosk's order, each command in a transaction of its own (Q48). The
 * first that must be sent again holds up those behind it: one kiosk's numbers never swap.
 */
export async function syncOffline(deps: SyncOfflineDeps, sync: SyncOffline): Promise<SyncedCommand[]> {
  const results: SyncedCommand[] = []
  for (const each of sync.sent) {
    const isHeldUp = results.at(-1)?.status === 'retry'
    results.push(isHeldUp ? { status: 'retry', code: null } : await takeIn(deps, sync, each))
  }
  return results
}

async function takeIn(deps: SyncOfflineDeps, sync: SyncOffline, sent: SentCommand): Promise<SyncedCommand> {
  try {
    return await deps.store.write((tx) => arrive(deps, tx, sync, sent))
  } catch (error) {
    if (error instanceof Refusal && error.code !== 'store.full')
      return keepWhole(deps, sync, sent, error.code)
    deps.onFault(error)
    if (isPassing(error)) return { status: 'retry', code: error instanceof Refusal ? error.code : 'fault' }
    // Sent again it would fail again, and hold up for ever whatever the kiosk gave after it.
    return keepWhole(deps, sync, sent, 'fault')
  }
}

function arrive(
  deps: Deps,
  tx: Tx,
  { origin, device }: SyncOffline,
  { command }: SentCommand,
): SyncedCommand {
  if (command === null) throw new Refusal('command.malformed')
  const facts = factsOf(origin, command)
  const isRepeat = findReceiptHash(tx, command.commandId) === contentHash(tx, facts)
  const code = once(tx, facts, () => {
    const scene = { deps, tx, origin: facts.origin, device }
    if (command.kind === 'take') queueOffline(scene, command)
    else abandonCreate(scene, command)
    return null
  })
  return { status: isRepeat ? 'duplicate' : 'applied', code }
}

// The paper's fate may be known better when the same number is sent again, so it is no part of what is compared.
function factsOf(origin: Origin, command: OfflineCommand) {
  const content = command.kind === 'take' ? { ...command, paper: null } : command
  const named: Origin = { ...origin, commandId: command.commandId }
  return { origin: named, name: `offline.${command.kind}`, subject: subjectOf(command), content }
}

function subjectOf(command: OfflineCommand): string {
  return command.kind === 'take' ? command.number : command.replaces
}

/** What does not fit is kept as it came, on a list that staff settle; nothing of it is lost (Q50). */
function keepWhole(
  { store, newId }: Deps,
  { origin, device }: SyncOffline,
  { raw, command }: SentCommand,
  code: string,
): Promise<SyncedCommand> {
  return store.write((tx) => {
    const kept = { id: newId(), device, contentHash: keptHash(device, raw, command), command: raw, code }
    if (insertAttention(tx, kept)) {
      const commandId: CommandId | null = command?.commandId ?? null
      tx.record({
        type: 'lease.mismatched',
        subject: kept.id,
        version: 1,
        origin: { ...origin, commandId },
        data: { kiosk: device, code, number: command?.kind === 'take' ? command.number : null },
      })
      tx.tell({ kind: 'figures_changed' })
    }
    return { status: 'attention', code }
  })
}

function keptHash(device: DeviceId, raw: unknown, command: OfflineCommand | null): string {
  const content = command?.kind === 'take' ? { ...command, paper: null } : (command ?? raw)
  return sha256(canonicalJson({ device, content }))
}
