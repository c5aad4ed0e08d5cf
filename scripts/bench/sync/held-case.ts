import type { RegisterPayload } from '@counter/shared/contract/village'
import type { ItemCode, VillageCode } from '@counter/shared/vocabulary/ids'
import type { PlainDate } from '@counter/shared/vocabulary/time'
import type { NamedPhoto } from '../../../clerk-ui/src/outbox/command.ts'
import { sha256Hex } from '../../../clerk-ui/src/outbox/hash.ts'
import { newSlipSecrets } from '../../../clerk-ui/src/outbox/slip.ts'
import type { Chance } from '../../play/chance.ts'
import { newResident } from '../../play/residents.ts'

const PHOTO_BYTES = 300_000
const MATERIALS = [
  '最低生活保障申请书',
  '居民身份证',
  '居民户口簿',
  '家庭经济状况核对授权书（共同生活成员签字）',
  '家庭收入、财产和支出证明材料',
]
/** What the two photos show: the signed authority and a paper. */
const ROLES = ['authority', '居民身份证']

/** What a resident left with the point: a deadline case with everything in, and two photos. */
export async function caseOf(
  chance: Chance,
  village: VillageCode,
  until: PlainDate,
): Promise<{ readonly payload: RegisterPayload; readonly photos: readonly NamedPhoto[] }> {
  const { name, idNo, phone } = newResident(chance)
  const photos = await Promise.all(ROLES.map((role) => photoOf(chance, role)))
  const payload: RegisterPayload = {
    item: 'MZ-001' as ItemCode,
    applicant: { name, idNo, phone, village },
    authority: {
      relation: '本人',
      powers: ['submit', 'receive_notice', 'receive_result'],
      until,
      signedAs: 'paper',
      signature: photos[0]?.sha256 ?? '',
      allowsDeputy: false,
    },
    consent: { isGiven: true, noticeVersion: 1 },
    isRelative: false,
    materials: MATERIALS.map((name) => ({ name, state: 'received' })),
    secrets: newSlipSecrets(),
  }
  return { payload, photos }
}

// A whole JPEG that no second one equals: start, frame, one scan without a marker in it, end.
async function photoOf(chance: Chance, role: string): Promise<NamedPhoto> {
  const frame = [0xff, 0xc0, 0, 11, 8, 6, 0, 8, 0, 1, 1, 0x11, 0]
  const scan = [0xff, 0xda, 0, 8, 1, 1, 0, 0, 63, 0]
  const own = Array.from({ length: 32 }, () => Math.floor(chance.between(0, 251)))
  const head = [0xff, 0xd8, ...frame, ...scan, ...own]
  const content = new Uint8Array(PHOTO_BYTES)
  for (let place = 0; place < PHOTO_BYTES; place += 1) content[place] = (place * 7) % 251
  content.set(head)
  content.set([0xff, 0xd9], PHOTO_BYTES - 2)
  return { role, content, size: PHOTO_BYTES, mime: 'image/jpeg', sha256: await sha256Hex(content) }
}
