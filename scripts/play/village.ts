import { createHash } from 'node:crypto'
import { newCommandId } from '@counter/shared/client/commands'
import { newPayloadSalt } from '@counter/shared/client/payload-salt'
import { FileOffset, SyncAnswer } from '@counter/shared/contract/village'
import { canonicalJson } from '@counter/shared/vocabulary/canonical-json'
import { withSalt } from '@counter/shared/vocabulary/payload-salt'
import { addDays, civilDate, instantOf } from '@counter/shared/vocabulary/plain-date'
import { enter, type Person, type Scene } from './cast.ts'
import { broughtMaterials, type Catalogue } from './catalogue.ts'
import { type Chance, chanceOf } from './chance.ts'
import { submissionsOf } from './day-plan.ts'
import { newResident } from './residents.ts'

const VILLAGES = Array.from({ length: 11 }, (_, place) => String(place + 1).padStart(2, '0'))

interface Agent {
  readonly person: Person
  readonly village: string
  seq: number
}

/** Agents of the village points send cases up through the day. */
export async function playVillages(scene: Scene, catalogue: Catalogue): Promise<void> {
  const chance = chanceOf(scene.seed, 'villages')
  const agents = new Map<string, Agent>()
  for (const { minute, village } of submissionsOf(chance, VILLAGES)) {
    await scene.clock.waitUntil(minute)
    if (scene.clock.isOver()) return
    const agent = agents.get(village) ?? { person: await enter(scene, `v${village}`), village, seq: 0 }
    agents.set(village, agent)
    await submit(scene, agent, catalogue, chance)
  }
}

async function submit(scene: Scene, agent: Agent, catalogue: Catalogue, chance: Chance): Promise<void> {
  const guide = await catalogue.forVillage(chance)
  if (guide === null) return
  const picture = signature(chance)
  const now = instantOf(Date.now())
  const facts = {
    item: guide.code,
    applicant: { ...newResident(chance), village: agent.village },
    authority: {
      relation: '本人',
      powers: ['submit', 'receive_notice', 'receive_result'],
      until: addDays(civilDate(now), 180),
      signedAs: 'glass',
      signature: hashOf(picture),
      allowsDeputy: false,
    },
    consent: { isGiven: true, noticeVersion: 1 },
    isRelative: false,
    materials: broughtMaterials(guide),
  }
  const payload = withSalt(facts, newPayloadSalt())
  agent.seq += 1
  const header = {
    v: 1,
    id: newCommandId(),
    seq: agent.seq,
    caseId: newCommandId(),
    after: null,
    type: 'case.register',
    pointId: agent.village,
    itemVersion: guide.version,
    capturedAt: now,
    files: [{ sha256: hashOf(picture), size: picture.length, mime: 'image/jpeg', role: 'authority' }],
    payloadHash: hashOf(canonicalJson(payload)),
  }
  const reply = await agent.person.post('/sync', syncBody(header, payload), SyncAnswer)
  if (!reply.ok) return
  const [result] = reply.value.results
  if (result?.status !== 'applied') return scene.tally.refused(result?.code ?? 'sync')
  scene.tally.count('village submissions')
  if (result.filesMissing.length > 0) await sendPicture(scene, agent.person, picture)
}

function syncBody(header: object, payload: object) {
  return {
    protocol: 2,
    deviceId: newCommandId(),
    waiting: [],
    nonce: newCommandId(),
    deviceNow: instantOf(Date.now()),
    appVersion: 'play',
    storeEpoch: null,
    outbox: { unsent: 1, filesUnsent: 1, attention: 0 },
    commands: [{ header, payload }],
  }
}

async function sendPicture({ url, tally }: Scene, person: Person, picture: Buffer): Promise<void> {
  const hash = hashOf(picture)
  const response = await fetch(`${url}/files/${hash}`, {
    method: 'PUT',
    headers: {
      ...person.headers(),
      'content-type': 'application/octet-stream',
      'x-offset': '0',
      'x-size': String(picture.length),
      'x-part-sha256': hash,
    },
    body: new Uint8Array(picture),
  })
  if (response.ok && FileOffset.parse(await response.json()).isComplete) tally.count('village pictures')
  else tally.refused(`files ${response.status}`)
}

/** The smallest picture the server takes, of its own content each time: start, frame, one scan, end. */
function signature(chance: Chance): Buffer {
  const frame = [0xff, 0xc0, 0, 11, 8, 0, 20, 0, 30, 1, 1, 0x11, 0]
  const scan = [0xff, 0xda, 0, 8, 1, 1, 0, 0, 63, 0]
  const strokes = Array.from({ length: 400 }, () => Math.floor(chance.between(0, 251)))
  return Buffer.from([0xff, 0xd8, ...frame, ...scan, ...strokes, 0xff, 0xd9])
}

function hashOf(content: string | Buffer): string {
  return createHash('sha256').update(content).digest('hex')
}
