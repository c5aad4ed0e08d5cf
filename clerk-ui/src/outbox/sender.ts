import type { SyncBody } from '@counter/shared/contract/village'
import type { CommandId } from '@counter/shared/vocabulary/ids'
import type { Instant } from '@counter/shared/vocabulary/time'
import { createStore, type StoreApi } from 'zustand'
import type { NamedPhoto, VillageCommand } from './command.ts'
import { type FileLine, type FileOutcome, sendFile } from './file-parts.ts'
import {
  countOutbox,
  nextPhoto,
  nextToSend,
  type Outbox,
  type OutboxItem,
  withAnswer,
  withCommand,
  withoutBackOff,
  withoutItem,
  withoutStuck,
  withPhotoProblem,
  withPhotoStored,
  withSending,
  withSilence,
} from './outbox.ts'
import { type RawAnswer, syncAnswerOf } from './sync-answer.ts'

/** The outside world of the sender: two kinds of request, clocks and chance. */
export interface SenderWorld {
  sync(body: SyncBody): Promise<RawAnswer | null>
  readonly files: FileLine
  /** Page time in ms. */
  now(): number
  deviceNow(): Instant
  /** 0 to 1. */
  chance(): number
  newNonce(): string
  readonly appVersion: string
}

export interface SenderState {
  readonly outbox: Outbox
  /** Page time in ms until which photos rest after the line broke under one. */
  readonly photosRestUntil: number
  /** Takes a frozen command with its photos; it stays until the centre has acknowledged it. */
  add(item: { command: VillageCommand; photos: readonly NamedPhoto[]; title: string }): void
  /** Lets go of an item that waits for a person. */
  drop(id: CommandId): void
  /** Sends what is due; one run at a time, which all callers wait for. */
  drain(): Promise<void>
  /** 「现在发」. */
  sendNow(): Promise<void>
}

const PHOTO_REST_MS = 10_000

/** The one sender of a page: text before photos, in the order of capture, the same id until it is acknowledged (V44). */
export function createSender(world: SenderWorld): StoreApi<SenderState> {
  let running: Promise<void> | null = null
  let storeEpoch: string | null = null

  const store = createStore<SenderState>(() => ({
    outbox: [],
    photosRestUntil: 0,
    add,
    drop,
    drain,
    sendNow,
  }))
  const update = (step: (outbox: Outbox) => Outbox) =>
    store.setState(({ outbox }) => ({ outbox: step(outbox) }))

  function add(item: Pick<OutboxItem, 'command' | 'photos' | 'title'>): void {
    update((outbox) => withCommand(outbox, item, world.now()))
    void drain()
  }

  function drop(id: CommandId): void {
    update((outbox) => withoutItem(outbox, id))
  }

  async function sendNow(): Promise<void> {
    store.setState(({ outbox }) => ({ outbox: withoutBackOff(outbox, world.now()), photosRestUntil: 0 }))
    await drain()
  }

  function drain(): Promise<void> {
    update((outbox) => withoutStuck(outbox, world.now()))
    running ??= sendAll().finally(() => {
      running = null
    })
    return running
  }

  async function sendAll(): Promise<void> {
    while (await sendSome()) update((outbox) => withoutStuck(outbox, world.now()))
  }

  /** True when there was something to do that went well enough to go on. */
  async function sendSome(): Promise<boolean> {
    const due = nextToSend(store.getState().outbox, world.now())
    if (due.length > 0) return sendCommands(due)
    const photo = nextPhoto(store.getState().outbox)
    if (photo === null || world.now() < store.getState().photosRestUntil) return false
    return afterPhoto(photo, await sendFile(world.files, photo.sha256, photo.content))
  }

  async function sendCommands(due: Outbox): Promise<boolean> {
    const ids = due.map(({ command }) => command.header.id)
    update((outbox) => withSending(outbox, ids, world.now()))
    const nonce = world.newNonce()
    const raw = await world.sync(bodyOf(due, nonce))
    const answer = raw === null ? null : syncAnswerOf(raw, nonce)
    storeEpoch = answer?.storeEpoch ?? storeEpoch
    if (answer === null) return afterSilence(ids)
    update((outbox) => withAnswer(outbox, ids, answer, world.now(), world.chance()))
    return true
  }

  function afterSilence(ids: readonly CommandId[]): boolean {
    update((outbox) => withSilence(outbox, ids, world.now(), world.chance()))
    return false
  }

  function afterPhoto(photo: NamedPhoto, result: FileOutcome): boolean {
    if (result.outcome === 'stored') update((outbox) => withPhotoStored(outbox, photo.sha256, world.now()))
    if (result.outcome === 'refused') update((outbox) => withPhotoProblem(outbox, photo.sha256, result.code))
    if (result.outcome === 'later') store.setState({ photosRestUntil: world.now() + PHOTO_REST_MS })
    return result.outcome !== 'later'
  }

  function bodyOf(due: Outbox, nonce: string): SyncBody {
    const { unsent, photosLeft, attention } = countOutbox(store.getState().outbox)
    return {
      protocol: 1,
      nonce,
      deviceNow: world.deviceNow(),
      appVersion: world.appVersion,
      storeEpoch,
      outbox: { unsent, filesUnsent: photosLeft, attention },
      commands: due.map(({ command }) => command),
    }
  }

  return store
}
