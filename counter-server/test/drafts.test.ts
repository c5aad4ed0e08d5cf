import { expect, test } from 'vitest'
import { startHall } from './app.ts'
import { receiving } from './case-files.ts'
import { deskAt, newId, refused } from './desk.ts'

const CONTENT = {
  item: null,
  name: '示例甲',
  idKind: 'id_card',
  contact: '',
  idNo: '99999919900101001',
  idNote: '',
  phone: '',
  village: '05',
  agent: '',
  note: '带了复印件',
  marks: { 居民身份证: { state: 'received', promisedOn: null } },
}

test('[C410, U15] what is half written for a number is found again by the same clerk, after a crash too, and by nobody else', async () => {
  const hall = await startHall()
  const desk = await deskAt(hall, 1)
  const { ticketId } = await desk.take('relief')
  const clerk = await hall.signIn('clerk1')
  const path = `/api/drafts/${ticketId}`
  expect((await clerk.get(path)).body).toEqual({ draft: null })
  hall.clock.forward(60_000)
  const kept = await clerk.command('/api/drafts', { ticketId, content: CONTENT })
  expect(kept.body).toEqual({ savedAt: '2026-06-12T01:41:00.000Z' })
  const longer = { ...CONTENT, name: '示例甲乙' }
  hall.clock.forward(8_000)
  await clerk.command('/api/drafts', { ticketId, content: longer })
  const later = await hall.restart()
  const again = await later.signIn('clerk1')
  expect((await again.get(path)).body).toEqual({
    draft: { content: longer, savedAt: '2026-06-12T01:41:08.000Z' },
  })
  expect((await (await later.signIn('clerk2')).get(path)).body).toEqual({ draft: null })
  const unknown = await again.command('/api/drafts', { ticketId: newId(), content: CONTENT })
  expect(unknown).toMatchObject(refused('ticket.not_found', 404))
})

test('[C410] a draft has no number and no trace in the record, and goes with the case that comes of it', async () => {
  const hall = await startHall()
  const desk = await deskAt(hall, 1)
  const { ticketId } = await desk.take('forest')
  await desk.next()
  const { clerk } = desk
  const rows = () =>
    hall.server.counter.deps.store.read(({ sql }) => [
      sql.prepare('SELECT count(*) FROM draft').pluck().get(),
      sql.prepare('SELECT count(*) FROM "case"').pluck().get(),
    ])
  const events = () =>
    hall.server.counter.deps.store.read(({ sql }) =>
      sql.prepare('SELECT count(*) FROM journal').pluck().get(),
    )
  const before = events()
  await clerk.command('/api/drafts', { ticketId, content: CONTENT })
  expect(rows()).toEqual([1, 0])
  expect(events()).toBe(before)
  const bytes = hall.server.counter.deps.store.read(
    ({ sql }) => sql.prepare('SELECT content_enc FROM draft').pluck().get() as Buffer,
  )
  expect(bytes.includes('示例甲')).toBe(false)
  expect((await clerk.command('/api/cases', receiving('LY-001', 'accept', { ticketId }))).status).toBe(200)
  expect(rows()).toEqual([0, 1])
  await clerk.command('/api/drafts', { ticketId, content: CONTENT })
  await clerk.command('/api/drafts', { ticketId, content: null })
  expect(rows()).toEqual([0, 1])
})

test('[U15, C1401] a call that is half written down is found again by who wrote it, and not once it is a letter or about staff', async () => {
  const hall = await startHall()
  const clerk = await hall.signIn('clerk1')
  const content = {
    channel: 'phone',
    topic: 'help',
    text: '村口路灯',
    name: '示例甲',
    phone: '1990',
    address: '',
    leader: '',
    people: '1',
    representatives: '1',
    about: '',
    externalNumber: '',
    externalDueOn: '',
    answer: '',
    isUrgent: false,
    isAboutStaff: false,
  }
  const path = '/api/letters/draft'
  expect((await clerk.get(path)).body).toEqual({ draft: null })
  const kept = await clerk.command(path, { content })
  expect(kept.body).toEqual({ savedAt: '2026-06-12T01:40:00.000Z' })
  const later = await hall.restart()
  const again = await later.signIn('clerk1')
  expect((await again.get(path)).body).toEqual({ draft: { content, savedAt: '2026-06-12T01:40:00.000Z' } })
  expect((await (await later.signIn('clerk2')).get(path)).body).toEqual({ draft: null })
  const lies = later.server.counter.deps.store.read(({ sql }) =>
    sql.prepare('SELECT CAST(content_enc AS TEXT) FROM draft').pluck().all(),
  ) as string[]
  expect(lies.join('')).not.toMatch(/路灯|示例/)
  const about = await again.command(path, { content: { ...content, isAboutStaff: true } })
  expect(about.body).toEqual({ savedAt: null })
  expect((await again.get(path)).body).toEqual({ draft: null })
  await again.command(path, { content })
  const letter = { channel: 'phone', topic: 'help', isAboutStaff: false, text: '村口路灯三天没亮' }
  await again.command('/api/letters', { ...letter, name: '', phone: '', address: '' })
  expect((await again.get(path)).body).toEqual({ draft: null })
})
