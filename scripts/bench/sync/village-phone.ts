import { newCommandId } from '@counter/shared/client/commands'
import { SyncAnswer, type SyncBody, type VillageHeader } from '@counter/shared/contract/village'
import type { CaseId, StaffId, VillageCode } from '@counter/shared/vocabulary/ids'
import { addDays, civilDate, instantOf } from '@counter/shared/vocabulary/plain-date'
import { FIRST_BATCH, fitting, nextBatch } from '../../../clerk-ui/src/outbox/batch.ts'
import { freeze, type NamedPhoto, type VillageCommand } from '../../../clerk-ui/src/outbox/command.ts'
import { newCommandMark } from '../../../clerk-ui/src/outbox/command-mark.ts'
import { type FileLine, type PartAnswer, sendFile } from '../../../clerk-ui/src/outbox/file-parts.ts'
import { sha256Hex } from '../../../clerk-ui/src/outbox/hash.ts'
import type { Chance } from '../../play/chance.ts'
import { type Answered, openLine, type TimedLine } from '../timed-line.ts'
import { caseOf } from './held-case.ts'

/** A case that the phone was told is kept; what the centre must have afterwards. */
export interface Held {
  readonly header: VillageHeader
  readonly photos: readonly string[]
}

/** The phone of a point, which has been without a network for days. */
export interface VillagePhone {
  readonly held: readonly Held[]
  /** Sends all that is held: text first, then each photo in parts, as the outbox of the page does (V44, V69). */
  synchronise(): Promise<void>
  close(): void
}

export interface Point {
  readonly url: string
  readonly village: VillageCode
  readonly staffId: StaffId
  /** What makes a request its agent's. */
  readonly headers: Readonly<Record<string, string>>
}

/** Each so many-th request is sent twice, as when its answer was lost on the way. */
const TWICE_EACH = 3
const DAYS = 30

/** Borrows numbers while there is a network, then takes so many cases without one. */
export async function phoneWith(point: Point, cases: number, chance: Chance): Promise<VillagePhone> {
  const line = openLine(point.url, point.headers)
  const deviceId = newCommandId()
  const { leases = [] } = await say(
    line,
    bodyOf({ deviceId, leases: { requestId: newCommandId(), free: 0 } }),
  )
  const commands: VillageCommand[] = []
  const photos = new Map<string, NamedPhoto>()
  for (let place = 0; place < cases; place += 1) {
    const taken = await caseOf(chance, point.village, addDays(civilDate(nowAsInstant()), DAYS))
    for (const photo of taken.photos) photos.set(photo.sha256, photo)
    const { header, payload } = await freeze(
      { type: 'case.register', itemVersion: 1, payload: taken.payload },
      taken.photos,
      {
        ...newCommandMark(),
        authorId: point.staffId,
        caseId: newCommandId() as string as CaseId,
        pointId: point.village,
        capturedAt: nowAsInstant(),
      },
    )
    const slip = { number: leases[place] ?? null, provisional: null }
    commands.push({ header: { ...header, ...slip, seq: place + 1, after: null }, payload })
  }
  return {
    held: commands.map(({ header }) => ({ header, photos: header.files.map(({ sha256 }) => sha256) })),
    async synchronise() {
      await sendTexts(line, deviceId, commands)
      for (const photo of photos.values()) await sendPhoto(line, photo)
    },
    close: () => line.close(),
  }
}

async function sendTexts(
  line: TimedLine,
  deviceId: SyncBody['deviceId'],
  commands: readonly VillageCommand[],
): Promise<void> {
  let batch = FIRST_BATCH
  for (let sent = 0, turn = 1; sent < commands.length; turn += 1) {
    const some = fitting(commands.slice(sent, sent + batch))
    const body = bodyOf({ deviceId, commands: [...some] })
    if (turn % TWICE_EACH === 0) await say(line, body)
    const { results } = await say(line, body)
    const refused = results.find(({ status }) => !['applied', 'merged', 'duplicate'].includes(status))
    if (refused !== undefined) throw new Error(`void: a case was refused: ${JSON.stringify(refused)}`)
    sent += some.length
    batch = nextBatch(batch, true)
  }
}

async function sendPhoto(line: TimedLine, { sha256, content }: NamedPhoto): Promise<void> {
  const result = await sendFile(fileLineOn(line), sha256, content)
  if (result.outcome !== 'stored') throw new Error(`void: a photo was not taken: ${JSON.stringify(result)}`)
}

function fileLineOn(line: TimedLine): FileLine {
  const path = (sha256: string) => `/files/${sha256}`
  return {
    head: async (sha256) => partAnswerOf(await line.ask({ method: 'HEAD', path: path(sha256) })),
    async put(sha256, { offset, size, content }) {
      const headers = {
        'content-type': 'application/octet-stream',
        'x-offset': String(offset),
        'x-size': String(size),
        'x-part-sha256': await sha256Hex(content),
      }
      return partAnswerOf(await line.ask({ method: 'PUT', path: path(sha256), headers, content }))
    },
  }
}

function partAnswerOf({ status, headers }: Answered): PartAnswer {
  const offset = headers['x-offset']
  const isComplete = headers['x-complete'] === 'true'
  return { status, offset: offset === undefined ? null : Number(offset), isComplete, code: null }
}

async function say(line: TimedLine, body: SyncBody): Promise<SyncAnswer> {
  return SyncAnswer.parse((await line.post('/sync', body)).body)
}

function bodyOf(own: Pick<SyncBody, 'deviceId' | 'leases'> & Partial<Pick<SyncBody, 'commands'>>): SyncBody {
  return {
    protocol: 2,
    waiting: [],
    nonce: newCommandId(),
    deviceNow: nowAsInstant(),
    appVersion: 'bench',
    storeEpoch: null,
    outbox: { unsent: own.commands?.length ?? 0, filesUnsent: 0, attention: 0 },
    commands: [],
    ...own,
  }
}

function nowAsInstant() {
  return instantOf(Date.now())
}
