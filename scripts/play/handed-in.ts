import type { RegisterPayload } from '@counter/shared/contract/village-payloads'
import type { ItemCode, VillageCode } from '@counter/shared/vocabulary/ids'
import type { PlainDate } from '@counter/shared/vocabulary/time'
import type { Chance } from './chance.ts'
import { newResident } from './residents.ts'

/** The matter that somebody brings to a point, with all its materials. */
export interface Matter {
  readonly item: ItemCode
  readonly materials: readonly string[]
  readonly village: VillageCode
  readonly until: PlainDate
  /** The address of the picture of the signed authority. */
  readonly signature: string
}

/** What a resident leaves with the agent of a point, everything in order; the slip's secrets are the device's own. */
export function handedIn(
  chance: Chance,
  { item, materials, village, until, signature }: Matter,
): Omit<RegisterPayload, 'secrets'> {
  const { name, idNo, phone } = newResident(chance)
  return {
    item,
    applicant: { name, idNo, phone, village },
    authority: {
      relation: '本人',
      powers: ['submit', 'receive_notice', 'receive_result'],
      until,
      signedAs: 'glass',
      signature,
      allowsDeputy: false,
    },
    consent: { isGiven: true, noticeVersion: 1 },
    isRelative: false,
    materials: materials.map((material) => ({ name: material, state: 'received' })),
  }
}

/** A whole JPEG around these bytes, without anything that a redrawn photo would not have: start, frame, one scan, end. None of them may be 255. */
export function jpegOf(coded: Uint8Array): Uint8Array<ArrayBuffer> {
  const frame = [0xff, 0xc0, 0, 11, 8, 0, 20, 0, 30, 1, 1, 0x11, 0]
  const scan = [0xff, 0xda, 0, 8, 1, 1, 0, 0, 63, 0]
  const head = [0xff, 0xd8, ...frame, ...scan]
  const content = new Uint8Array(head.length + coded.length + 2)
  content.set(head)
  content.set(coded, head.length)
  content.set([0xff, 0xd9], content.length - 2)
  return content
}
