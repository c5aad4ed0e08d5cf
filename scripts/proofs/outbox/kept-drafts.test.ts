// @vitest-environment happy-dom
import type { SyncBody } from '@counter/shared/contract/village'
import type { StaffId } from '@counter/shared/vocabulary/ids'
import { instantOf } from '@counter/shared/vocabulary/plain-date'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { deviceDisk } from '../../../clerk-ui/src/outbox/device-disk.ts'
import { daysLeft } from '../../../clerk-ui/src/outbox/draft-days.ts'
import { outboxDisk } from '../../../clerk-ui/src/outbox/outbox-disk.ts'
import { readVault, setPin } from '../../../clerk-ui/src/outbox/vault.ts'
import { villageBook } from '../../../clerk-ui/src/outbox/village-db.ts'
import { newDraft } from '../../../clerk-ui/src/screens/village/draft.ts'
import {
  forgetDrafts,
  keepDrafts,
  putDraftsAway,
  savedDrafts,
  today,
  useDrafts,
} from '../../../clerk-ui/src/screens/village/draft-store.ts'
import { findDrafts } from '../../../clerk-ui/src/screens/village/find-drafts.ts'
import { newCasesOf } from '../../../clerk-ui/src/screens/village/new-cases.ts'
import { reloadOutbox, sendFrom, sendNow } from '../../../clerk-ui/src/screens/village/village-outbox.ts'
import { useSession } from '../../../clerk-ui/src/state/session.ts'
import { sessionOf } from '../../../clerk-ui/src/test/village-fixture.tsx'
import { givePhoneDisk } from '../badlink/phone-disk.ts'

const DAY = 86_400_000
const HOUR = 3_600_000
const NOW = Date.parse('2026-06-12T01:40:00.000Z')
const AGENT = '0190aaaa-0000-7000-8000-00000000000a' as StaffId

/** The centre's clock in ms; null is a hole in the line. */
let centre: number | null = null

beforeEach(async () => {
  givePhoneDisk()
  await villageBook.erase()
  vi.useFakeTimers({ toFake: ['Date'] })
  vi.stubGlobal('fetch', async (_path: string, { body }: RequestInit) => {
    if (centre === null) throw new TypeError('no line')
    const { nonce } = JSON.parse(String(body)) as SyncBody
    const told = { serverNow: instantOf(centre), storeEpoch: 'e', results: [], leases: [] }
    return Response.json({ product: 'village-counter', protocol: 1, nonce, ...told })
  })
  useSession.setState({ phase: 'in', session: { ...sessionOf('agent'), staffId: AGENT } })
  vi.setSystemTime(NOW)
  await readVault(AGENT)
  await setPin(AGENT, '135790')
  keepDrafts()
})

// What was found is written once more; the next test has another key.
afterEach(savedDrafts)

/** A new page, at which the phone's clock and the centre's stand as they do; null: the centre is not heard. */
async function newPage(phone: number, heard: number | null): Promise<void> {
  vi.setSystemTime(phone)
  centre = heard
  forgetDrafts()
  sendFrom(outboxDisk, deviceDisk)
  if (heard !== null) await hello()
}

async function hello(): Promise<void> {
  // A phone without numbers asks for them.
  await reloadOutbox()
  sendNow()
  await vi.waitFor(async () =>
    expect(await deviceDisk.lastServer()).toMatchObject({ at: instantOf(centre ?? 0) }),
  )
}

async function typeName(): Promise<void> {
  useDrafts.setState({ isRead: true })
  useDrafts.getState().put({ ...newDraft(today()), name: '示例甲' })
  await putDraftsAway()
}

async function found(): Promise<string | undefined> {
  await findDrafts(AGENT)
  return newCasesOf(useDrafts.getState())[0]?.name
}

test.each([
  ['two days fast', 2 * DAY],
  ['three years slow', -3 * 365 * DAY],
])(
  '[V9, V76, V78] a page begun without a network on a phone %s goes by the centre’s day as last heard',
  async (_how, off) => {
    // A page of before heard the centre an hour ago, by a clock that is as wrong now as it was then.
    await deviceDisk.keepServer({
      at: instantOf(NOW - HOUR),
      wall: instantOf(NOW - HOUR + off),
      mono: 5,
      pageId: 'before',
    })
    vi.setSystemTime(NOW + off)
    await reloadOutbox()
    expect(today()).toBe('2026-06-12')
    expect(newDraft(today()).until).toBe('2026-12-12')
  },
)

test('[V36, V78] what was typed while the phone was months behind is not let go when its clock is put right', async () => {
  await newPage(NOW - 60 * DAY, null)
  await typeName()
  await newPage(NOW, NOW)
  expect(await found()).toBe('示例甲')
})

test('[V36, V78] a phone whose clock has run months ahead lets nothing go by it', async () => {
  await newPage(NOW, NOW)
  await typeName()
  await newPage(NOW + 60 * DAY, null)
  expect(await found()).toBe('示例甲')
  await newPage(NOW + 60 * DAY, NOW + DAY)
  expect(await found()).toBe('示例甲')
})

test('[V36] by the centre’s clock at both ends a draft is let go after 30 days', async () => {
  await newPage(NOW, NOW)
  await typeName()
  // The page's steady clock goes on while the test runs, so the last moment itself is not asked for.
  await newPage(NOW + 27 * DAY + HOUR / 2, NOW + 27 * DAY + HOUR / 2)
  expect(await found()).toBe('示例甲')
  await savedDrafts()
  await newPage(NOW + 30 * DAY - HOUR, NOW + 30 * DAY - HOUR)
  expect(await found()).toBe('示例甲')
  await newPage(NOW + 30 * DAY + HOUR, NOW + 30 * DAY + HOUR)
  expect(await found()).toBeUndefined()
  expect(await villageBook.all('drafts')).toEqual([])
})

test('[V36] a form goes three days after its first warning at the soonest, also when the centre lowers the days', async () => {
  const keptFor = (draftDays: number) => {
    const phone = { idleMinutes: 10, pinDigits: 6, draftDays }
    useSession.setState({ session: { ...sessionOf('agent'), staffId: AGENT, phone } })
  }
  await newPage(NOW, NOW)
  await typeName()
  keptFor(14)
  await newPage(NOW + 20 * DAY, NOW + 20 * DAY)
  expect(await found()).toBe('示例甲')
  const [form] = Object.values(useDrafts.getState().forms)
  expect(form && daysLeft(form, NOW + 20 * DAY, 14)).toBe(3)
  await savedDrafts()
  await newPage(NOW + 23 * DAY - HOUR, NOW + 23 * DAY - HOUR)
  expect(await found()).toBe('示例甲')
  await savedDrafts()
  // More days take the warning back; the next one is a first one again.
  keptFor(60)
  await newPage(NOW + 24 * DAY, NOW + 24 * DAY)
  expect(await found()).toBe('示例甲')
  await savedDrafts()
  keptFor(14)
  await newPage(NOW + 28 * DAY, NOW + 28 * DAY)
  expect(await found()).toBe('示例甲')
  await savedDrafts()
  await newPage(NOW + 31 * DAY + HOUR, NOW + 31 * DAY + HOUR)
  expect(await found()).toBeUndefined()
})

test('[V40] what a full disk did not take is written as soon as it is asked for again', async () => {
  await newPage(NOW, null)
  useDrafts.setState({ isRead: true })
  const put = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
    throw new DOMException('full', 'QuotaExceededError')
  })
  useDrafts.getState().put({ ...newDraft(today()), name: '示例甲' })
  await expect(savedDrafts()).rejects.toThrow('full')
  put.mockRestore()
  await savedDrafts()
  expect(await villageBook.all('drafts')).toHaveLength(1)
})

test('[V27, V40] a form that does not fit keeps no other from the disk', async () => {
  await newPage(NOW, null)
  useDrafts.setState({ isRead: true })
  const { put: write } = IDBObjectStore.prototype
  let times = 0
  const put = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (
    this: IDBObjectStore,
    ...given
  ) {
    times += 1
    if (times === 1) throw new DOMException('full', 'QuotaExceededError')
    return write.apply(this, given)
  })
  useDrafts.getState().put({ ...newDraft(today()), name: '示例甲' })
  useDrafts.getState().put({ ...newDraft(today()), name: '示例乙' })
  await expect(savedDrafts()).rejects.toThrow('full')
  expect(await villageBook.all('drafts')).toHaveLength(1)
  put.mockRestore()
  await savedDrafts()
  expect(await villageBook.all('drafts')).toHaveLength(2)
})

test('[U35, V27] what is typed while the form is being written is on the disk before the camera opens', async () => {
  await newPage(NOW, null)
  useDrafts.setState({ isRead: true })
  const form = newDraft(today())
  useDrafts.getState().put({ ...form, name: '示例甲' })
  const writing = savedDrafts()
  await Promise.resolve()
  useDrafts.getState().put({ ...form, name: '示例甲', group: '东山组' })
  await writing
  await savedDrafts()
  forgetDrafts()
  await findDrafts(AGENT)
  expect(newCasesOf(useDrafts.getState())[0]).toMatchObject({ name: '示例甲', group: '东山组' })
})
