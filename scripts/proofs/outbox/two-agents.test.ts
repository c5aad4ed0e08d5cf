import { expect, test } from 'vitest'
import { type Caller, type Hall, startHall } from '../../../counter-server/test/app.ts'
import { aPhone, type ModelPhone } from './model-phone.ts'

/** A phone of point 05 on which two agents have signed in: the one of 06 was moved there. */
async function aSharedPhone() {
  const phones = new Map<string, string>()
  const hall = await startHall({ phones })
  await moveToPoint(await hall.roleCaller('admin'), 'v06')
  const { door } = await hall.phone('05')
  for (const village of ['05', '06']) phones.set(village, door.cookie)
  const supervisor = await hall.roleCaller('supervisor')
  const shown = async () => {
    const { points } = (await supervisor.get('/api/points')).body
    const { devices } = points.find(({ village }: { village: string }) => village === '05')
    return { unsent: devices[0].unsent, missing: devices[0].missing, of: devices.length }
  }
  return { hall, shown, phone: await aPhone(hall, 'v05') }
}

async function moveToPoint(admin: Caller, name: string): Promise<void> {
  const { items } = (await admin.get('/api/staff')).body
  const account = items.find(({ signInName }: { signInName: string }) => signInName === name)
  const { displayName, role, unit, posts, windows, version } = account
  const post = { displayName, role, unit, posts, windows, village: '05' }
  const moved = await admin.command(`/api/staff/${account.staffId}/change`, {
    ...post,
    expectedVersion: version,
    reason: '调到石桥村',
  })
  expect(moved.status, JSON.stringify(moved.body)).toBe(200)
}

/** Where the phone has counted what the centre took, in the order of the record. */
function takenOrder(hall: Hall, seqOf: ReadonlyMap<string, number>): readonly number[] {
  const ids = hall.server.counter.deps.store.read(({ sql }) =>
    sql.prepare("SELECT command_id FROM audit WHERE action LIKE 'village.%' ORDER BY seq").pluck().all(),
  ) as string[]
  return ids.flatMap((id) => seqOf.get(id) ?? [])
}

/** What the page says of itself again and again, also when nothing is left to send. */
const sayHello = (phone: ModelPhone) => phone.tabs[0]?.getState().hello()

test('[V53, V35, V88] what one agent of a phone has not sent is told as not arrived while the other goes on, and then as arrived', async () => {
  const { hall, shown, phone } = await aSharedPhone()
  await phone.settle()
  phone.line.way = 'lost'
  const first = await phone.register(1)
  const note = await phone.note(first.caseId, '甲写的')
  await phone.signIn(hall, 'v06')
  phone.line.way = 'whole'
  const second = await phone.register(2)
  await phone.tabs[0]?.getState().sendNow()
  await sayHello(phone)
  expect(await shown()).toEqual({ unsent: 2, missing: 2, of: 1 })
  await phone.signIn(hall, 'v05')
  await phone.settle()
  await sayHello(phone)
  expect(await shown()).toEqual({ unsent: 0, missing: 0, of: 1 })
  const seqOf = new Map([first, note, second].map(({ id, seq }) => [id as string, seq]))
  // The order of each agent holds, that of the two beside each other does not.
  expect(takenOrder(hall, seqOf)).toEqual([second.seq, first.seq, note.seq])
  expect([first.seq, note.seq, second.seq]).toEqual([1, 2, 3])
})
