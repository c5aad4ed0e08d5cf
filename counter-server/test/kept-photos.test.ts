import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { FRIDAY, type Hall, startHall } from './app.ts'
import { aPicture, aRegistration, named, putFile, SIGNATURE } from './village-fixture.ts'

const PHOTO = aPicture(300, 7)
const DAY_MS = 86_400_000
const onDisk = (hall: Hall) => readdirSync(join(hall.dataDir, 'files')).length

/** A phone that was reported lost has handed over one registration with two photos; both are here. */
async function handedOver() {
  const hall = await startHall()
  const phone = await hall.phone('05')
  const agent = await phone.signIn('v05')
  const { staffId: author } = (await agent.get('/api/sessions/own')).body as { staffId: string }
  const supervisor = await hall.roleCaller('supervisor')
  await supervisor.command(`/api/devices/${phone.deviceId}/lost`, { reason: '掉在河里' })
  const lost = await phone.lost()
  const command = aRegistration({}, { files: [named(SIGNATURE), named(PHOTO, '居民身份证')] })
  const answer = await lost.post('/sync/lost', {
    protocol: 1,
    nonce: 'nonce-of-the-lost',
    deviceNow: FRIDAY,
    commands: [{ author, ...command }],
    free: [],
    left: { commands: 0, files: 0 },
  })
  expect(answer.body.wipe).toBe(true)
  for (const photo of [SIGNATURE, PHOTO]) await putFile(hall, lost, photo, 'lost')
  expect(onDisk(hall)).toBe(2)
  const nights = async (days: number) => {
    hall.clock.forward(days * DAY_MS)
    await hall.server.jobs.run()
  }
  const confirm = async (isOwn: boolean) => {
    const other = await (await hall.phone('05')).signIn('v05')
    const path = `/api/village-attention/${command.header['id']}/confirm`
    expect(await other.command(path, { isOwn })).toMatchObject({ status: 200 })
  }
  return { hall, nights, confirm, caseId: String(command.header['caseId']) }
}

test('[V72, V80] the photos of what waits for its author stay longer than 30 days, and are the case’s once it is confirmed', async () => {
  const { hall, nights, confirm, caseId } = await handedOver()
  await nights(40)
  expect(onDisk(hall)).toBe(2)
  await confirm(true)
  await nights(40)
  const clerk = await hall.signIn('clerk1')
  const { row, files, materials } = (await clerk.get(`/api/cases/${caseId}`)).body
  expect(row.flags, JSON.stringify([files, materials])).not.toContain('awaiting_files')
  expect(onDisk(hall)).toBe(2)
})

test('[V69, V72] what no case needs may lie longer than 30 days ⚙, and never shorter', async () => {
  const { hall, nights, confirm } = await handedOver()
  await confirm(false)
  const set = async (value: number) =>
    (await hall.signIn('admin')).command('/api/settings/retention.looseFiles', { value, reason: '雨季' })
  expect((await set(29)).status).not.toBe(200)
  expect((await set(60)).status).toBe(200)
  await nights(59)
  expect(onDisk(hall)).toBe(2)
  await nights(2)
  expect(onDisk(hall)).toBe(0)
})

test('[V72] photos of which no case came live 30 days, and no byte of them longer', async () => {
  const { hall, nights, confirm } = await handedOver()
  await confirm(false)
  await nights(29)
  expect(onDisk(hall)).toBe(2)
  await nights(2)
  expect(onDisk(hall)).toBe(0)
  const rows = hall.server.counter.deps.store.read(({ sql }) =>
    sql.prepare('SELECT count(*) FROM file').pluck().get(),
  )
  expect(rows).toBe(0)
})
