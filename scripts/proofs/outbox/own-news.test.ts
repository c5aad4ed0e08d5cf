import type { CaseListState } from '@counter/shared/contract/case-lists'
import type { ErrandList } from '@counter/shared/contract/errands'
import { SyncAnswer } from '@counter/shared/contract/village'
import type { StaffId, VillageCode } from '@counter/shared/vocabulary/ids'
import { beforeAll, expect, test } from 'vitest'
import { readCopy } from '../../../clerk-ui/src/outbox/case-copies.ts'
import { lock, readVault, setPin, unlock } from '../../../clerk-ui/src/outbox/vault.ts'
import { villageBook } from '../../../clerk-ui/src/outbox/village-db.ts'
import { keepOwnNews, ownCursor } from '../../../clerk-ui/src/screens/village/own-news.ts'
import { useSession } from '../../../clerk-ui/src/state/session.ts'
import { caseOfFiveDays, sync } from '../../../counter-server/test/village-fixture.ts'
import { atPoint } from '../../../counter-server/test/village-point.ts'
import { givePhoneDisk } from '../badlink/phone-disk.ts'

const AGENT = '0190aaaa-0000-7000-8000-00000000000c' as StaffId
const PIN = '135790'

beforeAll(async () => {
  givePhoneDisk()
  await villageBook.erase()
  await readVault(AGENT)
  await setPin(AGENT, PIN)
  useSession.setState({ phase: 'in', session: { staffId: AGENT, village: '05' as VillageCode } as never })
})

const casesKept = async () =>
  ((await readCopy('village:05'))?.state as CaseListState | undefined)?.cases ?? []
const errandsKept = async () => ((await readCopy('errands'))?.state as ErrandList | undefined)?.items ?? []

test('[V55, V27] after a short contact the sealed copy of cases and errands is what the centre has, also for a page that begins anew', async () => {
  const { agent, clerk, registered, act } = await atPoint()
  const contact = async () => SyncAnswer.parse(await sync(agent(), [], { cursor: await ownCursor() }))
  const [first, second] = [await registered(caseOfFiveDays()), await registered(caseOfFiveDays())]
  expect(await keepOwnNews(await contact())).toBe(true)
  expect((await casesKept()).map(({ id }) => id).toSorted()).toEqual([first, second].toSorted())
  expect(await errandsKept()).toEqual([])

  const name = (await clerk.get(`/api/cases/${first}`)).body.materials[0].name as string
  await act(first, 'request-supplement', { materials: [{ name, how: '缺签字' }] })
  const told = await contact()
  expect(told.state).toBeUndefined()
  await keepOwnNews(told)
  expect((await casesKept()).find(({ id }) => id === first)?.status).toBe('supplement')
  expect(await errandsKept()).toMatchObject([{ caseId: first, kind: 'relay' }])
  // What was told once is not told again.
  expect((await contact()).changes).toEqual([])

  lock()
  expect(await ownCursor()).toBeNull()
  await unlock(AGENT, PIN, Date.now())
  expect(await ownCursor()).toEqual(told.cursor)
})

test('[V55, V47] a list of another form keeps nothing from being acknowledged, and the next contact tells the whole', async () => {
  const before = await casesKept()
  const answer = { cursor: { epoch: 'e1', seq: 9 }, changes: [{ kind: 'wish' }], more: false } as never
  expect(await keepOwnNews(answer)).toBe(true)
  expect(await ownCursor()).toEqual({ epoch: '', seq: 0 })
  expect(await casesKept()).toEqual(before)
})
