import type { StaffId, VillageCode } from '@counter/shared/vocabulary/ids'
import { beforeAll, expect, test, vi } from 'vitest'
import { readCopy } from '../../../clerk-ui/src/outbox/case-copies.ts'
import { readVault, setPin } from '../../../clerk-ui/src/outbox/vault.ts'
import { villageBook } from '../../../clerk-ui/src/outbox/village-db.ts'
import { copyCases } from '../../../clerk-ui/src/screens/village/copy-cases.ts'
import { useSession } from '../../../clerk-ui/src/state/session.ts'
import { atPoint } from '../../../counter-server/test/village-point.ts'
import { givePhoneDisk } from '../badlink/phone-disk.ts'

const AGENT = '0190aaaa-0000-7000-8000-00000000000c' as StaffId
const always = () => true

beforeAll(async () => {
  givePhoneDisk()
  await villageBook.erase()
  await readVault(AGENT)
  await setPin(AGENT, '135790')
  useSession.setState({ phase: 'in', session: { staffId: AGENT, village: '05' as VillageCode } as never })
})

test('[V27] a delivered case stays on the phone until its follow-up is done, so that it can be asked about without a network', async () => {
  const { agent, decided, send } = await atPoint()
  let isCut = false
  vi.stubGlobal('fetch', async (path: string) => {
    if (isCut) throw new TypeError('no line')
    const { status, body } = await agent().get(path)
    return Response.json(body, { status })
  })
  const statusOf = async (id: string) =>
    ((await readCopy(`case:${id}`))?.state as { row: { status: string } } | undefined)?.row.status ?? null
  const caseId = await decided()
  const { version } = (await agent().get(`/api/cases/${caseId}`)).body.row
  await copyCases('village:05', [{ id: caseId as never, version }], always)
  expect(await statusOf(caseId)).toBe('decided')

  await send('result.deliver', { receiver: '示例甲' }, { caseId })
  // It has left the list of open cases.
  await copyCases('village:05', [], always)
  expect(await statusOf(caseId)).toBe('closed')
  isCut = true
  await copyCases('village:05', [], always)
  expect(await statusOf(caseId)).toBe('closed')

  isCut = false
  await send('followup.record', { way: 'phone', satisfaction: 'satisfied' }, { caseId })
  await copyCases('village:05', [], always)
  expect(await statusOf(caseId)).toBeNull()
})
