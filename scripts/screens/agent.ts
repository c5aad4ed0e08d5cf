/** What the agent of village 05 has sent before the pictures of a point are taken. */
import { createHash } from 'node:crypto'
import { newCommandId } from '@counter/shared/client/commands'
import { newPayloadSalt } from '@counter/shared/client/payload-salt'
import { CaseAnswer, CaseDetail } from '@counter/shared/contract/cases'
import { SyncAnswer } from '@counter/shared/contract/village'
import { canonicalJson } from '@counter/shared/vocabulary/canonical-json'
import { withSalt } from '@counter/shared/vocabulary/payload-salt'
import { instantOf } from '@counter/shared/vocabulary/plain-date'
import type { Stage } from '../acceptance/stage.ts'
import { anything, type Caller, required } from '../api/caller.ts'

const LOW_INCOME = [
  '最低生活保障申请书',
  '居民身份证',
  '居民户口簿',
  '家庭经济状况核对授权书（共同生活成员签字）',
  '家庭收入、财产和支出证明材料',
]
/** The smallest picture the server takes: start, frame, one scan, end. */
const FRAME = [0xff, 0xc0, 0, 11, 8, 0, 20, 0, 30, 1, 1, 0x11, 0]
const SCAN = [0xff, 0xda, 0, 8, 1, 1, 0, 0, 63, 0, 1, 2, 3, 4]
const SIGNATURE = Buffer.from([0xff, 0xd8, ...FRAME, ...SCAN, 0xff, 0xd9])

type Facts = Readonly<Record<string, unknown>>

/** An agent without a screen, and the clerk who answers it. */
export class Agent {
  readonly #caller: Caller
  readonly clerk: Caller
  #seq = 0

  constructor(caller: Caller, clerk: Caller) {
    this.#caller = caller
    this.clerk = clerk
  }

  /** A case of low income, everything brought; `change` says otherwise. */
  async register(name: string, change: Facts = {}): Promise<string> {
    const caseId = newCommandId()
    const payload = {
      item: 'MZ-001',
      applicant: { name, idNo: '11010519491231002X', phone: '19900000001', village: '05' },
      authority: {
        relation: '本人',
        powers: ['submit', 'receive_notice', 'receive_result'],
        until: '2026-12-12',
        signedAs: 'glass',
        signature: hashOf(SIGNATURE),
        allowsDeputy: false,
      },
      consent: { isGiven: true, noticeVersion: 1 },
      isRelative: false,
      materials: LOW_INCOME.map((paper) => ({ name: paper, state: 'received' })),
      ...change,
    }
    const files = [
      { sha256: hashOf(SIGNATURE), size: SIGNATURE.length, mime: 'image/jpeg', role: 'authority' },
    ]
    await this.send('case.register', payload, { caseId, files, itemVersion: 1 })
    return caseId
  }

  /** A case whose result is there, ready to be brought. */
  async decided(name: string): Promise<string> {
    const caseId = await this.register(name, {
      item: 'MZ-013',
      materials: [{ name: '居民身份证', state: 'received' }],
    })
    await this.act(caseId, 'finish-on-spot', { result: '已答复' })
    return caseId
  }

  /** A case with a notice of a missing signature. */
  async noticed(name: string): Promise<string> {
    const caseId = await this.register(name)
    const { materials } = required(await this.clerk.get(`/api/cases/${caseId}`, CaseDetail), 'the case')
    const missing = { name: materials[0]?.name, how: '缺签字' }
    await this.act(caseId, 'request-supplement', { materials: [missing] })
    return caseId
  }

  async act(caseId: string, name: string, body: object): Promise<void> {
    required(await this.clerk.command(`/api/cases/${caseId}/${name}`, body, CaseAnswer), name)
  }

  async send(type: string, facts: Facts, header: Facts = {}): Promise<SyncAnswer> {
    this.#seq += 1
    const payload = withSalt(facts, newPayloadSalt())
    const now = instantOf(Date.parse('2026-06-12T01:40:00.000Z'))
    const whole = {
      v: 1,
      id: newCommandId(),
      seq: this.#seq,
      caseId: newCommandId(),
      after: null,
      type,
      pointId: '05',
      itemVersion: null,
      capturedAt: now,
      files: [],
      payloadHash: hashOf(canonicalJson(payload)),
      ...header,
    }
    const body = {
      protocol: 2,
      deviceId: newCommandId(),
      waiting: [],
      nonce: newCommandId(),
      deviceNow: now,
      appVersion: 'screens',
      storeEpoch: null,
      outbox: { unsent: 3, filesUnsent: 2, attention: 0 },
      commands: [{ header: whole, payload }],
    }
    return required(await this.#caller.post('/sync', body, SyncAnswer), type)
  }

  /** What the agent takes to the hall in one go. */
  async visit(cases: readonly { readonly case: string; readonly way: 'up' | 'down' }[]): Promise<string> {
    const made = required(await this.#caller.command('/api/visits', { cases }, anything), 'a visit')
    return (made as { id: string }).id
  }

  async confirm(visit: string): Promise<void> {
    required(await this.#caller.command(`/api/visits/${visit}/confirm`, {}, anything), 'confirm')
  }
}

/** The agent of village 05 at a phone of its own. */
export async function agentOf(stage: Stage): Promise<Agent> {
  const clerk = await stage.signIn('clerk1')
  required(await clerk.command('/api/windows/1/open', {}, anything), 'open window 1')
  return new Agent(await stage.signIn('v05'), clerk)
}

function hashOf(content: string | Buffer): string {
  return createHash('sha256').update(content).digest('hex')
}
