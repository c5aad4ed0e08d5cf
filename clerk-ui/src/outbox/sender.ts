import type { SyncAnswer, VillageHeader } from '@counter/shared/contract/village'
import type { CommandId, StaffId } from '@counter/shared/vocabulary/ids'
import { createStore, type StoreApi } from 'zustand'
import { frozenOf } from './ask-centre.ts'
import { FIRST_BATCH, fitting, nextBatch } from './batch.ts'
import type { Capture } from './capture.ts'
import { createTalk } from './centre-talk.ts'
import { withDamaged } from './damaged.ts'
import { followChanges } from './follow-changes.ts'
import { withoutConflicts } from './keep-conflicts.ts'
import { createKnocker } from './knocker.ts'
import { createNumberAsker } from './number-asker.ts'
import {
  nextToSend,
  type Outbox,
  withAnswer,
  withHanded,
  withOutcomes,
  withoutBackOff,
  withoutOld,
  withoutRest,
  withoutSending,
  withSending,
  withSilence,
} from './outbox.ts'
import { countOutbox } from './outbox-counts.ts'
import { withPhotoAgain } from './outbox-photos.ts'
import { createPhotoSender } from './send-photo.ts'
import type { SenderState } from './sender-state.ts'
import type { SenderWorld } from './sender-world.ts'

/** The one sender of a device: text before photos, in the order of capture, the same id until it is acknowledged (V44). */
export function createSender(world: SenderWorld): StoreApi<SenderState> {
  const { disk } = world
  const numbers = createNumberAsker(world)
  const knocker = createKnocker(world, { lift: carryOn, drain })
  let running: Promise<void> | null = null
  let batch = FIRST_BATCH

  const store = createStore<SenderState>(() => ({
    outbox: [],
    disk,
    numbersLeft: null,
    lost: [],
    clockAheadMs: null,
    lastServer: null,
    isTooOld: false,
    leaving: null,
    photosRestUntil: 0,
    fullDays: new Map(),
    reload,
    keep,
    // Told with the next request; the answer comes with a later one.
    handOver: (id) => update((outbox) => withHanded(outbox, id)).then(hello),
    sendPhotoAgain,
    drain,
    sendNow,
    settleLost,
    hello,
  }))
  const talk = createTalk(world, store, knocker.heard)
  const photos = createPhotoSender(world, { store, files: knocker.files, update })

  async function reload(): Promise<void> {
    const lost = (await disk.stubs()).filter(({ isMissing }) => isMissing)
    const lastServer = await world.device.lastServer()
    store.setState({ outbox: await disk.read(), numbersLeft: await numbers.count(), lost, lastServer })
  }

  async function update(step: (outbox: Outbox) => Outbox): Promise<void> {
    store.setState({ outbox: await disk.change(step) })
    world.tellOthers()
  }

  async function refresh(): Promise<void> {
    await reload()
    world.tellOthers()
  }

  async function keep(capture: Capture): Promise<VillageHeader> {
    const header = await disk.keep(capture, world.now(), world.numberRules())
    store.setState({ outbox: await disk.read(), numbersLeft: await numbers.count() })
    world.tellOthers()
    void drain()
    return header
  }

  async function sendPhotoAgain(sha256: string): Promise<void> {
    await update((outbox) => withPhotoAgain(outbox, sha256))
    await drain()
  }

  async function sendNow(): Promise<void> {
    store.setState({ fullDays: new Map() })
    await lift(withoutBackOff)
    await drain()
  }

  // The line carries: its first word is a success like any other, so the next request is twice a first one (V43, V45).
  function carryOn(): Promise<void> {
    batch = Math.max(batch, nextBatch(FIRST_BATCH, true))
    return lift(withoutRest)
  }

  async function lift(step: (outbox: Outbox, now: number) => Outbox): Promise<void> {
    store.setState({ photosRestUntil: 0 })
    if (store.getState().outbox.some(({ state }) => state === 'retry'))
      await update((outbox) => step(outbox, world.now()))
  }

  function drain(): Promise<void> {
    void knocker.look(store.getState())
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
    return !isCutOff && due().length === 0 && photos.due() === null && !hasOld(outbox) && !needsNumbers()
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
    return author === null ? [] : nextToSend(store.getState().outbox, author, world.now(), batch)
  }

  /** True when there was something to do that went well enough to go on. */
  async function sendSome(): Promise<boolean> {
    // Read at one moment: whoever signs in after it says nothing of this (V35).
    const carrier = world.author()
    const items = due()
    if (items.length > 0 || needsNumbers()) return sendCommands(items, carrier)
    const photo = photos.due()
    return photo === null ? false : photos.send(photo, () => due().length > 0)
  }

  async function hello(): Promise<void> {
    const carrier = world.author()
    if (carrier === null) return
    await world.alone(async () => {
      await sendCommands([], carrier)
    })
  }

  async function sendCommands(items: Outbox, carrier: StaffId | null): Promise<boolean> {
    const frozen = await frozenOf(disk, items)
    if (frozen.damaged.length > 0) await update((outbox) => withDamaged(outbox, frozen.damaged, world.now()))
    const commands = fitting(frozen.commands)
    const ids = commands.map(({ header }) => header.id)
    if (ids.length > 0) await update((outbox) => withSending(outbox, ids, world.now()))
    const answer = await talk.ask(commands, carrier)
    store.setState({ numbersLeft: await numbers.take(store.getState().numbersLeft, answer) })
    if (answer !== null) await compare(answer, carrier)
    if (ids.length > 0) await record(ids, answer)
    await hearOutcomes(answer)
    await followChanges(world, answer, () => talk.askOn(carrier))
    if (answer !== null) await hearLeaving(answer)
    // An answer that names none of them has moved nothing on, and what is asked at once is answered the same (V43).
    return answer !== null && (ids.length === 0 || ids.some((id) => isNamed(answer, id)))
  }

  async function record(ids: readonly CommandId[], answer: SyncAnswer | null): Promise<void> {
    batch = nextBatch(batch, answer !== null)
    if (answer === null) return update((outbox) => withSilence(outbox, ids, world.now(), world.chance()))
    const results = await withoutConflicts(disk, answer)
    await update((outbox) => withAnswer(outbox, ids, { results }, world.now(), world.chance()))
  }

  async function hearOutcomes(answer: SyncAnswer | null): Promise<void> {
    const outcomes = answer?.outcomes ?? []
    if (outcomes.length > 0) await update((outbox) => withOutcomes(outbox, outcomes, world.now()))
  }

  // What the centre does not have yet is on this device alone, so it outweighs the wish to erase it (V84).
  async function hearLeaving({ wipe = false }: SyncAnswer): Promise<void> {
    const { leaving } = store.getState()
    if (!wipe) return leaving === null ? undefined : store.setState({ leaving: null })
    store.setState({ leaving: leaving ?? { drafts: 0 } })
    const { unsent, photosLeft, attention } = countOutbox(await disk.read())
    if (unsent + photosLeft + attention > 0) return
    const drafts = await world.wipe()
    store.setState({ leaving: { drafts }, numbersLeft: await numbers.count() })
  }

  function needsNumbers(): boolean {
    return world.author() !== null && numbers.isDue(store.getState().numbersLeft)
  }

  async function compare(answer: SyncAnswer, carrier: StaffId | null): Promise<void> {
    if (await talk.compare(answer, carrier)) await refresh()
  }

  async function settleLost(id: CommandId): Promise<void> {
    await disk.mark([id], false)
    await refresh()
  }

  return store
}

function isNamed({ results }: SyncAnswer, command: CommandId): boolean {
  return results.some(({ id }) => id === command)
}
