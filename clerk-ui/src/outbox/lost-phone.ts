import type { LostSyncAnswer, LostSyncBody } from '@counter/shared/contract/lost-phone'
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
  /** The ids and addresses of what the centre took since this page began: that is not said again till all seems to be there. */
  readonly handed: Set<string>
  /** Proves the phone's key once more; false when the centre says that it is not lost, or says nothing. */
  prove(): Promise<boolean>
  sync(body: LostSyncBody): Promise<RawAnswer | null>
  readonly files: FileLine
  deviceNow(): Instant
  newNonce(): string
}

/** `silent`: the line broke. `rests`: all that the centre could take is there, and the phone waits for what it cannot. `empty`: it may be erased. */
export type LostEnd = 'silent' | 'rests' | 'empty'

/**
 * Hands over what this lost phone could not send, commands before photos, each once, and then its numbers (V80). What lies there
 * damaged is named with each try, until the centre has settled it: nothing else has its words, so it keeps the phone from its end
 * till then (V36, V84).
 */
export async function handOverLost(world: LostWorld): Promise<LostEnd> {
  if (!(await world.prove())) return 'silent'
  const isAllSaid = world.handed.size === 0
  const end = await sayWhatIsLeft(world)
  if (end !== 'empty' || isAllSaid) return end
  // A centre that was put back to a backup meanwhile lacks what it took before: all is said anew before anything is erased (V57, V84).
  world.handed.clear()
  return sayWhatIsLeft(world)
}

async function sayWhatIsLeft(world: LostWorld): Promise<LostEnd> {
  const open = (await world.disk.read()).filter(({ state }) => !isDone(state))
  const photos = new Set(open.flatMap((item) => item.photos.map(({ sha256 }) => sha256)))
  const files = [...photos].filter((sha256) => !world.handed.has(sha256))
  const unsent = open.filter((item) => !isAccepted(item) && !world.handed.has(item.header.id))
  const commands = await handOverCommands(world, await commandsOf(world, unsent), files.length)
  if (commands === null) return 'silent'
  const photosLeft = await handOverPhotos(world, files)
  return photosLeft === null ? 'silent' : takeLeave(world, { commands, files: photosLeft })
}

// How many the centre did not take; null: the line broke. One that it cannot read keeps none from going (V44).
async function handOverCommands(world: LostWorld, said: LostCommands, files: number): Promise<number | null> {
  let left = said
  let unkept = 0
  while (left.length > 0) {
    const commands = fitting(left.slice(0, FIRST_BATCH))
    left = left.slice(commands.length)
    const answer = await ask(world, commands, { free: [], left: { commands: left.length + unkept, files } })
    if (answer === null) return null
    const kept = answer.results.flatMap(({ id, isKept }) => (isKept ? [id] : []))
    for (const id of kept) world.handed.add(id)
    unkept += commands.filter(({ header }) => !kept.includes(header.id)).length
  }
  return unkept
}

// How many are still to be sent; null: what the line does not carry now waits with all that comes after it. A full day turns all of
// them away, so none of the others is offered (V68).
async function handOverPhotos(world: LostWorld, files: readonly string[]): Promise<number | null> {
  let left = 0
  for (const [place, sha256] of files.entries()) {
    const fate = await handOverPhoto(world, sha256)
    if (fate === 'later') return null
    if (fate === 'day_full') return left + files.length - place
    if (fate === 'stored') world.handed.add(sha256)
    if (fate === 'failed') left += 1
  }
  return left
}

// The numbers on no slip go back whatever else is left here, and off the phone once the centre has them (V62, V80).
async function takeLeave(world: LostWorld, left: LostSyncBody['left']): Promise<LostEnd> {
  const free = await world.device.numbers()
  if (left.commands + left.files > 0 && free.length === 0) return 'rests'
  const last = await ask(world, [], { free, left })
  if (last === null) return 'silent'
  await world.device.letGo(free)
  return last.wipe ? 'empty' : 'rests'
}

// What lies there damaged goes without its content: its header names it.
async function commandsOf({ disk }: LostWorld, items: readonly OutboxItem[]): Promise<LostCommands> {
  return Promise.all(
    items.map(async ({ author, header }) => ({ author, header, payload: await disk.payloadOf(header.id) })),
  )
}

// One that cannot be opened or that the centre does not want is of no use to anybody (V70); one that met an accident there is. It is
// offered again: the centre does not want it either while its command waits for another day.
async function handOverPhoto(
  { disk, files }: LostWorld,
  sha256: string,
): Promise<'stored' | 'useless' | 'failed' | 'day_full' | 'later'> {
  const content = await disk.photoOf(sha256).catch(() => null)
  if (content === null) return 'useless'
  const sent = await sendFile(files, sha256, content)
  if (sent.outcome === 'refused') return isAccident(sent.code) ? 'failed' : 'useless'
  return sent.outcome === 'put_off' ? 'later' : sent.outcome
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
