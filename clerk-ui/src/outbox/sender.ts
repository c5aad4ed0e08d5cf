import type { SyncAnswer, VillageHeader } from '@counter/shared/contract/village'
import type { CommandId, StaffId } from '@counter/shared/vocabulary/ids'
import { instantOf, toMs } from '@counter/shared/vocabulary/plain-date'
import { createStore, type StoreApi } from 'zustand'
import { askCentre, frozenOf, type Saying } from './ask-centre.ts'
import { FIRST_BATCH, fitting, nextBatch } from './batch.ts'
import type { Capture } from './capture.ts'
import type { VillageCommand } from './command.ts'
import { withDamaged } from './damaged.ts'
import type { FileOutcome } from './file-parts.ts'
import { followChanges } from './follow-changes.ts'
import { createComparing } from './have.ts'
import { withoutConflicts } from './keep-conflicts.ts'
import { createKnocker } from './knocker.ts'
import { createNumberAsker } from './number-asker.ts'
import { compareStores } from './offer-again.ts'
import {
  nextToSend,
  type OpenPhoto,
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
import { nextPhoto, withoutPhoto, withPhotoAgain } from './outbox-photos.ts'
import { createPhotoTries, photoStep, sendPhoto } from './send-photo.ts'
import type { SenderState } from './sender-state.ts'
import type { SenderWorld } from './sender-world.ts'

const PHOTO_REST_MS = 10_000

/** The one sender of a device: text before photos, in the order of capture, the same id until it is acknowledged (V44). */
export function createSender(world: SenderWorld): StoreApi<SenderState> {
  const { disk } = world
  const numbers = createNumberAsker(world)
  const knocker = createKnocker(world, { lift: carryOn, drain })
  let running: Promise<void> | null = null
  let batch = FIRST_BATCH
  const tries = createPhotoTries()
  const comparing = createComparing(world.now)

  const store = createStore<SenderState>(() => ({
    outbox: [],
    disk,
    numbersLeft: null,
    lost: [],
    clockAheadMs: null,
    isTooOld: false,
    photosRestUntil: 0,
    reload,
    keep,
    // Told with the next request; the answer comes with a later one.
    handOver: (id) => update((outbox) => withHanded(outbox, id)).then(hello),
    sendPhotoAgain,
    giveUpPhoto: (id, sha256) => update((outbox) => withoutPhoto(outbox, id, sha256, world.now())),
    drain,
    sendNow,
    settleLost,
    hello,
  }))

  async function reload(): Promise<void> {
    const lost = (await disk.stubs()).filter(({ isMissing }) => isMissing)
    store.setState({ outbox: await disk.read(), numbersLeft: await numbers.count(), lost })
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
    await refresh()
    void drain()
    return header
  }

  async function sendPhotoAgain(sha256: string): Promise<void> {
    await update((outbox) => withPhotoAgain(outbox, sha256))
    await drain()
  }

  async function sendNow(): Promise<void> {
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
    return author === null ? [] : nextToSend(store.getState().outbox, author, world.now(), batch)
  }

  function duePhoto(): OpenPhoto | null {
    const author = world.author()
    const { outbox, photosRestUntil } = store.getState()
    return author === null || world.now() < photosRestUntil ? null : nextPhoto(outbox, author, tries.of)
  }

  /** True when there was something to do that went well enough to go on. */
  async function sendSome(): Promise<boolean> {
    // Read at one moment: whoever signs in after it says nothing of this (V35).
    const carrier = world.author()
    const items = due()
    if (items.length > 0 || needsNumbers()) return sendCommands(items, carrier)
    const photo = duePhoto()
    if (photo === null) return false
    const isTextDue = () => due().length > 0
    return afterPhoto(photo, await sendPhoto({ disk, files: knocker.files }, photo.sha256, isTextDue))
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
    const answer = await ask(commands, carrier)
    store.setState({ numbersLeft: await numbers.take(store.getState().numbersLeft, answer) })
    if (answer !== null) await compare(answer, carrier)
    if (ids.length > 0) await record(ids, answer)
    await hearOutcomes(answer)
    await followChanges(world, answer, () => ask([], carrier))
    if (answer?.wipe === true) await wipeWhenEmpty()
    // An answer that names none of them has moved nothing on, and what is asked at once is answered the same (V43).
    return answer !== null && (ids.length === 0 || ids.some((id) => isNamed(answer, id)))
  }

  async function ask(
    commands: readonly VillageCommand[],
    carrier: StaffId | null,
  ): Promise<SyncAnswer | null> {
    const asked = { wall: world.now(), mono: world.page.now() }
    // By a clock that was not heard yet the days could be any; and while an answer may have been lost the two ends differ (V56).
    const { clockAheadMs, outbox } = store.getState()
    const isCompared = clockAheadMs !== null && countOutbox(outbox).unsent === 0 && comparing.isDue()
    const saying = { carrier, commands, isCompared, isFollowing: true }
    const refused: true[] = []
    const answer = await askCentre(world, store.getState(), saying, () => refused.push(true))
    // Its no is no silence: knocking would only bring the same no again.
    const isTooOld = refused.length > 0
    await knocker.heard(answer !== null || isTooOld)
    if (answer !== null || isTooOld) store.setState({ isTooOld })
    if (answer === null) return null
    await hearClock(answer, asked)
    if (isCompared) comparing.isDone()
    return answer
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

  // Half of the way there and back, by both clocks of the device (V77).
  async function hearClock({ serverNow }: SyncAnswer, asked: { wall: number; mono: number }): Promise<void> {
    const { page, device } = world
    const wall = (asked.wall + world.now()) / 2
    const mono = Math.round((asked.mono + page.now()) / 2)
    store.setState({ clockAheadMs: toMs(serverNow) - wall })
    await device.keepServer({ at: serverNow, wall: instantOf(Math.round(wall)), mono, pageId: page.id })
  }

  // What the centre does not have yet is on this device alone, so it outweighs the wish to erase it (V84).
  async function wipeWhenEmpty(): Promise<void> {
    const { unsent, photosLeft, attention } = countOutbox(await disk.read())
    if (unsent + photosLeft + attention === 0) await world.wipe()
  }

  function needsNumbers(): boolean {
    return world.author() !== null && numbers.isDue(store.getState().numbersLeft)
  }

  async function compare(answer: SyncAnswer, carrier: StaffId | null): Promise<void> {
    const ask = (saying: Omit<Saying, 'commands' | 'carrier'>) =>
      askCentre(world, store.getState(), { carrier, commands: [], ...saying })
    if (!(await compareStores(world, answer, ask))) return
    await refresh()
  }

  async function settleLost(id: CommandId): Promise<void> {
    await disk.mark([id], false)
    await refresh()
  }

  async function afterPhoto({ sha256 }: OpenPhoto, result: FileOutcome): Promise<boolean> {
    const step = photoStep(sha256, result, world.now())
    if (step !== null) await update(step)
    if (result.outcome === 'later') {
      tries.add(sha256)
      store.setState({ photosRestUntil: world.now() + PHOTO_REST_MS })
    }
    return result.outcome !== 'later'
  }

  return store
}

function isNamed({ results }: SyncAnswer, command: CommandId): boolean {
  return results.some(({ id }) => id === command)
}
