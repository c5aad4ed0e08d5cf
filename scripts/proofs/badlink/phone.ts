/** One phone of a village point in a thread of its own: the page's own outbox on a disk in memory, over the bad line. */
import { parentPort, workerData } from 'node:worker_threads'
import { newCommandId } from '@counter/shared/client/commands'
import type { CaseId } from '@counter/shared/vocabulary/ids'
import { civilDate, instantOf } from '@counter/shared/vocabulary/plain-date'
import { headerOf, type VillageFacts } from '../../../clerk-ui/src/outbox/command.ts'
import { deviceDisk } from '../../../clerk-ui/src/outbox/device-disk.ts'
import { isAccepted } from '../../../clerk-ui/src/outbox/outbox.ts'
import { needsPerson } from '../../../clerk-ui/src/outbox/outbox-counts.ts'
import { outboxDisk } from '../../../clerk-ui/src/outbox/outbox-disk.ts'
import { createSender } from '../../../clerk-ui/src/outbox/sender.ts'
import { newSlipSecrets } from '../../../clerk-ui/src/outbox/slip.ts'
import { syncAnswerOf } from '../../../clerk-ui/src/outbox/sync-answer.ts'
import { readVault, setPin } from '../../../clerk-ui/src/outbox/vault.ts'
import { fileLine, knock, postSync } from '../../../clerk-ui/src/outbox/village-wire.ts'
import { chanceOf } from '../../play/chance.ts'
import { givePhoneDisk } from './phone-disk.ts'
import type { Asked, Kept, PhoneTask, Told } from './phone-words.ts'
import { type Photo, submissionOf } from './submission.ts'

const TICK_MS = 1000
const LOOK_MS = 100
const TWICE_AT_ONCE = 0.25
const task = workerData as PhoneTask
const chance = chanceOf(task.seed, `phone ${task.village}`)
const { agent, village } = task
const until = civilDate(instantOf(Date.now() + 30 * 86_400_000))
const sent: Record<string, number> = {}
const duplicates = new Set<string>()
let longestSendingMs = 0

type Body = Parameters<typeof postSync>[0]
type Raw = Awaited<ReturnType<typeof postSync>>

givePhoneDisk()
goThrough(task)
await readVault(agent)
await setPin(agent, '246810')
const sender = createSender({
  disk: outboxDisk,
  device: deviceDisk,
  sync: countedSync,
  files: fileLine('staff'),
  knock,
  author: () => agent,
  alone: (run) => run(),
  tellOthers: () => undefined,
  now: () => Date.now(),
  deviceNow: () => instantOf(Date.now()),
  chance: () => Math.random(),
  newNonce: newCommandId,
  isPersisted: () => true,
  wipe: async () => undefined,
  appVersion: '2',
})
await sender.getState().reload()
const ticks = setInterval(() => void sender.getState().drain(), TICK_MS)
const looks = setInterval(look, LOOK_MS)
parentPort?.on('message', (asked: Asked) => void (asked.do === 'take' ? take(asked.place) : end()))
tell({ is: 'ready' })

// A page asks its own server without naming it, and its browser adds who it is.
function goThrough({ url, headers }: PhoneTask): void {
  const browse = globalThis.fetch
  globalThis.fetch = (path, init) =>
    browse(new URL(String(path), url), { ...init, headers: { ...(init?.headers as object), ...headers } })
}

// Some texts go twice at once, as from two tabs whose lock failed; the phone believes the first answer it gets.
async function countedSync(body: Body): Promise<Raw> {
  const ids = body.commands.map(({ header }) => (header as Kept['header']).id)
  for (const id of ids) sent[id] = (sent[id] ?? 0) + 1
  if (ids.length === 0 || !chance.happens(TWICE_AT_ONCE)) return sendOnce(body)
  const [first, second] = await Promise.all([sendOnce(body), sendOnce(body)])
  return first ?? second
}

async function sendOnce(body: Body): Promise<Raw> {
  const raw = await postSync(body, () => undefined)
  const answer = raw === null ? null : syncAnswerOf(raw, body.nonce)
  for (const { id, status } of answer?.results ?? []) if (status === 'duplicate') duplicates.add(id)
  return raw
}

async function take(place: number): Promise<void> {
  const { facts, photos, notes } = submissionOf(task.seed, place, village, until)
  const caseId = newCommandId() as string as CaseId
  const payload = { ...facts, secrets: newSlipSecrets() }
  const kept = [await keep({ type: 'case.register', itemVersion: 1, payload }, caseId, photos)]
  for (const text of notes) kept.push(await keep({ type: 'note.add', payload: { text } }, caseId, []))
  tell({ is: 'kept', place, kept })
}

async function keep(facts: VillageFacts, caseId: CaseId, named: readonly Photo[]): Promise<Kept> {
  const photos = named.map((photo) => ({ ...photo, size: photo.content.length, mime: 'image/jpeg' as const }))
  const unplaced = await headerOf(facts, photos, {
    id: newCommandId(),
    caseId,
    pointId: village,
    capturedAt: instantOf(Date.now()),
    lastServer: await deviceDisk.lastServer(),
  })
  const slip = { itemName: '', materials: [], phone: '', queryCode: '', token: '' }
  const content = { author: agent, payload: facts.payload, photos, title: facts.type, slip, form: null }
  const header = await sender.getState().keep({ header: unplaced, ...content })
  return { header, payload: facts.payload }
}

function look(): void {
  const { outbox } = sender.getState()
  const now = Date.now()
  const sending = outbox.filter(({ state }) => state === 'sending').map(({ since }) => now - since)
  longestSendingMs = Math.max(longestSendingMs, ...sending)
  tell({
    is: 'standing',
    texts: outbox.filter((item) => !isAccepted(item)).length,
    photos: outbox.reduce((sum, { photos }) => sum + photos.length, 0),
    attention: outbox.filter(needsPerson).length,
  })
}

async function end(): Promise<void> {
  clearInterval(ticks)
  clearInterval(looks)
  const stubs = (await outboxDisk.stubs()).map(({ id, number }) => ({ id, number }))
  tell({ is: 'ended', end: { stubs, sent, duplicates: [...duplicates], longestSendingMs } })
}

function tell(told: Told): void {
  parentPort?.postMessage(told)
}
