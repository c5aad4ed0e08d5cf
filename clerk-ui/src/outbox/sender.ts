import type { SyncAnswer, SyncBody, VillageHeader } from '@counter/shared/contract/village'
import type { CommandId, StaffId } from '@counter/shared/vocabulary/ids'
import { instantOf } from '@counter/shared/vocabulary/plain-date'
import type { Instant } from '@counter/shared/vocabulary/time'
import { createStore, type StoreApi } from 'zustand'
import type { VillageCommand } from './command.ts'
import type { DeviceDisk } from './device-disk.ts'
import { type FileLine, type FileOutcome, sendFile } from './file-parts.ts'
import { NUMBERS_RENEW_AT } from './numbers.ts'
import {
  countOutbox,
  nextPhoto,
  nextToSend,
  type OpenPhoto,
  type Outbox,
  withAnswer,
  withoutBackOff,
  withoutItem,
  withoutOld,
  withoutSending,
  withPhotoProblem,
  withPhotoStored,
  withSending,
  withSilence,
} from './outbox.ts'
import type { Capture, OutboxDisk } from './outbox-disk.ts'
import { type RawAnswer, syncAnswerOf } from './sync-answer.ts'
import type { Stub } from './village-db.ts'

/** The outside world of the sender: disk, two kinds of request, clocks and chance. */
export interface SenderWorld {
  readonly disk: OutboxDisk
  readonly device: DeviceDisk
  sync(body: SyncBody): Promise<RawAnswer | null>
  readonly files: FileLine
  /** Who is signed in; only their own items are sent (V35). Null sends nothing. */
  author(): StaffId | null
  /** Runs it when no other tab of this browser does; one sender for all of them (V41). */
  alone(run: () => Promise<void>): Promise<void>
  /** Another tab may have other things on its screen now. */
  tellOthers(): void
  /** Device time in ms. */
  now(): number
  deviceNow(): Instant
  /** 0 to 1. */
  chance(): number
  newNonce(): string
  /** Whether the browser has promised to keep what is here; null when it was not asked (V40). */
  isPersisted(): boolean | null
  readonly appVersion: string
}

export interface SenderState {
  readonly outbox: Outbox
  /** Where the content of the items lies. */
  readonly disk: OutboxDisk
  /** Case numbers that this device may still give out (V61). */
  readonly numbersLeft: number
  /** What the centre acknowledged and has no more: to be entered again from paper (V56). */
  readonly lost: readonly Stub[]
  /** Device time in ms until which photos rest after the line broke under one. */
  readonly photosRestUntil: number
  /** Reads what the disk has: at the start of the page, and when another tab has changed it. */
  reload(): Promise<void>
  /** Takes a capture; resolves when the disk has it whole, and it stays until the centre has acknowledged it (V28). */
  keep(capture: Capture): Promise<VillageHeader>
  /** Lets go of an item that waits for a person. */
  drop(id: CommandId): Promise<void>
  /** Sends what is due; one run at a time, which all callers wait for. */
  drain(): Promise<void>
  /** 「现在发」. */
  sendNow(): Promise<void>
  /** It was entered again from paper. */
  settleLost(id: CommandId): Promise<void>
}

const PHOTO_REST_MS = 10_000
const ASK_SOON_MS = 10_000
const MOST_KNOWN = 500
const ASK_LATER_MS = 600_000

/** The one sender of a device: text before photos, in the order of capture, the same id until it is acknowledged (V44). */
export function createSender(world: SenderWorld): StoreApi<SenderState> {
  const { disk } = world
  let running: Promise<void> | null = null
  let askNumbersAt = 0

  const store = createStore<SenderState>(() => ({
    outbox: [],
    disk,
    numbersLeft: NUMBERS_RENEW_AT + 1,
    lost: [],
    photosRestUntil: 0,
    reload,
    keep,
    drop,
    drain,
    sendNow,
    settleLost,
  }))

  async function reload(): Promise<void> {
    const lost = (await disk.stubs()).filter(({ isMissing }) => isMissing)
    store.setState({ outbox: await disk.read(), numbersLeft: await world.device.free(), lost })
  }

  async function update(step: (outbox: Outbox) => Outbox): Promise<void> {
    store.setState({ outbox: await disk.change(step) })
    world.tellOthers()
  }

  async function keep(capture: Capture): Promise<VillageHeader> {
    const header = await disk.keep(capture, world.now())
    await reload()
    world.tellOthers()
    void drain()
    return header
  }

  async function drop(id: CommandId): Promise<void> {
    await update((outbox) => withoutItem(outbox, id))
  }

  async function sendNow(): Promise<void> {
    store.setState({ photosRestUntil: 0 })
    if (store.getState().outbox.some(({ state }) => state === 'retry'))
      await update((outbox) => withoutBackOff(outbox, world.now()))
    await drain()
  }

  function drain(): Promise<void> {
    if (running === null && isNothingToDo()) return Promise.resolve()
    running ??= world.alone(sendAll).finally(() => {
      running = null
    })
    return running
  }

  // Looked at each second, so it must not cost a transaction.
  function isNothingToDo(): boolean {
    const { outbox } = store.getState()
    const isCutOff = outbox.some(({ state }) => state === 'sending')
    return !isCutOff && due().length === 0 && duePhoto() === null && !hasOld(outbox) && !needsNumbers()
  }

  function hasOld(outbox: Outbox): boolean {
    return withoutOld(outbox, world.now()).length < outbox.length
  }

  async function sendAll(): Promise<void> {
    await update((outbox) => withoutOld(withoutSending(outbox), world.now()))
    while (await sendSome());
  }

  function due(): Outbox {
    const author = world.author()
    return author === null ? [] : nextToSend(store.getState().outbox, author, world.now())
  }

  function duePhoto(): OpenPhoto | null {
    const author = world.author()
    const { outbox, photosRestUntil } = store.getState()
    return author === null || world.now() < photosRestUntil ? null : nextPhoto(outbox, author)
  }

  /** True when there was something to do that went well enough to go on. */
  async function sendSome(): Promise<boolean> {
    const items = due()
    if (items.length > 0 || needsNumbers()) return sendCommands(items)
    const photo = duePhoto()
    if (photo === null) return false
    const content = await disk.photoOf(photo.sha256)
    const outcome: FileOutcome =
      content === null
        ? { outcome: 'refused', code: 'file.not_found' }
        : await sendFile(world.files, photo.sha256, content)
    return afterPhoto(photo, outcome)
  }

  async function sendCommands(items: Outbox): Promise<boolean> {
    const ids = items.map(({ header }) => header.id)
    if (ids.length > 0) await update((outbox) => withSending(outbox, ids, world.now()))
    const nonce = world.newNonce()
    const raw = await world.sync(await bodyOf(items, nonce))
    const answer = raw === null ? null : syncAnswerOf(raw, nonce)
    await takeNumbers(answer)
    if (answer !== null) await compareEpoch(answer)
    if (ids.length === 0) return answer !== null
    if (answer === null) await update((outbox) => withSilence(outbox, ids, world.now(), world.chance()))
    else await update((outbox) => withAnswer(outbox, ids, answer, world.now(), world.chance()))
    return answer !== null
  }

  function needsNumbers(): boolean {
    return isFewLeft() && world.author() !== null && world.now() >= askNumbersAt
  }

  // The numbers are on the disk before the request counts as answered (V61).
  async function takeNumbers(answer: SyncAnswer | null): Promise<void> {
    if (!isFewLeft()) return
    const lent = answer?.leases ?? []
    askNumbersAt = world.now() + (answer === null || lent.length > 0 ? ASK_SOON_MS : ASK_LATER_MS)
    if (answer === null) return
    await world.device.keep(lent)
    store.setState({ numbersLeft: await world.device.free() })
  }

  function isFewLeft(): boolean {
    return store.getState().numbersLeft <= NUMBERS_RENEW_AT
  }

  // Another store than before: the centre was restored, perhaps from before what it acknowledged. The new one is known
  // only when it has said what it misses, so a loss in between asks again (V57).
  async function compareEpoch({ storeEpoch }: SyncAnswer): Promise<void> {
    const known = await world.device.epoch()
    if (known === storeEpoch) return
    if (known === null || (await offerAgain())) await world.device.keepEpoch(storeEpoch)
  }

  async function offerAgain(): Promise<boolean> {
    const stubs = await disk.stubs()
    for (let from = 0; from < stubs.length; from += MOST_KNOWN) {
      const ids = stubs.slice(from, from + MOST_KNOWN).map(({ id }) => id)
      const nonce = world.newNonce()
      const raw = await world.sync({ ...(await bodyOf([], nonce)), known: ids })
      const answer = raw === null ? null : syncAnswerOf(raw, nonce)
      if (answer === null) return false
      const missing = answer.missing ?? []
      await disk.mark(
        ids.filter((id) => missing.includes(id)),
        true,
      )
    }
    await reload()
    world.tellOthers()
    return true
  }

  async function settleLost(id: CommandId): Promise<void> {
    await disk.mark([id], false)
    await reload()
    world.tellOthers()
  }

  async function frozen(items: Outbox): Promise<readonly VillageCommand[]> {
    return Promise.all(
      items.map(async ({ header }) => ({ header, payload: await disk.payloadOf(header.id) })),
    )
  }

  async function afterPhoto({ sha256 }: OpenPhoto, result: FileOutcome): Promise<boolean> {
    if (result.outcome === 'stored') await update((outbox) => withPhotoStored(outbox, sha256, world.now()))
    if (result.outcome === 'refused') {
      const { code } = result
      await update((outbox) => withPhotoProblem(outbox, sha256, code))
    }
    if (result.outcome === 'later') store.setState({ photosRestUntil: world.now() + PHOTO_REST_MS })
    return result.outcome !== 'later'
  }

  async function bodyOf(items: Outbox, nonce: string): Promise<SyncBody> {
    const { outbox, numbersLeft: free } = store.getState()
    const { unsent, photosLeft, attention, oldestAt } = countOutbox(outbox)
    const leases = isFewLeft() ? { leases: { requestId: await world.device.request(), free } } : {}
    return {
      protocol: 1,
      nonce,
      deviceNow: world.deviceNow(),
      appVersion: world.appVersion,
      storeEpoch: await world.device.epoch(),
      deviceId: await world.device.device(),
      ...leases,
      outbox: {
        unsent,
        filesUnsent: photosLeft,
        attention,
        oldestAt: oldestAt === null ? null : instantOf(oldestAt),
        persisted: world.isPersisted(),
      },
      commands: [...(await frozen(items))],
    }
  }

  return store
}
