import { readdirSync, utimesSync } from 'node:fs'
import { join } from 'node:path'
import { uuidv7 } from 'uuidv7'
import { describe, expect, test } from 'vitest'
import { type Answer, type Caller, type Hall, startHall } from './app.ts'
import { receive, receiving } from './case-files.ts'
import { type Desk, deskAt, follow, refused } from './desk.ts'
import { exif, jpeg, text } from './file-bytes.ts'
import { watch } from './live.ts'

const ORIGIN = 'http://127.0.0.1:8080'
const ID_CARD = '居民身份证'
const PHONE = 'phone_AAAAAAAAAAAAAAAA'
const OTHER_PHONE = 'phone_BBBBBBBBBBBBBBBB'
const PHOTO = jpeg(640, 480, exif(6, 'GPS 28.1N 116.2E'))
const GONE = refused('photo_link.not_found', 404)

/** The secret that the QR of a link says after the `#`. */
const tokenOf = ({ body }: Answer) => String(body.url).split('#')[1] ?? ''

const openForCase = (clerk: Caller, id: string, material = ID_CARD) =>
  clerk.command(`/api/cases/${id}/open-photo-link`, { material })
const openForTicket = (clerk: Caller, ticket: string, material = ID_CARD) =>
  clerk.command(`/api/drafts/${ticket}/open-photo-link`, { material })
const offer = (hall: Hall, token: string, phone = PHONE) =>
  hall.anonymous.post('/api/photos/offer', { token, phone })

/** Sends a picture as the page on the phone does: no cookie, the secrets in headers. */
async function send(
  hall: Hall,
  token: string,
  content: Uint8Array,
  { phone = PHONE, commandId = uuidv7() } = {},
): Promise<Answer> {
  const answer = await hall.server.counter.app.inject({
    method: 'POST',
    url: '/api/photos',
    headers: {
      origin: ORIGIN,
      'x-actor': 'track',
      'content-type': 'application/octet-stream',
      'x-command-id': commandId,
      'x-photo-token': token,
      'x-photo-phone': phone,
    },
    payload: Buffer.from(content),
  })
  return { status: answer.statusCode, body: answer.json(), headers: answer.headers }
}

const onDisk = (hall: Hall) => readdirSync(hall.dataDir, { recursive: true }).filter(isContent)
const isContent = (path: string | Buffer) => String(path).startsWith('files/')

async function aCase(hall: Hall) {
  const clerk = await hall.clerkAt(1)
  const id: string = (await receive(clerk, 'LY-001', 'accept')).case.row.id
  return { clerk, id }
}

async function anIntake(hall: Hall): Promise<{ desk: Desk; ticketId: string }> {
  const desk = await deskAt(hall, 1)
  const { ticketId } = await desk.take('forest')
  await desk.next()
  return { desk, ticketId }
}

// biome-ignore lint/suspicious/noExplicitAny: the answer of the page, read field by field
const filesOf = (detail: any, name = ID_CARD) =>
  // biome-ignore lint/suspicious/noExplicitAny: the same
  detail.materials.find((each: any) => each.name === name).files

describe('「用手机拍」 at a case', () => {
  test('[P41, P42] shows a QR for ten minutes; the photo stands live at the open case, cleaned, as the clerk’s', async () => {
    const hall = await startHall()
    const { clerk, id } = await aCase(hall)
    const page = await follow(hall, 'staff', clerk, `case:${id}`)
    const link = await openForCase(clerk, id)
    expect(link.body).toMatchObject({ expiresAt: '2026-06-12T01:50:00.000Z' })
    expect(link.body.url).toMatch(/^http:\/\/127\.0\.0\.1:8080\/photo#[\w-]{22}$/)
    const token = tokenOf(link)
    expect((await offer(hall, token)).body).toEqual({
      centre: hall.server.counter.deps.store.read((tx) =>
        tx.sql.prepare("SELECT value FROM store_meta WHERE key = 'centre.name'").pluck().get(),
      ),
      material: ID_CARD,
      until: '2026-06-12T01:50:00.000Z',
    })
    expect((await send(hall, token, PHOTO)).body).toEqual({ done: true })
    const news = await page.next(({ type, changes }) => type === 'changed' && changes.length > 0)
    const [file] = filesOf(news.changes[0].case)
    expect(file).toMatchObject({ mime: 'image/jpeg', isStored: true, by: '1号窗口值班员' })
    const shown = await hall.server.counter.app.inject({
      url: `/api/cases/${id}/files/${file.sha256}`,
      headers: { cookie: clerk.cookie, 'x-actor': 'staff' },
    })
    expect(shown.rawPayload.includes('GPS')).toBe(false)
  })

  test('[P41] the first phone has the link alone, also after its page was reloaded', async () => {
    const hall = await startHall()
    const { clerk, id } = await aCase(hall)
    const token = tokenOf(await openForCase(clerk, id))
    // Nothing is taken from a phone that has not opened the page.
    expect(await send(hall, token, PHOTO)).toMatchObject(GONE)
    expect((await offer(hall, token)).status).toBe(200)
    expect((await offer(hall, token)).status).toBe(200)
    expect(await offer(hall, token, OTHER_PHONE)).toMatchObject(GONE)
    expect(await send(hall, token, PHOTO, { phone: OTHER_PHONE })).toMatchObject(GONE)
    expect((await send(hall, token, PHOTO)).status).toBe(200)
  })

  test('[P41] is of no more use once it is over, closed, followed by another one, or its clerk’s account is closed', async () => {
    const hall = await startHall()
    const { clerk, id } = await aCase(hall)
    const taken = async () => {
      const link = await openForCase(clerk, id)
      await offer(hall, tokenOf(link))
      return { id: link.body.id as string, token: tokenOf(link) }
    }
    const over = await taken()
    hall.clock.forward(10 * 60_000)
    expect(await send(hall, over.token, PHOTO)).toMatchObject(GONE)
    const closed = await taken()
    await clerk.command(`/api/photo-links/${closed.id}/end`)
    expect(await send(hall, closed.token, PHOTO)).toMatchObject(GONE)
    const before = await taken()
    const last = await taken()
    expect(await send(hall, before.token, PHOTO)).toMatchObject(GONE)
    await hall.server.counter.deps.store.write((tx) => {
      tx.sql.prepare("UPDATE staff SET disabled_at = ? WHERE sign_in_name = 'clerk1'").run(tx.at)
    })
    expect(await send(hall, last.token, PHOTO)).toMatchObject(GONE)
    expect(await offer(hall, 'A'.repeat(22))).toMatchObject(GONE)
    expect(onDisk(hall)).toEqual([])
  })

  test('[P42] takes what any file may be, and a repeated press once', async () => {
    const hall = await startHall()
    const { clerk, id } = await aCase(hall)
    const token = tokenOf(await openForCase(clerk, id))
    await offer(hall, token)
    expect((await send(hall, token, text('<script>'))).body.code).toBe('file.type_not_allowed')
    expect((await send(hall, token, jpeg(8001, 5000))).body.code).toBe('file.too_many_pixels')
    const commandId = uuidv7()
    await send(hall, token, PHOTO, { commandId })
    expect((await send(hall, token, PHOTO, { commandId })).status).toBe(200)
    expect(filesOf((await clerk.get(`/api/cases/${id}`)).body)).toHaveLength(1)
  })

  test('[C402] is opened only by who may open the case, and for a paper that it lists', async () => {
    const hall = await startHall()
    const { clerk, id } = await aCase(hall)
    expect(await openForCase(await hall.signIn('mz'), id)).toMatchObject(refused('case.forbidden', 403))
    expect(await openForCase(clerk, id, '别的')).toMatchObject(refused('material.unknown'))
    expect((await openForCase(await hall.signIn('ly'), id)).status).toBe(200)
    expect((await openForCase(clerk, id, 'other')).status).toBe(200)
  })
})

describe('「用手机拍」 at an open intake', () => {
  test('[C410, P41] the photo stands live at the window and becomes a file of the case; the phone goes on', async () => {
    const hall = await startHall()
    const { desk, ticketId } = await anIntake(hall)
    const page = await follow(hall, 'staff', desk.clerk, `photos:${ticketId}`)
    expect(page.snapshot.state).toEqual({ photos: [] })
    const token = tokenOf(await openForTicket(desk.clerk, ticketId))
    await offer(hall, token)
    const commandId = uuidv7()
    expect((await send(hall, token, PHOTO, { commandId })).status).toBe(200)
    const { changes } = await page.next(({ type }) => type === 'changed')
    expect(changes[0]).toMatchObject({ kind: 'photos_changed', photos: [{ material: ID_CARD }] })
    const [{ sha256 }] = changes[0].photos
    expect((await desk.clerk.get(`/api/drafts/${ticketId}/photos/${sha256}`)).status).toBe(200)

    const { body } = await desk.clerk.command('/api/cases', receiving('LY-001', 'accept', { ticketId }))
    expect(filesOf(body.case)).toMatchObject([{ sha256, isStored: true }])
    const gone = await page.next((message) => message.changes?.[0]?.photos?.length === 0)
    expect(gone.topic).toBe(`photos:${ticketId}`)
    // The answer of the first photo was lost on the way, and a second page of the paper follows.
    expect((await send(hall, token, PHOTO, { commandId })).status).toBe(200)
    expect((await send(hall, token, jpeg(3, 4))).status).toBe(200)
    expect(filesOf((await desk.clerk.get(`/api/cases/${body.case.row.id}`)).body)).toHaveLength(2)
  })

  test('[P11] is the clerk’s own: nobody else sees, opens or takes back what came', async () => {
    const hall = await startHall()
    const { desk, ticketId } = await anIntake(hall)
    const token = tokenOf(await openForTicket(desk.clerk, ticketId))
    await offer(hall, token)
    await send(hall, token, PHOTO)
    const [{ sha256 }] = (await follow(hall, 'staff', desk.clerk, `photos:${ticketId}`)).snapshot.state.photos
    const other = await hall.signIn('clerk2')
    expect((await follow(hall, 'staff', other, `photos:${ticketId}`)).snapshot.state.photos).toEqual([])
    expect((await other.get(`/api/drafts/${ticketId}/photos/${sha256}`)).body.code).toBe('file.not_found')
    const asked = { sha256, material: ID_CARD }
    await other.command(`/api/drafts/${ticketId}/take-back-photo`, asked)
    expect(onDisk(hall)).toHaveLength(1)
    const handler = await watch(hall, { as: 'staff', cookie: (await hall.signIn('ly')).cookie })
    handler.say({ type: 'subscribe', topics: [{ topic: `photos:${ticketId}` }] })
    expect(await handler.next(({ type }) => type === 'refused')).toMatchObject({ code: 'session.forbidden' })
    expect((await desk.clerk.command(`/api/drafts/${ticketId}/take-back-photo`, asked)).status).toBe(200)
    expect(onDisk(hall)).toEqual([])
  })

  test('[V72, C1501] a photo lies as long as its draft ⚙, and the sweep leaves it until then', async () => {
    const hall = await startHall()
    const { desk, ticketId } = await anIntake(hall)
    const admin = await hall.signIn('admin')
    await admin.command('/api/settings/retention.drafts', { value: 60, reason: '雨季' })
    const token = tokenOf(await openForTicket(desk.clerk, ticketId))
    await offer(hall, token)
    await send(hall, token, PHOTO)
    const [name = ''] = onDisk(hall)
    const long = new Date('2026-05-01T00:00:00Z')
    utimesSync(join(hall.dataDir, String(name)), long, long)
    hall.clock.to('2026-08-11T01:00:00.000Z')
    await hall.server.jobs.run()
    expect(onDisk(hall)).toEqual([name])
    hall.clock.to('2026-08-12T01:00:00.000Z')
    await hall.server.jobs.run()
    expect(onDisk(hall)).toEqual([])
    const links = hall.server.counter.deps.store.read((tx) =>
      tx.sql.prepare('SELECT count(*) FROM photo_link').pluck().get(),
    )
    expect(links).toBe(0)
  })
})
