/** One page of a village point's phone in a thread of its own: the page's own outbox on a disk that outlives it, over the bad line. */
import { parentPort, workerData } from 'node:worker_threads'
import { newCommandId } from '@counter/shared/client/commands'
import { newPayloadSalt } from '@counter/shared/client/payload-salt'
import type { CommandId } from '@counter/shared/vocabulary/ids'
import { civilDate, instantOf } from '@counter/shared/vocabulary/plain-date'
import { freeze, type VillageFacts } from '../../../clerk-ui/src/outbox/command.ts'
import { deviceDisk } from '../../../clerk-ui/src/outbox/device-disk.ts'
import { newCaseSlot, readDrafts, saveDraft } from '../../../clerk-ui/src/outbox/draft-disk.ts'
import { SHIPPED_RULES } from '../../../clerk-ui/src/outbox/numbers.ts'
import { isAccepted, type Outbox } from '../../../clerk-ui/src/outbox/outbox.ts'
import { needsPerson } from '../../../clerk-ui/src/outbox/outbox-counts.ts'
import { outboxDisk } from '../../../clerk-ui/src/outbox/outbox-disk.ts'
import { pageClock, timeOf } from '../../../clerk-ui/src/outbox/page-clock.ts'
import { createSender } from '../../../clerk-ui/src/outbox/sender.ts'
import { newSlipSecrets } from '../../../clerk-ui/src/outbox/slip.ts'
import { readVault, setPin, unlock } from '../../../clerk-ui/src/outbox/vault.ts'
import { villageBook } from '../../../clerk-ui/src/outbox/village-db.ts'
import { knock } from '../../../clerk-ui/src/outbox/village-wire.ts'
import { chanceOf } from '../../play/chance.ts'
import { pageDeath } from './page-death.ts'
import { givePhoneDisk } from './phone-disk.ts'
import { phoneWire } from './phone-wire.ts'
import type { Asked, Kept, PhoneTask, Taking, Told } from './phone-words.ts'
import { type Submission, submissionOf } from './submission.ts'

const TICK_MS = 1000
const LOOK_MS = 100
const PIN = '246810'
const task = workerData as PhoneTask
const chance = chanceOf(task.seed, `phone ${task.village} ${task.life}`)
const { agent, village } = task
const until = civilDate(instantOf(Date.now() + 30 * 86_400_000))
const death = pageDeath()
let line: Promise<void> = Promise.resolve()
let seen = whatStands([])

const wire = phoneWire(task, { death, chance, tellKnown: (ids) => tell({ is: 'duplicates', ids }) })
givePhoneDisk({
  image: task.image,
  committed: (commit) => tell({ is: 'committed', commit }),
  passes(stores) {
    if (stores.includes('drafts') && stores.includes('commands')) death.passes('submit')
    else if (wire.isAnswered() && stores.includes('receipts')) death.passes('answer')
  },
})
const sender = createSender({
  disk: outboxDisk,
  device: deviceDisk,
  sync: wire.sync,
  files: wire.files,
  knock,
  isSeen: () => true,
  isLineUp: () => false,
  author: () => agent,
  alone: (run) => run(),
  tellOthers: () => undefined,
  now: () => Date.now(),
  deviceNow: () => instantOf(Date.now()),
  page: pageClock,
  chance: () => Math.random(),
  newNonce: newCommandId,
  isPersisted: () => true,
  numberRules: () => SHIPPED_RULES,
  cursor: async () => null,
  hearChanges: async () => true,
  wipe: async () => 0,
  appVersion: '2',
})
await sender.getState().reload()
// What waits is sent while the page is still locked (V34), and a page that opens waits out nobody's back-off (V43).
const ticks = setInterval(() => void sender.getState().drain(), TICK_MS)
void sender.getState().sendNow()
await readVault(agent)
if (task.life === 0) await setPin(agent, PIN)
else if (!(await unlock(agent, PIN, Date.now()))) throw new Error('the page that came back does not open')
tell({ is: 'woke', ...(await whatIsThere()) })
parentPort?.on('message', hear)
for (const taking of task.unfinished) takeInTurn(taking)
const looks = setInterval(look, LOOK_MS)
tell({ is: 'ready' })

function hear(asked: Asked): void {
  switch (asked.do) {
    case 'take':
      return takeInTurn(asked.taking)
    case 'die':
      return death.await(asked.at, asked.after)
    case 'live':
      return death.callOff()
    case 'end':
      void end()
  }
}

/** What lies on the phone when its page comes back: forms that were begun, and commands that were frozen. */
async function whatIsThere() {
  const drafts = (await readDrafts(agent)).map(({ content }) => (content as { id: CommandId }).id)
  const frozen = [
    ...(await outboxDisk.read()).map(({ header }) => header.id),
    ...(await stubs()).map(({ id }) => id),
  ]
  return { drafts, frozen }
}

// One resident after another, as at a door.
function takeInTurn(taking: Taking): void {
  line = line.then(() => take(taking))
}

async function take({ place, caseId, ids }: Taking): Promise<void> {
  const submission = submissionOf(task.seed, place, village, until)
  const kept: Kept[] = []
  for (const [turn, id] of ids.entries()) {
    const known = await villageBook.find('commands', id)
    kept.push({ header: known?.header ?? (await submit(submission, turn, { id, caseId })) })
  }
  tell({ is: 'kept', place, kept })
}

/** Writes the form down, then freezes it, which is one press of the agent (V27, V28). */
async function submit(
  submission: Submission,
  turn: number,
  ids: { readonly id: CommandId; readonly caseId: Taking['caseId'] },
): Promise<Kept['header']> {
  const { id, caseId } = ids
  const facts = factsOf(submission, turn)
  const photos =
    turn > 0
      ? []
      : submission.photos.map((photo) => ({
          ...photo,
          size: photo.content.length,
          mime: 'image/jpeg' as const,
        }))
  const slot = turn === 0 ? newCaseSlot(caseId) : `note.add:${caseId}`
  const now = Date.now()
  await saveDraft({ author: agent, slot }, { content: { id }, photos }, { at: now, isHeard: false })
  tell({ is: 'drafted', id })
  const frozen = await freeze(facts, photos, {
    id,
    salt: newPayloadSalt(),
    authorId: agent,
    caseId,
    pointId: village,
    ...timeOf(pageClock, instantOf(now), await deviceDisk.lastServer()),
  })
  const slip = { itemName: '', materials: [], phone: '', queryCode: '', token: '' }
  const content = { author: agent, photos, title: facts.type, slip }
  const form = { slot, content: { id }, replaces: null }
  const header = await sender.getState().keep({ ...frozen, ...content, form })
  tell({ is: 'frozen', id })
  return header
}

function factsOf({ facts, notes }: Submission, turn: number): VillageFacts {
  if (turn > 0) return { type: 'note.add', payload: { text: notes[turn - 1] ?? '' } }
  return { type: 'case.register', itemVersion: 1, payload: { ...facts, secrets: newSlipSecrets() } }
}

function look(): void {
  const { outbox } = sender.getState()
  if (outbox !== seen.outbox) seen = whatStands(outbox)
  const sendingMs = Math.max(0, ...seen.sendingSince.map((since) => Date.now() - since))
  tell({ is: 'standing', ...seen.standing, sendingMs })
}

// Ten times a second, so it is counted only when it has changed.
function whatStands(outbox: Outbox) {
  const sendingSince = outbox.filter(({ state }) => state === 'sending').map(({ since }) => since)
  const standing = {
    texts: outbox.filter((item) => !isAccepted(item)).length,
    photos: outbox.reduce((sum, { photos }) => sum + photos.length, 0),
    attention: outbox.filter(needsPerson).length,
  }
  return { outbox, sendingSince, standing }
}

async function stubs() {
  return (await outboxDisk.stubs()).map(({ id, number }) => ({ id, number }))
}

async function end(): Promise<void> {
  clearInterval(ticks)
  clearInterval(looks)
  tell({ is: 'ended', stubs: await stubs() })
}

function tell(told: Told): void {
  parentPort?.postMessage(told)
}
