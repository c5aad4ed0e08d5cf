import { createHash } from 'node:crypto'
import type { RegisterPayload } from '@counter/shared/contract/village-payloads'
import type { ItemCode, VillageCode } from '@counter/shared/vocabulary/ids'
import type { PlainDate } from '@counter/shared/vocabulary/time'
import { type Chance, chanceOf } from '../../play/chance.ts'
import { handedIn, jpegOf } from '../../play/handed-in.ts'

/** What one resident brings to a point: facts, two photos, and what is noted of them afterwards. */
export interface Submission {
  readonly facts: Omit<RegisterPayload, 'secrets'>
  readonly photos: readonly Photo[]
  readonly notes: readonly string[]
}

export interface Photo {
  readonly sha256: string
  readonly role: string
  readonly content: Uint8Array<ArrayBuffer>
}

const ITEM = 'MZ-013' as ItemCode
const ID_CARD = '居民身份证'
const SMALL = { least: 12_000, most: 60_000 }
/** More than one part of 256 KiB (V69). */
const LARGE = { least: 270_000, most: 300_000 }
const LARGE_SHARE = 0.15

/** Submission `place` of a run; the same seed makes the same one, so that nobody has to hand its photos over. */
export function submissionOf(
  seed: number,
  place: number,
  village: VillageCode,
  until: PlainDate,
): Submission {
  const chance = chanceOf(seed, `submission ${place}`)
  const photos = ['authority', ID_CARD].map((role) => photoOf(chance, role))
  const signature = photos[0]?.sha256 ?? ''
  return {
    photos,
    notes: Array.from({ length: notesOf(place) }, (_, turn) => `第${place}件补记${turn + 1}`),
    facts: handedIn(chance, { item: ITEM, materials: [ID_CARD], village, until, signature }),
  }
}

/** How many notes follow the registration. */
export function notesOf(place: number): number {
  return place % 3
}

function photoOf(chance: Chance, role: string): Photo {
  const { least, most } = chance.happens(LARGE_SHARE) ? LARGE : SMALL
  const coded = new Uint8Array(Math.round(chance.between(least, most)))
  for (let byte = 0; byte < coded.length; byte += 1) coded[byte] = Math.floor(chance.between(0, 251))
  const content = jpegOf(coded)
  return { role, content, sha256: createHash('sha256').update(content).digest('hex') }
}
