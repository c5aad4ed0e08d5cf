import { createHash } from 'node:crypto'
import type { RegisterPayload } from '@counter/shared/contract/village'
import type { ItemCode, VillageCode } from '@counter/shared/vocabulary/ids'
import type { PlainDate } from '@counter/shared/vocabulary/time'
import { type Chance, chanceOf } from '../../play/chance.ts'
import { newResident } from '../../play/residents.ts'

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
  const { name, idNo, phone } = newResident(chance)
  const photos = ['authority', ID_CARD].map((role) => photoOf(chance, role))
  return {
    photos,
    notes: Array.from({ length: notesOf(place) }, (_, turn) => `第${place}件补记${turn + 1}`),
    facts: {
      item: 'MZ-013' as ItemCode,
      applicant: { name, idNo, phone, village },
      authority: {
        relation: '本人',
        powers: ['submit', 'receive_notice', 'receive_result'],
        until,
        signedAs: 'glass',
        signature: photos[0]?.sha256 ?? '',
        allowsDeputy: false,
      },
      consent: { isGiven: true, noticeVersion: 1 },
      isRelative: false,
      materials: [{ name: ID_CARD, state: 'received' }],
    },
  }
}

/** How many notes follow the registration. */
export function notesOf(place: number): number {
  return place % 3
}

function photoOf(chance: Chance, role: string): Photo {
  const { least, most } = chance.happens(LARGE_SHARE) ? LARGE : SMALL
  const content = pictureOf(chance, Math.round(chance.between(least, most)))
  return { role, content, sha256: createHash('sha256').update(content).digest('hex') }
}

// A whole JPEG without a byte that a redrawn photo would not have: start, frame, one scan, end.
function pictureOf(chance: Chance, coded: number): Uint8Array<ArrayBuffer> {
  const frame = [0xff, 0xc0, 0, 11, 8, 0, 20, 0, 30, 1, 1, 0x11, 0]
  const scan = [0xff, 0xda, 0, 8, 1, 1, 0, 0, 63, 0]
  const head = [0xff, 0xd8, ...frame, ...scan]
  const content = new Uint8Array(head.length + coded + 2)
  content.set(head)
  for (let place = 0; place < coded; place += 1)
    content[head.length + place] = Math.floor(chance.between(0, 251))
  content.set([0xff, 0xd9], content.length - 2)
  return content
}
