import { createHash } from 'node:crypto'
import { newPayloadSalt } from '@counter/shared/client/payload-salt'
import type { SyncResult } from '@counter/shared/contract/village'
import { canonicalJson } from '@counter/shared/vocabulary/canonical-json'
import { withSalt } from '@counter/shared/vocabulary/payload-salt'
import { uuidv7 } from 'uuidv7'
import { expect } from 'vitest'
import { type Caller, FRIDAY, type Hall } from './app.ts'

export const sha256 = (content: string | Uint8Array) => createHash('sha256').update(content).digest('hex')

const ORIGIN = 'http://127.0.0.1:8080'

/** A small JPEG of its own: start, frame, one scan of `coded` bytes, end. */
export function aPicture(coded = 40, seed = 1): Buffer {
  const frame = [0xff, 0xc0, 0, 11, 8, 0, 20, 0, 30, 1, 1, 0x11, 0]
  const scan = [0xff, 0xda, 0, 8, 1, 1, 0, 0, 63, 0]
  const body = Array.from({ length: coded }, (_, place) => (place * seed) % 251)
  return Buffer.from([0xff, 0xd8, ...frame, ...scan, ...body, 0xff, 0xd9])
}

export const SIGNATURE = aPicture()

export interface Frozen {
  readonly header: Record<string, unknown>
  readonly payload: Record<string, unknown>
}

/** A command as a phone freezes it. */
export function freeze(
  type: string,
  facts: Record<string, unknown>,
  header: Record<string, unknown> = {},
): Frozen {
  const payload = withSalt(facts, newPayloadSalt())
  return {
    header: {
      v: 1,
      id: uuidv7(),
      seq: 1,
      caseId: uuidv7(),
      after: null,
      type,
      pointId: '05',
      itemVersion: type === 'case.register' ? 1 : null,
      capturedAt: FRIDAY,
      files: [],
      payloadHash: sha256(canonicalJson(payload)),
      ...header,
    },
    payload,
  }
}

export const named = (content: Uint8Array, role = 'authority') => ({
  sha256: sha256(content),
  size: content.length,
  mime: 'image/jpeg',
  role,
})

/** 政策咨询与待遇查询 for 示例甲 of village 05, everything in order. */
export function registerPayload(change: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    item: 'MZ-013',
    applicant: { name: '示例甲', idNo: '11010519491231002X', phone: '19900000001', village: '05' },
    authority: {
      relation: '本人',
      powers: ['submit', 'receive_notice', 'receive_result'],
      until: '2026-12-12',
      signedAs: 'glass',
      signature: sha256(SIGNATURE),
      allowsDeputy: false,
    },
    consent: { isGiven: true, noticeVersion: 1 },
    isRelative: false,
    materials: [{ name: '居民身份证', state: 'received' }],
    ...change,
  }
}

export function aRegistration(
  change: Record<string, unknown> = {},
  header: Record<string, unknown> = {},
): Frozen {
  return freeze('case.register', registerPayload(change), { files: [named(SIGNATURE)], ...header })
}

/** A deadline item with all its materials here. */
export function caseOfFiveDays(): Record<string, unknown> {
  const names = [
    '最低生活保障申请书',
    '居民身份证',
    '居民户口簿',
    '家庭经济状况核对授权书（共同生活成员签字）',
    '家庭收入、财产和支出证明材料',
  ]
  return { item: 'MZ-001', materials: names.map((name) => ({ name, state: 'received' })) }
}

export interface Synced {
  readonly results: readonly SyncResult[]
  readonly nonce: string
  readonly storeEpoch: string
  readonly leases?: readonly string[]
  readonly missing?: readonly string[]
}

/** What a phone says that sends these commands. */
export function syncBody(commands: readonly Frozen[], change: object = {}): object {
  return {
    protocol: 1,
    nonce: uuidv7(),
    deviceNow: FRIDAY,
    appVersion: 'test',
    storeEpoch: null,
    outbox: { unsent: commands.length, filesUnsent: 0, attention: 0 },
    commands,
    ...change,
  }
}

/** Sends commands as the phone does and expects an answer to each. */
export async function sync(agent: Caller, commands: readonly Frozen[], change: object = {}): Promise<Synced> {
  const answer = await agent.post('/sync', syncBody(commands, change))
  expect(answer.status, JSON.stringify(answer.body)).toBe(200)
  return answer.body as Synced
}

/** The one result of one command. */
export async function syncOne(agent: Caller, command: Frozen, change: object = {}): Promise<SyncResult> {
  const [result] = (await sync(agent, [command], change)).results
  if (result === undefined) throw new Error('the answer names no command')
  return result
}

export interface FileAnswer {
  readonly status: number
  readonly offset: string | undefined
  readonly code: string | null
}

export async function headFile(hall: Hall, agent: Caller, hash: string): Promise<FileAnswer> {
  const answer = await hall.server.counter.app.inject({
    method: 'HEAD',
    url: `/files/${hash}`,
    headers: { cookie: agent.cookie, 'x-actor': 'staff' },
  })
  return { status: answer.statusCode, offset: answer.headers['x-offset'] as string | undefined, code: null }
}

export async function putPart(
  hall: Hall,
  agent: Caller,
  hash: string,
  {
    offset,
    size,
    part,
    partHash = sha256(part),
    as = 'staff',
  }: { offset: number; size: number; part: Uint8Array; partHash?: string; as?: string },
): Promise<FileAnswer> {
  const answer = await hall.server.counter.app.inject({
    method: 'PUT',
    url: `/files/${hash}`,
    headers: {
      origin: ORIGIN,
      cookie: agent.cookie,
      'x-actor': as,
      'content-type': 'application/octet-stream',
      'x-offset': String(offset),
      'x-size': String(size),
      'x-part-sha256': partHash,
    },
    payload: Buffer.from(part),
  })
  const body = answer.json() as { code?: string }
  return {
    status: answer.statusCode,
    offset: answer.headers['x-offset'] as string | undefined,
    code: body.code ?? null,
  }
}

/** Sends a whole file in one part. */
export function putFile(hall: Hall, agent: Caller, content: Uint8Array, as = 'staff'): Promise<FileAnswer> {
  return putPart(hall, agent, sha256(content), { offset: 0, size: content.length, part: content, as })
}
