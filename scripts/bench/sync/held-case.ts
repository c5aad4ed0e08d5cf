import type { RegisterPayload } from '@counter/shared/contract/village-payloads'
import type { ItemCode, VillageCode } from '@counter/shared/vocabulary/ids'
import type { PlainDate } from '@counter/shared/vocabulary/time'
import type { NamedPhoto } from '../../../clerk-ui/src/outbox/command.ts'
import { sha256Hex } from '../../../clerk-ui/src/outbox/hash.ts'
import { newSlipSecrets } from '../../../clerk-ui/src/outbox/slip.ts'
import type { Chance } from '../../play/chance.ts'
import { handedIn, jpegOf } from '../../play/handed-in.ts'

/** With its head and its end just below 300 KB (V68). */
const CODED_BYTES = 299_900
const ITEM = 'MZ-001' as ItemCode
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
  const photos = await Promise.all(ROLES.map((role) => photoOf(chance, role)))
  const signature = photos[0]?.sha256 ?? ''
  const facts = handedIn(chance, { item: ITEM, materials: MATERIALS, village, until, signature })
  return { payload: { ...facts, secrets: newSlipSecrets() }, photos }
}

// No second one equals it, and making it costs next to nothing.
async function photoOf(chance: Chance, role: string): Promise<NamedPhoto> {
  const own = Array.from({ length: 32 }, () => Math.floor(chance.between(0, 251)))
  const coded = new Uint8Array(CODED_BYTES)
  for (let place = 0; place < CODED_BYTES; place += 1) coded[place] = (place * 7) % 251
  coded.set(own)
  const content = jpegOf(coded)
  return { role, content, size: content.length, mime: 'image/jpeg', sha256: await sha256Hex(content) }
}
