import { newCommandId } from '@counter/shared/client/commands'
import type { CaseId, CommandId, StaffId, VillageCode } from '@counter/shared/vocabulary/ids'
import { instantOf } from '@counter/shared/vocabulary/plain-date'
import { useMemo } from 'react'
import { type StoreApi, useStore } from 'zustand'
import type { Capture } from '../../outbox/capture.ts'
import { freeze, type NamedPhoto, type VillageFacts } from '../../outbox/command.ts'
import { type CommandMark, newCommandMark } from '../../outbox/command-mark.ts'
import { type DeviceDisk, deviceDisk } from '../../outbox/device-disk.ts'
import { PhoneLeft } from '../../outbox/left-book.ts'
import type { OutboxItem } from '../../outbox/outbox.ts'
import { countOutbox, type OutboxCounts } from '../../outbox/outbox-counts.ts'
import { type OutboxDisk, outboxDisk } from '../../outbox/outbox-disk.ts'
import { centreTime, pageClock, timeOf } from '../../outbox/page-clock.ts'
import { createSender } from '../../outbox/sender.ts'
import type { SenderState } from '../../outbox/sender-state.ts'
import type { Slip } from '../../outbox/slip.ts'
import { fileLine, knock, postSync } from '../../outbox/village-wire.ts'
import { knowTimeBy, useNet } from '../../state/live.ts'
import { useSession } from '../../state/session.ts'
import { numberRules } from './number-rules.ts'
import { onlyHere } from './one-sender.ts'
import { keepOwnNews, ownCursor } from './own-news.ts'
import { usePageOver } from './page-over.ts'
import { handOverAndLeave, wipeAndLeave } from './village-leaving.ts'
import { usePhone } from './village-phone.ts'
import type { Refused } from './village-refusal.tsx'
import { useRoom } from './village-room.ts'

export const APP_VERSION = '2'
const TICK_MS = 1000
const HELLO_MS = 10 * 60_000
const CHANGED = 'village-outbox'

const others = typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel(CHANGED)

let device = deviceDisk
let sender = senderOn(outboxDisk)

/** Another disk than the device's own book: that of a test. */
export function sendFrom(disk: OutboxDisk, ownDevice: DeviceDisk): void {
  device = ownDevice
  sender = senderOn(disk)
}

function senderOn(disk: OutboxDisk): StoreApi<SenderState> {
  return createSender({
    disk,
    device,
    sync: (body) => postSync(body, noticeLoss),
    files: fileLine('staff'),
    knock,
    isSeen: () => document.visibilityState === 'visible',
    isLineUp: () => useNet.getState().net === 'online',
    author: confirmedAuthor,
    alone: onlyHere,
    tellOthers: () => others?.postMessage(CHANGED),
    now: () => Date.now(),
    deviceNow: () => instantOf(Date.now()),
    page: pageClock,
    chance: () => Math.random(),
    newNonce: newCommandId,
    numberRules,
    cursor: ownCursor,
    hearChanges: keepOwnNews,
    isPersisted: () => useRoom.getState().isPersisted,
    wipe: () => wipeAndLeave(clockAhead),
    appVersion: APP_VERSION,
  })
}

/** Where the content of frozen commands lies. */
export function diskInUse(): OutboxDisk {
  return sender.getState().disk
}

/** How far the centre's clock is ahead of this phone's, in ms; null until this page has heard it (V78). */
export function clockAhead(): number | null {
  return sender.getState().clockAheadMs
}

// A page that begins without a network goes by what the phone heard last, and not by its clock alone (V76, V78).
knowTimeBy(() => {
  const { lastServer } = sender.getState()
  return centreTime(timeOf(pageClock, instantOf(Date.now()), lastServer))
})

/** One selected value of the outbox. */
export function useOutbox<T>(select: (state: SenderState) => T): T {
  return useStore(sender, select)
}

/** One item by its command, while this device has it. */
export function useOutboxItem(id: CommandId): OutboxItem | undefined {
  return useOutbox(({ outbox }) => outbox.find(({ header }) => header.id === id))
}

/** The counts of the strip; the outbox changes as a whole, so they are counted when it does. */
export function useOutboxCounts(): OutboxCounts {
  const outbox = useOutbox((state) => state.outbox)
  return useMemo(() => countOutbox(outbox), [outbox])
}

/** What is handed to the sender by a page. */
export interface Handing extends CommandMark {
  readonly caseId: CaseId
  readonly pointId: VillageCode
  readonly facts: VillageFacts
  readonly photos: readonly NamedPhoto[]
  readonly title: string
  readonly slip?: Slip | null
  readonly form?: Capture['form']
  /** Of an edit: the case as its author saw it (V73). */
  readonly baseRev?: number | null
  readonly withdraws?: CommandId | null
  /** What is said in the same step (V28). */
  readonly also?: readonly Handing[]
}

/** Freezes a command; resolves when the disk has it, and from here on it never changes (V28, V44). */
async function hand(handing: Handing): Promise<Refused | null> {
  const author = useSession.getState().session?.staffId
  if (author === undefined) throw new Error('nobody is signed in')
  const capture = await captureOf(handing, author)
  const kept = await sender.getState().keep(capture)
  // The same form was frozen with other content in another tab; that one stands, and this one is not lost (V41, V50).
  return kept.payloadHash === capture.header.payloadHash ? null : { code: 'command.reused', params: {} }
}

async function captureOf(
  { facts, photos, title, slip = null, form = null, withdraws = null, also = [], ...place }: Handing,
  author: StaffId,
): Promise<Capture> {
  const frozen = await freeze(facts, photos, {
    ...place,
    authorId: author,
    ...timeOf(pageClock, instantOf(Date.now()), await device.lastServer()),
  })
  const more = await Promise.all(also.map((each) => captureOf(each, author)))
  return { ...frozen, author, photos, title, slip, form, withdraws, also: more }
}

/** The same as an answer: null when the disk has it, else why it has not, and nothing was taken (V28, V40). */
export function handSafely(handing: Handing): Promise<Refused | null> {
  return hand(handing).catch((error: unknown) => ({
    code: error instanceof PhoneLeft ? 'device.revoked' : 'storage.full',
    params: {},
  }))
}

/**
 * 撤回: the item goes when the disk has the word to the centre that nobody need solve it; that is sent until it is heard (V36).
 * The number on its slip stands on no case: in the same step the gap is told with its reason (V62).
 */
export function withdrawItem({ header, title }: OutboxItem): Promise<Refused | null> {
  const { id: command, caseId, pointId, number = null } = header
  const facts = { type: 'command.withdraw', payload: { command } } as const
  const also = number === null ? [] : [voidingOf(pointId, number)]
  const mark = newCommandMark()
  return handSafely({ ...mark, caseId, pointId, facts, photos: [], title, withdraws: command, also })
}

function voidingOf(pointId: VillageCode, number: string): Handing {
  const facts = { type: 'number.void', payload: { number, reason: '登记已撤回' } } as const
  const caseId = newCommandId() as string as CaseId
  return { ...newCommandMark(), caseId, pointId, facts, photos: [], title: number }
}

/** 交镇中心处理 (V36). */
export function handToCentre(id: CommandId): void {
  void sender.getState().handOver(id)
}

/** A photo that waits for a person goes once more. */
export function sendPhotoAgain(sha256: string): void {
  void sender.getState().sendPhotoAgain(sha256)
}

/** Reads the lists anew: what can be read of them has changed. */
export function reloadOutbox(): Promise<void> {
  return sender
    .getState()
    .reload()
    .catch((error: unknown) => {
      // An outdated page has no book to read from, and shows no list (V41).
      if (!usePageOver.getState().isOver) throw error
    })
}

/** What the centre lost was entered again from paper. */
export function settleLost(id: CommandId): void {
  void sender.getState().settleLost(id)
}

/** 「现在发」. */
export function sendNow(): void {
  void sender.getState().sendNow().then(hearOutcomes)
}

// What waits for a person may have been solved at the centre since; without a question nobody is told (V51).
function hearOutcomes(): void {
  if (sender.getState().outbox.some(({ state }) => state === 'attention')) sayHello()
}

/** Keeps the sender going: at the start, on a timer, when the network or the page is back (V43). */
export async function keepSending(): Promise<void> {
  others?.addEventListener('message', () => void reloadOutbox())
  window.addEventListener('online', sendNow)
  document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && sendNow())
  useNet.subscribe(({ net }, before) => {
    if (net === 'online' && before.net !== 'online') sendNow()
  })
  useSession.subscribe(({ phase }, before) => {
    if (phase === 'in' && before.phase !== 'in') sayHello()
  })
  setInterval(sayHello, HELLO_MS)
  await sender.getState().reload()
  setInterval(() => void sender.getState().drain(), TICK_MS)
  sendNow()
}

function sayHello(): void {
  void sender.getState().hello()
}

// Until the centre has said whose session this is, somebody else's cookie might carry what this agent wrote (V35).
function confirmedAuthor(): StaffId | null {
  const { phase, session } = useSession.getState()
  // An outdated page has no book to send from (V41).
  if (usePageOver.getState().isOver) return null
  return phase === 'in' ? (session?.staffId ?? null) : null
}

/** A phone that was reported lost hands over what the centre does not have, and is erased (V80, V84). */
export function leaveLost(): Promise<void> {
  return handOverAndLeave(() => ({ disk: diskInUse(), device }))
}

// A phone that the centre knows takes its agent up again by its own key; a password is asked for when that is refused (V3).
function noticeLoss(status: number): void {
  if (status !== 401) return
  const isKnown = usePhone.getState().standing === 'enrolled'
  if (!isKnown) useSession.getState().lose()
  else if (useSession.getState().phase === 'in') useSession.setState({ phase: 'asking' })
}
