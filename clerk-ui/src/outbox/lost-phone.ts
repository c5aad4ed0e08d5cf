import type { LostSyncAnswer, LostSyncBody } from '@counter/shared/contract/lost-phone'
import type { CommandId } from '@counter/shared/vocabulary/ids'
import type { Instant } from '@counter/shared/vocabulary/time'
import { FIRST_BATCH, fitting } from './batch.ts'
import type { DeviceDisk } from './device-disk.ts'
import { type FileLine, sendFile } from './file-parts.ts'
import { isAccepted, isDone, type OutboxItem } from './outbox.ts'
import type { OutboxDisk } from './outbox-disk.ts'
import { lostAnswerOf, type RawAnswer } from './sync-answer.ts'

type LostCommand = Pick<OutboxItem, 'author' | 'header'> & Pick<LostSyncBody['commands'][number], 'payload'>
type LostCommands = readonly LostCommand[]

/** What a lost phone needs to hand over what lies on it: no agent is signed in, and no PIN is asked for. */
export interface LostWorld {
  readonly disk: OutboxDisk
  readonly device: DeviceDisk
  /** Proves the phone's key once more; false when the centre says that it is not lost, or says nothing. */
  prove(): Promise<boolean>
  sync(body: LostSyncBody): Promise<RawAnswer | null>
  readonly files: FileLine
  deviceNow(): Instant
  newNonce(): string
}

/**
 * Hands over what this lost phone could not send, commands before photos (V80). True when nothing is left on it that the centre
 * does not have, and it may be erased (V84); else it is tried again later.
 */
export async function handOverLost(world: LostWorld): Promise<boolean> {
  if (!(await world.prove())) return false
  const open = (await world.disk.read()).filter(({ state }) => !isDone(state))
  const files = new Set(open.flatMap(({ photos }) => photos.map(({ sha256 }) => sha256)))
  const commands = await commandsOf(
    world,
    open.filter((item) => !isAccepted(item)),
  )
  if (!(await handOverCommands(world, commands, files.size))) return false
  for (const sha256 of files) if (!(await handOverPhoto(world, sha256))) return false
  const free = await world.device.numbers()
  const last = await ask(world, [], { free, left: { commands: 0, files: 0 } })
  return last?.wipe === true
}

async function handOverCommands(world: LostWorld, said: LostCommands, files: number): Promise<boolean> {
  let left = said
  while (left.length > 0) {
    const commands = fitting(left.slice(0, FIRST_BATCH))
    const rest = left.slice(commands.length)
    const answer = await ask(world, commands, { free: [], left: { commands: rest.length, files } })
    const kept = new Set(answer?.results.flatMap(({ id, isKept }) => (isKept ? [id as CommandId] : [])))
    // What the centre cannot read stays here, and so does the phone's copy of everything else (V84).
    if (!commands.every(({ header }) => kept.has(header.id))) return false
    left = rest
  }
  return true
}

// What lies there damaged is of no use to anybody either; its number stays among those that the phone took along (V80).
async function commandsOf({ disk }: LostWorld, items: readonly OutboxItem[]): Promise<LostCommands> {
  const read = await Promise.all(
    items.map(async ({ author, header }) => ({ author, header, payload: await disk.payloadOf(header.id) })),
  )
  return read.filter(({ payload }) => payload !== null)
}

// One that cannot be opened or that the centre will never take is of no use to anybody (V70).
async function handOverPhoto({ disk, files }: LostWorld, sha256: string): Promise<boolean> {
  const content = await disk.photoOf(sha256).catch(() => null)
  if (content === null) return true
  const { outcome } = await sendFile(files, sha256, content)
  return outcome !== 'later'
}

async function ask(
  world: LostWorld,
  commands: LostCommands,
  { free, left }: Pick<LostSyncBody, 'left'> & { readonly free: readonly string[] },
): Promise<LostSyncAnswer | null> {
  const nonce = world.newNonce()
  const deviceNow = world.deviceNow()
  const raw = await world.sync({
    protocol: 1,
    nonce,
    deviceNow,
    commands: [...commands],
    free: [...free],
    left,
  })
  return raw === null ? null : lostAnswerOf(raw, nonce)
}
