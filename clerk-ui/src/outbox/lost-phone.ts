import type { LostSyncAnswer, LostSyncBody } from '@counter/shared/contract/lost-phone'
import type { CommandId } from '@counter/shared/vocabulary/ids'
import type { Instant } from '@counter/shared/vocabulary/time'
import { FIRST_BATCH, fitting } from './batch.ts'
import type { DeviceDisk } from './device-disk.ts'
import { type FileLine, isAccident, sendFile } from './file-parts.ts'
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
  const unsent = open.filter((item) => !isAccepted(item))
  const commands = await commandsOf(world, unsent)
  const shut = unsent.length - commands.length
  const areCommandsThere = await handOverCommands(world, commands, { commands: shut, files: files.size })
  if (areCommandsThere === null) return false
  const arePhotosThere = await handOverPhotos(world, files)
  // What the centre cannot read stays here, and so does the phone's copy of everything else (V84).
  if (!areCommandsThere || !arePhotosThere) return false
  const free = await world.device.numbers()
  const last = await ask(world, [], { free, left: { commands: 0, files: 0 } })
  return last?.wipe === true
}

// Whether the centre has them all; null: the line broke. One that it cannot read keeps none from going (V44). `beside`: what lies
// there besides, which these commands do not take along.
async function handOverCommands(
  world: LostWorld,
  said: LostCommands,
  beside: LostSyncBody['left'],
): Promise<boolean | null> {
  let left = said
  let unkept = beside.commands
  const { files } = beside
  while (left.length > 0) {
    const commands = fitting(left.slice(0, FIRST_BATCH))
    left = left.slice(commands.length)
    const answer = await ask(world, commands, { free: [], left: { commands: left.length + unkept, files } })
    if (answer === null) return null
    const kept = new Set(answer.results.flatMap(({ id, isKept }) => (isKept ? [id as CommandId] : [])))
    unkept += commands.filter(({ header }) => !kept.has(header.id)).length
  }
  return unkept === 0
}

async function handOverPhotos(world: LostWorld, files: ReadonlySet<string>): Promise<boolean> {
  let areThere = true
  for (const sha256 of files) {
    const fate = await handOverPhoto(world, sha256)
    // What the line does not carry now waits with all that comes after it.
    if (fate === 'later') return false
    areThere &&= fate === 'settled'
  }
  return areThere
}

// What lies there damaged cannot be handed over, so it keeps the phone from its end: nobody was told of it, and its form may open
// still for its agent (V36, V84).
async function commandsOf({ disk }: LostWorld, items: readonly OutboxItem[]): Promise<LostCommands> {
  const read = await Promise.all(
    items.map(async ({ author, header }) => ({ author, header, payload: await disk.payloadOf(header.id) })),
  )
  return read.filter(({ payload }) => payload !== null)
}

// One that cannot be opened or that the centre will never take is of no use to anybody (V70); one that met an accident there is.
async function handOverPhoto(
  { disk, files }: LostWorld,
  sha256: string,
): Promise<'settled' | 'failed' | 'later'> {
  const content = await disk.photoOf(sha256).catch(() => null)
  if (content === null) return 'settled'
  const sent = await sendFile(files, sha256, content)
  if (sent.outcome === 'refused') return isAccident(sent.code) ? 'failed' : 'settled'
  return sent.outcome === 'stored' ? 'settled' : 'later'
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
