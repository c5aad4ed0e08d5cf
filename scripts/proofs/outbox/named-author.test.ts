import { newCommandId } from '@counter/shared/client/commands'
import type { StaffId } from '@counter/shared/vocabulary/ids'
import { expect, test } from 'vitest'
import { startHall } from '../../../counter-server/test/app.ts'
import { brought, exported } from './exported.fixture.ts'
import { aPhone } from './model-phone.ts'

test('[V29, V79] a file whose line names another author than the header in it is refused line by line', async () => {
  const phones = new Map<string, string>()
  const hall = await startHall({ phones })
  const device = await hall.phone('05')
  phones.set('05', device.door.cookie)
  const phone = await aPhone(hall, 'v05')
  await phone.settle()
  phone.line.way = 'lost'
  const { caseId, authorId } = await phone.register(1)
  await phone.note(caseId, '还在路上')
  await phone.note(caseId, '到了')
  const [first, second, ...others] = phone.tabs[0]?.getState().outbox ?? []
  if (first === undefined || second === undefined) throw new Error('the phone kept nothing')
  expect(authorId).toBe(first.author)
  const foreign = { ...second, header: { ...second.header, authorId: newCommandId() as string as StaffId } }
  const file = await exported(hall, device, phone, {}, [first, foreign, ...others])
  const outcomes = await brought(await hall.clerkAt(1), file, 'take')
  const told = outcomes.flatMap((each) => (each.kind === 'command' ? [[each.status, each.code]] : []))
  expect(told.slice(0, 2)).toEqual([
    ['applied', null],
    ['attention', 'author.differs'],
  ])
})
