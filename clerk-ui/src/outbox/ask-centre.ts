import type { SyncAnswer, SyncBody } from '@counter/shared/contract/village'
import type { CommandId, StaffId } from '@counter/shared/vocabulary/ids'
import { instantOf } from '@counter/shared/vocabulary/plain-date'
import type { VillageCommand } from './command.ts'
import { haveOf } from './have.ts'
import { isAtCentre, type Outbox } from './outbox.ts'
import { countOutbox } from './outbox-counts.ts'
import type { OutboxDisk } from './outbox-disk.ts'
import type { SenderWorld } from './sender-world.ts'
import { saysTooOld, syncAnswerOf } from './sync-answer.ts'

/** What is said in one request: the commands that are due, or the ids of what was acknowledged before (V57). */
export interface Saying {
  /** Whose items these are, as they were read (V35). */
  readonly carrier: StaffId | null
  readonly commands: readonly VillageCommand[]
  readonly known?: readonly CommandId[]
  /** Who holds which number, told once with it (V57). */
  readonly table?: NumberTable
  /** With the place of the agent's copy (V55). */
  readonly isFollowing?: boolean
  /** With the digest of what was acknowledged (V56). */
  readonly isCompared?: boolean
}

/** Numbers on no slip, numbers on slips of what is here, and what is nowhere any more. */
export interface NumberTable {
  readonly free: readonly string[]
  readonly kept: readonly string[]
  readonly gone: readonly { readonly id: CommandId; readonly number: string | null }[]
}

/** What the device tells of itself with each request. */
export interface Standing {
  readonly clockAheadMs: number | null
  readonly outbox: Outbox
  readonly numbersLeft: number | null
}

/** One `POST /sync`; null for silence and for every answer that cannot be believed (V46, V47). Hears that this page is too old (V58). */
export async function askCentre(
  world: SenderWorld,
  standing: Standing,
  saying: Saying,
  onTooOld: () => void = () => undefined,
): Promise<SyncAnswer | null> {
  const nonce = world.newNonce()
  const raw = await world.sync(await bodyOf(world, standing, saying, nonce))
  if (raw === null) return null
  if (saysTooOld(raw)) onTooOld()
  return syncAnswerOf(raw, nonce)
}

async function bodyOf(
  world: SenderWorld,
  { outbox, clockAheadMs, numbersLeft: free }: Standing,
  { carrier, commands, known, table, isCompared = false, isFollowing = false }: Saying,
  nonce: string,
): Promise<SyncBody> {
  const { device, page } = world
  const cursor = isFollowing ? await world.cursor() : null
  const serverNow = world.now() + (clockAheadMs ?? 0)
  const { unsent, photosLeft, attention, oldestAt } = countOutbox(outbox)
  return {
    protocol: 2,
    nonce,
    deviceNow: world.deviceNow(),
    appVersion: world.appVersion,
    pageId: page.id,
    monoMs: page.now(),
    storeEpoch: await device.epoch(),
    carrierId: carrier,
    deviceId: await device.device(),
    ...(free !== null && free <= world.numberRules().renewAt
      ? { leases: { requestId: await device.request(), free } }
      : {}),
    ...(known === undefined ? {} : { known: [...known] }),
    ...(table === undefined ? {} : { table: listsOf(table) }),
    ...(isCompared ? { have: await haveOf(await world.disk.stubs(), serverNow) } : {}),
    ...(cursor == null ? {} : { cursor }),
    waiting: waitingOf(outbox),
    outbox: {
      unsent,
      filesUnsent: photosLeft,
      attention,
      bytes: bytesOf(outbox),
      oldestAt: oldestAt === null ? null : instantOf(oldestAt),
      persisted: world.isPersisted(),
      ...(free === null ? {} : { numbersFree: free }),
    },
    commands: [...commands],
  }
}

function listsOf({ free, kept, gone }: NumberTable) {
  return { free: [...free], kept: [...kept], gone: [...gone] }
}

function bytesOf(outbox: Outbox): number {
  return outbox.reduce((sum, { photos }) => photos.reduce((all, { size }) => all + size, sum), 0)
}

const MOST_WAITING = 50

// What waits for a person here may have been solved at the centre meanwhile; of what it never kept it has nothing to say (V51).
function waitingOf(outbox: Outbox) {
  return outbox
    .filter((item) => item.state === 'attention' && isAtCentre(item))
    .slice(0, MOST_WAITING)
    .map(({ header, isHanded = false }) => ({ id: header.id, isHanded }))
}

/** The commands of these items with their content, as they were frozen, and those whose content opens no more (V44). */
export async function frozenOf(
  { payloadOf }: Pick<OutboxDisk, 'payloadOf'>,
  items: Outbox,
): Promise<{ readonly commands: readonly VillageCommand[]; readonly damaged: readonly CommandId[] }> {
  const read = await Promise.all(
    items.map(async ({ header }) => ({ header, payload: await payloadOf(header.id) })),
  )
  const commands = read.filter(({ payload }) => payload !== null)
  const damaged = read.filter(({ payload }) => payload === null).map(({ header }) => header.id)
  return { commands, damaged }
}
