import type { StaffId } from '@counter/shared/vocabulary/ids'
import { expect, test } from 'vitest'
import {
  findExportKey,
  findPhoneKey,
  forgetPhoneKey,
  keepPhoneKey,
} from '../../../clerk-ui/src/outbox/phone-key.ts'
import { villageBook } from '../../../clerk-ui/src/outbox/village-db.ts'
import { type Hall, startHall } from '../../../counter-server/test/app.ts'
import { brought, exported, keyOf, statusesOf } from './exported.fixture.ts'
import { aPhone } from './model-phone.ts'

/** A desk of the hall, and a phone of its own without a network, on which two cases and a note were captured. */
async function twoCases() {
  const phones = new Map<string, string>()
  const hall = await startHall({ phones })
  const phone = await hall.phone('05')
  phones.set('05', phone.door.cookie)
  await villageBook.erase().catch(() => undefined)
  const model = await aPhone(hall, 'v05')
  await model.settle()
  model.line.way = 'lost'
  const first = await model.register(1)
  const second = await model.register(2)
  const note = await model.note(first.caseId, '家里没有人，下午再去')
  const clerk = await hall.clerkAt(1)
  const statesOf = () => model.tabs[0]?.getState().outbox.map(({ state }) => state)
  return { hall, phone, model, clerk, first, second, note, statesOf }
}

const WHOLE = [
  'about',
  'command new',
  'command new',
  'command new',
  'photo new',
  'photo new',
  'photo new',
  'photo new',
]

test('[V79, V93] a file made without a network brings all that waits, by the way of a sync, and the phone hears that it is done', async () => {
  const { hall, phone, model, clerk, first, second, note, statesOf } = await twoCases()
  const file = await exported(hall, phone, model)
  expect(statesOf()).not.toContain('done')

  const seen = await brought(clerk, file, 'look')
  expect(statusesOf(seen)).toEqual([...WHOLE, 'end'])
  expect((await clerk.get(`/api/cases/${first.caseId}`)).status).toBe(404)

  const taken = await brought(clerk, file, 'take')
  expect(statusesOf(taken)).toEqual(
    [...WHOLE, 'end'].map((line) =>
      line.replace('command new', 'command applied').replace('photo new', 'photo stored'),
    ),
  )
  expect(taken[1]).toMatchObject({
    id: first.id,
    type: 'case.register',
    author: '石桥村代办员',
    number: first.number,
  })
  const kept = (await clerk.get(`/api/cases/${second.caseId}`)).body
  expect(kept.row.number).toBe(second.number)
  expect(kept.row.flags).not.toContain('awaiting_files')

  const again = await brought(clerk, file, 'take')
  expect(statusesOf(again)).toEqual(
    [...WHOLE, 'end'].map((line) =>
      line.replace('command new', 'command duplicate').replace('photo new', 'photo known'),
    ),
  )
  await model.settle()
  expect(statesOf()).toEqual(['done', 'done', 'done'])
  const events = hall.server.counter.deps.store.read(({ sql }) =>
    sql.prepare("SELECT actor, data FROM journal WHERE type = 'village.export_imported'").all(),
  ) as { actor: string; data: string }[]
  expect(events.map(({ actor }) => actor)).toEqual(events.map(() => actorOf(hall, 'clerk1')))
  expect(
    events.flatMap(({ data }) => JSON.parse(data).commands.map((each: { id: string }) => each.id)),
  ).toEqual([first.id, second.id, note.id, first.id, second.id, note.id])
})

function actorOf(hall: Hall, name: string): string {
  return `staff:${idOf(hall, name)}`
}

function idOf(hall: Hall, name: string): StaffId {
  const { store } = hall.server.counter.deps
  return store.read(({ sql }) =>
    sql.prepare('SELECT id FROM staff WHERE sign_in_name = ?').pluck().get(name),
  ) as StaffId
}

test('[V79] of a file that was cut the whole lines go in; a changed, moved or foreign line is refused, and the others go in', async () => {
  const { hall, phone, model, clerk, first, second, statesOf } = await twoCases()
  const text = (await exported(hall, phone, model)).join('\n')
  const lines = text.split('\n')
  const cut = text.slice(0, lines.slice(0, 3).join('\n').length + 40).split('\n')
  expect(statusesOf(await brought(clerk, cut, 'take'))).toEqual([
    'about',
    'command applied',
    'bad command.bad_signature',
  ])
  expect((await clerk.get(`/api/cases/${first.caseId}`)).status).toBe(200)

  const other = await exported(hall, phone, model)
  const changed = [...lines]
  const line = JSON.parse(lines[2] ?? '')
  changed[2] = JSON.stringify({ ...line, box: `${line.box.slice(0, 200)}A${line.box.slice(201)}` })
  changed[3] = JSON.stringify({ ...JSON.parse(lines[3] ?? ''), n: 2 })
  changed[5] = other[5] ?? ''
  expect(statusesOf(await brought(clerk, changed, 'take'))).toEqual([
    'about',
    'bad command.bad_signature',
    'bad command.bad_signature',
    'command applied',
    'bad command.bad_signature',
    'photo stored',
    // Its case has not come, so nobody names it (V72).
    'photo refused',
    'photo refused',
    'end',
  ])
  expect((await clerk.get(`/api/cases/${second.caseId}`)).status).toBe(404)
  await model.settle()
  expect(statesOf()).toEqual(['done', 'done', 'done'])
})

test('[V31, V79, V95] nobody makes a file but the phone itself, it shows nothing, and what is no file of ours changes nothing', async () => {
  const { hall, phone, model, clerk } = await twoCases()
  const stranger = await hall.phone('05')
  const forged = await exported(hall, phone, model, {
    phone: { deviceId: phone.deviceId, privateKey: await keyOf(stranger) },
  })
  expect(new Set(statusesOf(await brought(clerk, forged, 'take')))).toEqual(
    new Set(['bad command.bad_signature']),
  )
  const file = await exported(hall, phone, model)
  const [whose = '', ...lines] = file
  const heads = [
    '',
    '{}',
    'PK\u0003\u0004',
    lines[0] ?? '',
    JSON.stringify({ ...JSON.parse(whose), format: 9 }),
    JSON.stringify({ ...JSON.parse(whose), deviceId: '019eb2a0-0000-7000-8000-00000000dead' }),
  ]
  for (const head of heads) {
    const answer = await clerk.command('/api/village-exports', { head, lines: lines.slice(0, 3) })
    expect([answer.status, answer.body.code], head.slice(0, 60)).toEqual([409, 'export.not_readable'])
  }
  const cases = hall.server.counter.deps.store.read(({ sql }) =>
    sql.prepare('SELECT count(*) FROM "case"').pluck().get(),
  )
  expect(cases).toBe(0)

  const boxes = lines.map((line) =>
    Buffer.from(JSON.parse(line).box as string, 'base64url').toString('latin1'),
  )
  for (const canary of ['case.register', 'applicant', 'idNo', 'note.add']) {
    expect(boxes.join('').includes(canary)).toBe(false)
    expect(file.join('').includes(canary)).toBe(false)
  }
  const agent = await hall.signIn('v05')
  const answer = await agent.command('/api/village-exports', { head: whose, lines: lines.slice(0, 2) })
  expect(answer.status).toBe(403)
})

test('[V54, V80, V95] what comes of a phone that is out of use, or of an author who may not, waits for a person', async () => {
  const { hall, phone, model, clerk, first } = await twoCases()
  const items = model.tabs[0]?.getState().outbox ?? []
  const others = items.map((item) => ({ ...item, author: idOf(hall, 'v06') }))
  const file = await exported(hall, phone, model, {}, others)
  expect((await brought(clerk, file, 'take'))[1]).toMatchObject({
    status: 'attention',
    code: 'author.not_here',
  })

  const own = await exported(hall, phone, model)
  const supervisor = await hall.roleCaller('supervisor')
  await supervisor.command(`/api/devices/${phone.deviceId}/lost`, { reason: '集市上丢了' })
  const lost = await brought(clerk, own, 'take')
  expect(lost[1]).toMatchObject({ status: 'attention', code: 'device.lost' })
  expect((await clerk.get(`/api/cases/${first.caseId}`)).status).toBe(404)
  const waiting = await supervisor.get('/api/village-attention')
  expect(waiting.body.items.map(({ code }: { code: string }) => code)).toEqual(Array(3).fill('device.lost'))

  await supervisor.command(`/api/devices/${phone.deviceId}/found`, { reason: '找到了' })
  await supervisor.command(`/api/devices/${phone.deviceId}/revoke`)
  expect((await brought(clerk, own, 'take'))[2]).toMatchObject({
    status: 'attention',
    code: 'device.revoked',
  })
  await keepPhoneKey({ deviceId: phone.deviceId, privateKey: await keyOf(phone) })
  await forgetPhoneKey()
  expect(await findPhoneKey()).toBe(null)
  expect((await findExportKey())?.deviceId).toBe(phone.deviceId)
})

test('[V54] what an agent captured goes in after the account was closed, and what was captured later waits for a person', async () => {
  const { hall, phone, model, clerk, first } = await twoCases()
  const admin = await hall.roleCaller('admin')
  hall.clock.forward(60_000)
  const stopped = await admin.command(`/api/staff/${idOf(hall, 'v05')}/stop`, { reason: '离任' })
  expect(stopped.status, JSON.stringify(stopped.body)).toBe(200)
  model.wait(120_000)
  hall.clock.forward(60_000)
  await model.note(first.caseId, '离任以后又写的')
  const file = await exported(hall, phone, model)
  expect((await brought(clerk, file, 'take')).slice(1, 5)).toMatchObject([
    { status: 'applied' },
    { status: 'applied' },
    { status: 'applied' },
    { status: 'attention', code: 'author.disabled' },
  ])
})
