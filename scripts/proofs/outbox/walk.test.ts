import type { StaffId } from '@counter/shared/vocabulary/ids'
import { beforeEach, expect, test, vi } from 'vitest'
import { readVault, setPin } from '../../../clerk-ui/src/outbox/vault.ts'
import { villageBook } from '../../../clerk-ui/src/outbox/village-db.ts'
import { readWalk, takeWalk } from '../../../clerk-ui/src/screens/village/walk.ts'
import { givePhoneDisk } from '../badlink/phone-disk.ts'

const AGENT = '0190aaaa-0000-7000-8000-00000000000d' as StaffId
const AT = '2026-06-12T01:40:00.000Z'

beforeEach(async () => {
  givePhoneDisk()
  await villageBook.erase()
  await readVault(AGENT)
  await setPin(AGENT, '135790')
  vi.stubGlobal('fetch', async () => Response.json({ at: AT, items: [] }))
})

test('[V40, V42] a walk that a full disk did not take says so, and is not taken', async () => {
  const put = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
    throw new DOMException('full', 'QuotaExceededError')
  })
  expect(await takeWalk(['a'])).toEqual({ code: 'storage.full', params: {} })
  put.mockRestore()
  expect(await readWalk(Date.now())).toBeNull()
  expect(await takeWalk(['a'])).toBeNull()
  expect((await readWalk(Date.now()))?.walk.at).toBe(AT)
})
