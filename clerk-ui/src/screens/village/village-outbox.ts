import { newCommandId } from '@counter/shared/client/commands'
import type { CaseId, CommandId, VillageCode } from '@counter/shared/vocabulary/ids'
import { instantOf } from '@counter/shared/vocabulary/plain-date'
import { useStore } from 'zustand'
import { freezeCommand, type NamedPhoto, type VillageFacts } from '../../outbox/command.ts'
import { countOutbox, lastOpenOf, type OutboxCounts, type OutboxItem } from '../../outbox/outbox.ts'
import { createSender, type SenderState } from '../../outbox/sender.ts'
import { fileLine, postSync } from '../../outbox/village-wire.ts'
import { useNet } from '../../state/live.ts'
import { useSession } from '../../state/session.ts'

const SEQ_KEY = 'village.seq'
const TICK_MS = 1000

const sender = createSender({
  sync: (body) => postSync(body, noticeLoss),
  files: fileLine,
  now: () => performance.now(),
  deviceNow: () => instantOf(Date.now()),
  chance: () => Math.random(),
  newNonce: newCommandId,
  appVersion: '1',
})

/** One selected value of the outbox. */
export function useOutbox<T>(select: (state: SenderState) => T): T {
  return useStore(sender, select)
}

/** One item by its command, while this page has it. */
export function useOutboxItem(id: CommandId): OutboxItem | undefined {
  return useOutbox(({ outbox }) => outbox.find(({ command }) => command.header.id === id))
}

/** The counts of the strip; the outbox changes as a whole, so they are counted when it does. */
export function useOutboxCounts(): OutboxCounts {
  return countOutbox(useOutbox(({ outbox }) => outbox))
}

/** What is handed to the sender by a page. */
export interface Handing {
  readonly id: CommandId
  readonly caseId: CaseId
  readonly pointId: VillageCode
  readonly facts: VillageFacts
  readonly photos: readonly NamedPhoto[]
  readonly title: string
}

/** Freezes a command and gives it to the sender; from here on it never changes (V44). */
export async function hand({ facts, photos, title, ...place }: Handing): Promise<void> {
  const after = lastOpenOf(sender.getState().outbox, place.caseId)
  const capturedAt = instantOf(Date.now())
  const command = await freezeCommand(facts, photos, { ...place, seq: nextSeq(), after, capturedAt })
  sender.getState().add({ command, photos, title })
}

/** Lets go of an item that waits for a person. */
export function dropItem(id: CommandId): void {
  sender.getState().drop(id)
}

/** 「现在发」. */
export function sendNow(): void {
  void sender.getState().sendNow()
}

/** Keeps the sender going: on a timer, when the network or the page is back; and warns before unsent work is closed. */
export function keepSending(): void {
  setInterval(() => void sender.getState().drain(), TICK_MS)
  window.addEventListener('online', sendNow)
  useNet.subscribe(({ net }, before) => {
    if (net === 'online' && before.net !== 'online') sendNow()
  })
  window.addEventListener('beforeunload', (event) => {
    const { unsent, photosLeft, attention } = countOutbox(sender.getState().outbox)
    if (unsent + photosLeft + attention > 0) event.preventDefault()
  })
}

function noticeLoss(status: number): void {
  if (status === 401) useSession.getState().lose()
}

// Gap-free per device (V29); it says nothing about anybody, so it may lie in plain storage.
function nextSeq(): number {
  const next = Number(localStorage.getItem(SEQ_KEY) ?? 0) + 1
  localStorage.setItem(SEQ_KEY, String(next))
  return next
}
