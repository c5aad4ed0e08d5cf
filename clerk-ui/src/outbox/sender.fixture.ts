import type { SyncAnswer, SyncBody, SyncResult } from '@counter/shared/contract/village'
import type { CaseId, CommandId, StaffId, VillageCode } from '@counter/shared/vocabulary/ids'
import type { PayloadSalt } from '@counter/shared/vocabulary/payload-salt'
import { instantOf } from '@counter/shared/vocabulary/plain-date'
import type { Instant } from '@counter/shared/vocabulary/time'
import type { Capture } from './capture.ts'
import type { NamedPhoto } from './command.ts'
import { freeze } from './command.ts'
import type { PartAnswer } from './file-parts.ts'
import { memoryDevice, memoryDisk } from './memory-disk.fixture.ts'
import { SHIPPED_RULES } from './numbers.ts'
import { createSender } from './sender.ts'
import type { SenderWorld } from './sender-world.ts'
import type { RawAnswer } from './sync-answer.ts'

export const at = '2026-06-12T01:40:00.000Z' as Instant
export const AGENT = 's1' as StaffId
export const idOf = (n: number) => `0190aaaa-0000-7000-8000-00000000000${n}` as CommandId
export const caseOf = (n: number) => `0190bbbb-0000-7000-8000-00000000000${n}` as CaseId
const saltOf = (n: number) => `${'A'.repeat(20)}${n}A` as PayloadSalt
export const photo: NamedPhoto = {
  sha256: 'a'.repeat(64),
  size: 3,
  mime: 'image/jpeg',
  role: 'authority',
  content: Uint8Array.of(1, 2, 3),
}

export function resultOf(
  id: string,
  status: SyncResult['status'],
  more: Partial<SyncResult> = {},
): SyncResult {
  return {
    id,
    status,
    code: null,
    message: null,
    caseId: null,
    number: null,
    queryCode: null,
    link: null,
    filesMissing: [],
    ...more,
  }
}

export function answerTo(
  body: SyncBody,
  results: readonly SyncResult[],
  leases: readonly string[] = [],
  store: Partial<
    Pick<SyncAnswer, 'storeEpoch' | 'missing' | 'taken' | 'agrees' | 'wipe' | 'cursor' | 'more'>
  > = {},
): RawAnswer {
  const answer: SyncAnswer = {
    product: 'village-counter',
    protocol: 1,
    nonce: body.nonce,
    serverNow: at,
    storeEpoch: 'e1',
    results: [...results],
    leases: [...leases],
    ...store,
  }
  return { status: 200, text: JSON.stringify(answer) }
}

export const idsOf = (body: SyncBody) => body.commands.map(({ header }) => (header as { id: string }).id)

export const STORED: PartAnswer = { status: 200, offset: 3, isComplete: true, code: null }

/** A locked phone has no copies to bring up to date. */
const NO_COPIES = { cursor: async () => null, hearChanges: async () => true }

/** What is around the sender; a test names what it is about. */
interface FakeWorld {
  /** How a part of a photo is answered. */
  readonly stored: PartAnswer | null | (() => PartAnswer | null)
  /** Numbers that lie free on this phone. */
  readonly lent: number
  readonly author: () => StaffId | null
  readonly knocks: (time: number) => boolean
  readonly copies: Pick<SenderWorld, 'cursor' | 'hearChanges'>
  readonly drafts: () => number
}

/** A signed-in agent, numbers enough, a line on which nothing knocks, no copies and no drafts. */
const CALM: FakeWorld = {
  stored: STORED,
  lent: SHIPPED_RULES.renewAt + 1,
  author: () => AGENT,
  knocks: () => false,
  copies: NO_COPIES,
  drafts: () => 0,
}

/** A sender whose line answers as the test says; every request is kept. */
export function senderOn(
  answer: (body: SyncBody, turn: number) => RawAnswer | null,
  world: Partial<FakeWorld> = {},
) {
  const { stored, lent, author, knocks, copies, drafts } = { ...CALM, ...world }
  const bodies: SyncBody[] = []
  const log: string[] = []
  let time = 0
  const disk = memoryDisk()
  const store = createSender({
    disk,
    device: memoryDevice(lent, { at, wall: instantOf(0) }),
    author,
    alone: (run) => run(),
    tellOthers: () => undefined,
    isPersisted: () => true,
    numberRules: () => SHIPPED_RULES,
    ...copies,
    wipe: async () => {
      log.push('wipe')
      return drafts()
    },
    sync: async (body) => {
      bodies.push(body)
      log.push('sync')
      return answer(body, bodies.length)
    },
    files: {
      head: async () => ({ status: 200, offset: 0, isComplete: false, code: null }),
      put: async () => {
        log.push('photo')
        return typeof stored === 'function' ? stored() : stored
      },
    },
    knock: async () => knocks(time),
    isSeen: () => true,
    isLineUp: () => false,
    now: () => time,
    deviceNow: () => at,
    page: { id: '0190eeee-0000-7000-8000-000000000001', now: () => time },
    chance: () => 1,
    newNonce: () => `nonce-${bodies.length}-abc`,
    appVersion: 'test',
  })
  const states = () => store.getState().outbox.map(({ state }) => state)
  return { store, disk, bodies, log, states, wait: (ms: number) => (time += ms) }
}

/** 撤回 of that note (V36). */
export async function withdrawalOf(n: number): Promise<Capture> {
  const pointId = '05' as VillageCode
  const payload = { command: idOf(n) }
  const place = {
    id: idOf(n + 4),
    salt: saltOf(n + 4),
    authorId: AGENT,
    caseId: caseOf(n),
    pointId,
    capturedAt: at,
  }
  const frozen = await freeze({ type: 'command.withdraw', payload }, [], place)
  const { command: withdraws } = payload
  return { ...frozen, author: AGENT, photos: [], title: '撤回', slip: null, form: null, withdraws }
}

export async function noteOf(n: number, photos: readonly NamedPhoto[] = []): Promise<Capture> {
  const pointId = '05' as VillageCode
  const payload = { text: `第${n}件` }
  const place = { id: idOf(n), salt: saltOf(n), authorId: AGENT, caseId: caseOf(n), pointId, capturedAt: at }
  const frozen = await freeze({ type: 'note.add', payload }, photos, place)
  return { ...frozen, author: AGENT, photos, title: `第${n}件`, slip: null, form: null }
}
