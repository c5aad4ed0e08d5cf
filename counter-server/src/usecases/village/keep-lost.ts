import type { StaffId } from '@counter/shared/vocabulary/ids'
import type { Instant } from '@counter/shared/vocabulary/time'
import { Refusal } from '../../domain/refusal.ts'
import type { VillageCommand } from '../../domain/village/village-command.ts'
import { nameFilesOfPoint } from '../../store/files.ts'
import type { DeviceRow } from '../../store/people.ts'
import { findPhoneAuthor } from '../../store/phone-authors.ts'
import { contentHash, findReceiptHash } from '../../store/receipts.ts'
import { findShutOut } from '../../store/taken-back.ts'
import type { Tx } from '../../store/tx.ts'
import { findAttention, isKnownAttention } from '../../store/village-attention.ts'
import { takeDayQuota } from './day-quota.ts'
import { keepRefused } from './keep-refused.ts'
import { isOwnAuthor } from './own-author.ts'
import { isOwnPayload } from './payload-hash.ts'
import { receiptFacts, type SentCommand } from './receipt-facts.ts'
import type { SyncDeps } from './sync-commands.ts'
import type { VillageAgent } from './village-agent.ts'

/** A command that lay on a lost phone, with who captured it as the phone says. */
export interface LostCommand {
  readonly author: StaffId
  readonly command: VillageCommand
}

/** What lies there damaged, or as nobody here can read it: its header alone tells of it. */
export interface UnreadLost {
  readonly author: StaffId
  readonly unread: SentCommand
}

/** `new` and `known`: the centre has it, now or since before, and its photos may be sent. */
export type LostKeeping = 'new' | 'known' | 'refused'

/**
 * Keeps what lay on a lost phone until its author says that it is theirs: nobody is signed in there, so nothing of it is done
 * (V80).
 */
export async function keepOfLost(
  deps: SyncDeps,
  phone: DeviceRow,
  { author, command }: LostCommand,
  deviceNow: Instant,
): Promise<LostKeeping> {
  const { header } = command
  try {
    const agent = deps.store.read((tx) => authorAt(deps, tx, phone, author))
    if (agent === null || !isOf(header, phone, author)) return 'refused'
    if (!isOwnPayload(command))
      return await keepUnread(deps, phone, { author, unread: withoutContent(command) }, deviceNow)
    const isNews = await deps.store.write((tx) => {
      if (isHere(tx, agent, command)) return false
      takeDayQuota({ tx, device: phone.id, agent })
      nameFilesOfPoint(tx, header.pointId, header.files)
      return true
    })
    if (!isNews) return 'known'
    const lost = { code: 'device.lost', params: {} }
    await keepRefused(deps, { agent, header, device: phone.id, deviceNow }, command, lost)
    return 'new'
  } catch (error) {
    if (!(error instanceof Refusal)) deps.onFault(error)
    return 'refused'
  }
}

/**
 * Names what nobody can read to its author and to the supervisor, once: the phone keeps it until that is settled, for it is on no
 * other medium (V80, V84). Its photos may open still, and are taken: a signature on glass was never on paper.
 */
export async function keepUnread(
  deps: SyncDeps,
  phone: DeviceRow,
  { author, unread }: UnreadLost,
  deviceNow: Instant,
): Promise<LostKeeping> {
  const { header } = unread
  try {
    const agent = deps.store.read((tx) => authorAt(deps, tx, phone, author))
    if (agent === null || !isOf(header, phone, author)) return 'refused'
    if (deps.store.read((tx) => isHere(tx, agent, unread))) return 'known'
    const isTold = deps.store.read((tx) => findAttention(tx, header.id) !== undefined)
    if (isTold) return 'refused'
    await deps.store.write((tx) => {
      takeDayQuota({ tx, device: phone.id, agent })
      nameFilesOfPoint(tx, header.pointId, header.files)
    })
    const why = { code: 'command.unreadable', params: {} }
    await keepRefused(deps, { agent, header, device: phone.id, deviceNow }, unread, why)
  } catch (error) {
    if (!(error instanceof Refusal)) deps.onFault(error)
  }
  return 'refused'
}

// Of this phone's point, and captured by whom it says.
function isOf(header: VillageCommand['header'], phone: DeviceRow, author: StaffId): boolean {
  return header.pointId === phone.village && isOwnAuthor(header, author)
}

function withoutContent({ header, facts, frozen }: VillageCommand): SentCommand {
  return { header, facts, frozen: { header: frozen.header, payload: null } }
}

// In the name and at the place that they had when they captured it; the point is that of the phone (V54).
function authorAt(
  deps: VillageAgent['deps'],
  tx: Tx,
  phone: DeviceRow,
  author: StaffId,
): VillageAgent | null {
  const found = findPhoneAuthor(tx, phone.id, author)
  if (found === undefined) return null
  const { id, displayName, unit } = found
  const origin = { actor: `staff:${id}`, role: 'agent', device: phone.id, commandId: null }
  return { deps, origin, staff: { id, displayName, unit, village: phone.village } }
}

function isHere(tx: Tx, agent: VillageAgent, command: SentCommand): boolean {
  const hash = contentHash(tx, receiptFacts(agent, command))
  const { id, pointId: village } = command.header
  // What its agent has taken back since is nobody's to confirm (V36).
  if (findShutOut(tx, { command: id, village }) !== null) return true
  return findReceiptHash(tx, id) === hash || isKnownAttention(tx, { command: id, contentHash: hash })
}
