import { mkdirSync, readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { uuidv7 } from 'uuidv7'
import { describe, expect, test } from 'vitest'
import { seal } from '../src/store/crypto.ts'
import { type Caller, type Hall, startHall } from './app.ts'
import { attach } from './case-file-fixture.ts'
import { act, papersOf, receive } from './case-files.ts'
import { exif, jpeg, pdf, png, text } from './file-bytes.ts'
import {
  aRegistration,
  headFile,
  named,
  putFile,
  putPart,
  SIGNATURE,
  sha256,
  syncOne,
} from './village-fixture.ts'

const ID_CARD = '居民身份证'
const INCOME = '家庭收入、财产和支出证明材料'
/** A photo whose camera wrote down where it was taken, upside down. */
const PHOTO = jpeg(640, 480, exif(3, 'GPS 28.1N 116.2E'))

async function accepted(hall: Hall) {
  const clerk = await hall.clerkAt(1)
  const { case: found } = await receive(clerk, 'MZ-001', 'accept')
  return { clerk, id: found.row.id as string }
}

// biome-ignore lint/suspicious/noExplicitAny: the answer of the page, read field by field
const filesOf = (body: any, name: string) =>
  // biome-ignore lint/suspicious/noExplicitAny: the same
  body.case.materials.find((each: any) => each.name === name).files

const onDisk = (hall: Hall) => readdirSync(join(hall.dataDir, 'files')).toSorted()
const urlOf = (id: string, hash: string) => `/api/cases/${id}/files/${hash}`

async function bytesOf(hall: Hall, caller: Caller, url: string): Promise<Buffer> {
  const answer = await hall.server.counter.app.inject({
    url,
    headers: { cookie: caller.cookie, 'x-actor': 'staff' },
  })
  expect(answer.statusCode).toBe(200)
  return answer.rawPayload
}

describe('a file of a case', () => {
  test('[C437] is added to a paper at the counter and seen in the unit, with who added it and when', async () => {
    const hall = await startHall()
    const { clerk, id } = await accepted(hall)
    hall.clock.to('2026-06-12T01:45:00.000Z')
    const { status, body } = await attach(hall, clerk, id, PHOTO, { material: ID_CARD })
    expect([status, body.receipt]).toEqual([200, null])
    const [file] = filesOf(body, ID_CARD)
    expect(file).toMatchObject({ mime: 'image/jpeg', isStored: true, at: '2026-06-12T01:45:00.000Z' })
    expect(file.by).toBe('1号窗口值班员')
    const unit = await hall.signIn('mz')
    const seen = await unit.get(`/api/cases/${id}`)
    expect(filesOf({ case: seen.body }, ID_CARD)).toEqual([file])
    expect(seen.body.events.at(-1)).toMatchObject({ type: 'case.noted', text: `附件：${ID_CARD}` })
    expect((await bytesOf(hall, unit, urlOf(id, file.sha256))).length).toBe(file.size)
  })

  test('[P42] is kept without what the camera wrote beside it, and with the right side up', async () => {
    const hall = await startHall()
    const { clerk, id } = await accepted(hall)
    const { body } = await attach(hall, clerk, id, PHOTO)
    const [file] = body.case.otherFiles
    const shown = await bytesOf(hall, clerk, urlOf(id, file.sha256))
    expect(shown.includes('GPS')).toBe(false)
    expect(sha256(shown)).toBe(file.sha256)
    // The one entry left: tag 0112, one short, 3.
    expect(shown.includes(Buffer.from([0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, 3]))).toBe(true)
  })

  test('[P30] lies encrypted on the disk, and once however many cases have it', async () => {
    const hall = await startHall()
    const { clerk, id } = await accepted(hall)
    const other = (await receive(clerk, 'LY-001', 'accept')).case.row.id
    const first = await attach(hall, clerk, id, PHOTO, { material: ID_CARD })
    // The same picture from another camera: what is written beside it does not make it another one.
    const second = await attach(hall, clerk, other, jpeg(640, 480, exif(3, 'another camera')))
    expect(second.body.case.otherFiles[0].sha256).toBe(filesOf(first.body, ID_CARD)[0].sha256)
    const [name, ...more] = onDisk(hall)
    expect(more).toEqual([])
    const lying = readFileSync(join(hall.dataDir, 'files', name ?? ''))
    const shown = await bytesOf(hall, clerk, urlOf(id, filesOf(first.body, ID_CARD)[0].sha256))
    expect(lying.length).toBe(3 + 12 + shown.length + 16)
    expect(lying.includes(shown.subarray(0, 16))).toBe(false)
    expect(name).not.toContain(sha256(shown))
  })

  test('[C437] sent twice is added once, by the same press or another', async () => {
    const hall = await startHall()
    const { clerk, id } = await accepted(hall)
    const commandId = uuidv7()
    const first = await attach(hall, clerk, id, PHOTO, { commandId })
    const repeated = await attach(hall, clerk, id, PHOTO, { commandId })
    expect(repeated.body).toEqual(first.body)
    expect((await attach(hall, clerk, id, png(), { commandId })).body.code).toBe('command.reused')
    const again = await attach(hall, clerk, id, PHOTO)
    expect(again.body.case.otherFiles).toHaveLength(1)
    expect(again.body.case.row.version).toBe(first.body.case.row.version)
  })

  test('[C437, C307] on an ended case is a late addition', async () => {
    const hall = await startHall()
    const { clerk, id } = await accepted(hall)
    await act(clerk, id, 'withdraw', { reason: '不办了' })
    const { body } = await attach(hall, clerk, id, pdf())
    expect(body.case.row).toMatchObject({ status: 'withdrawn', flags: ['late_addition'] })
    expect(body.case.otherFiles).toMatchObject([{ mime: 'application/pdf', size: pdf().length }])
  })

  test('[C205] brings a promised paper in when the clerk says so, and not by itself', async () => {
    const hall = await startHall()
    const clerk = await hall.clerkAt(1)
    const materials = papersOf('MZ-001').map((paper) =>
      paper.name === INCOME ? { name: INCOME, state: 'deferred', promisedOn: '2026-06-15' } : paper,
    )
    const { case: found } = await receive(clerk, 'MZ-001', 'accept', { materials })
    const seen = await attach(hall, clerk, found.row.id, PHOTO, { material: INCOME })
    expect(seen.body.case.row.flags).toEqual(['deferred'])
    const brought = await attach(hall, clerk, found.row.id, png(), { material: INCOME, isReceived: true })
    expect(brought.body.case.row.flags).toEqual([])
    expect(filesOf(brought.body, INCOME)).toHaveLength(2)
  })

  test('[C302] whose adding was taken back is gone from the case', async () => {
    const hall = await startHall()
    const { clerk, id } = await accepted(hall)
    const { body } = await attach(hall, clerk, id, PHOTO)
    const [file] = body.case.otherFiles
    const event = body.case.events.at(-1).id
    const supervisor = await hall.signIn('supervisor')
    const corrected = await act(supervisor, id, 'correct', { event, reason: '传错了人' })
    expect(corrected.case.otherFiles).toEqual([])
    expect((await clerk.get(urlOf(id, file.sha256))).body.code).toBe('file.not_found')
    const again = await attach(hall, clerk, id, PHOTO)
    expect(again.body.case.otherFiles).toHaveLength(1)
    expect((await clerk.get(urlOf(id, file.sha256))).status).toBe(200)
  })

  test('[C302] is still shown for one paper when its adding for another was taken back', async () => {
    const hall = await startHall()
    const { clerk, id } = await accepted(hall)
    const first = await attach(hall, clerk, id, PHOTO, { material: INCOME })
    await attach(hall, clerk, id, PHOTO, { material: ID_CARD })
    const [file] = filesOf(first.body, INCOME)
    const supervisor = await hall.signIn('supervisor')
    const taken = { event: first.body.case.events.at(-1).id, reason: '是身份证' }
    const corrected = await act(supervisor, id, 'correct', taken)
    expect([filesOf(corrected, INCOME), filesOf(corrected, ID_CARD)]).toMatchObject([[], [{}]])
    expect((await clerk.get(urlOf(id, file.sha256))).status).toBe(200)
  })
})

describe('what is no good file', () => {
  test.each([
    ['a page', text('<!doctype html><script>1</script>'), 'file.type_not_allowed'],
    ['nothing', new Uint8Array(), 'file.type_not_allowed'],
    ['too many pixels', jpeg(8001, 5000), 'file.too_many_pixels'],
    ['more than 8 MiB', new Uint8Array(8 * 1024 * 1024 + 1), 'file.too_large'],
    ['a locked PDF', pdf('<< /Encrypt 3 0 R >>'), 'file.pdf_locked'],
    ['a PDF with a program', pdf('<< /S /JavaScript >>'), 'file.pdf_active'],
  ])('[P42] is refused and leaves nothing behind: %s', async (_name, content, code) => {
    const hall = await startHall()
    const { clerk, id } = await accepted(hall)
    const before = (await clerk.get(`/api/cases/${id}`)).body
    expect((await attach(hall, clerk, id, content)).body.code).toBe(code)
    expect((await clerk.get(`/api/cases/${id}`)).body).toEqual(before)
  })

  test('[P42] is a file for a paper that the item does not list, and the 21st of a case', async () => {
    const hall = await startHall()
    const { clerk, id } = await accepted(hall)
    const strange = await attach(hall, clerk, id, PHOTO, { material: '别的' })
    expect(strange.body).toMatchObject({ code: 'material.unknown', params: { name: '别的' } })
    for (let nth = 1; nth <= 20; nth += 1)
      expect((await attach(hall, clerk, id, jpeg(nth, 1))).status).toBe(200)
    const full = await attach(hall, clerk, id, jpeg(21, 1))
    expect(full.body).toMatchObject({ code: 'file.too_many', params: { n: 20 } })
  })
})

describe('what one person adds in a day', () => {
  const MIB = 1024 * 1024
  const takenBy = (hall: Hall): number =>
    hall.server.counter.deps.store.read((tx) =>
      tx.sql.prepare('SELECT total(bytes) FROM file_day').pluck().get(),
    ) as number
  const addTaken = (hall: Hall, bytes: number) =>
    hall.server.counter.deps.store.write((tx) => {
      tx.sql.prepare('UPDATE file_day SET bytes = bytes + ?').run(bytes)
    })

  test('[P42] is 200 MiB at most, after a restart as before, and the next day begins anew', async () => {
    const hall = await startHall()
    const { clerk, id } = await accepted(hall)
    expect((await attach(hall, clerk, id, jpeg(1, 1))).status).toBe(200)
    await addTaken(hall, 200 * MIB - takenBy(hall) - jpeg().length)
    const again = await hall.restart()
    const back = await again.signIn('clerk1')
    expect((await attach(again, back, id, jpeg())).status).toBe(200)
    expect(takenBy(again)).toBe(200 * MIB)
    const full = await attach(again, back, id, png())
    expect(full.body).toMatchObject({ code: 'file.day_full', params: { n: 200 } })
    again.clock.to('2026-06-13T01:40:00.000Z')
    expect((await attach(again, await again.signIn('clerk1'), id, png())).status).toBe(200)
    await again.server.jobs.run()
    expect(takenBy(again)).toBe(png().length)
  })

  test('[P42] counts a repeated press once, nothing that was refused, and is as much as the rules say', async () => {
    const hall = await startHall()
    const { clerk, id } = await accepted(hall)
    const commandId = uuidv7()
    await attach(hall, clerk, id, jpeg(), { commandId })
    await attach(hall, clerk, id, jpeg(), { commandId })
    expect((await attach(hall, clerk, id, png(), { material: '别的' })).body.code).toBe('material.unknown')
    expect(takenBy(hall)).toBe(jpeg().length)
    const admin = await hall.signIn('admin')
    const asked = { value: 20, reason: '磁盘快满了' }
    expect((await admin.command('/api/settings/files.perDay', asked)).status).toBe(200)
    await addTaken(hall, 20 * MIB)
    expect((await attach(hall, clerk, id, png())).body).toMatchObject({ params: { n: 20 } })
    // What was refused lies on no disk.
    expect(onDisk(hall)).toHaveLength(1)
    // The first answer stands, although the day is full by now.
    expect((await attach(hall, clerk, id, jpeg(), { commandId })).status).toBe(200)
  })
})

describe('who may see and add files', () => {
  test('[C402, P11] is who may open the case: not another unit, no leader, nobody outside', async () => {
    const hall = await startHall()
    const { clerk, id } = await accepted(hall)
    const { body } = await attach(hall, clerk, id, PHOTO)
    const url = urlOf(id, body.case.otherFiles[0].sha256)
    const other = await hall.signIn('ly')
    expect((await other.get(url)).body.code).toBe('case.forbidden')
    expect((await attach(hall, other, id, png())).body.code).toBe('case.forbidden')
    expect((await (await hall.signIn('v05')).get(url)).body.code).toBe('case.not_found')
    expect((await (await hall.signIn('leader')).get(url)).body.code).toBe('session.forbidden')
    expect((await hall.anonymous.get(url)).body.code).toBe('session.none')
    const leader = await (await hall.signIn('leader')).get(`/api/cases/${id}`)
    expect(leader.body.otherFiles).toEqual([])
  })

  test('[C303] is written down before anything is sent, and what is sent neither stays nor runs', async () => {
    const hall = await startHall()
    const { clerk, id } = await accepted(hall)
    const { body } = await attach(hall, clerk, id, PHOTO)
    const hash = body.case.otherFiles[0].sha256
    const looks = () =>
      hall.server.counter.deps.store.read((tx) =>
        tx.sql.prepare("SELECT subject FROM audit WHERE action = 'file.shown'").pluck().all(),
      )
    expect(looks()).toEqual([])
    const shown = await clerk.get(urlOf(id, hash))
    expect(looks()).toEqual([`${id}/${hash}`])
    expect(shown.headers).toMatchObject({
      'content-type': 'image/jpeg',
      'content-disposition': 'attachment; filename="file.jpg"',
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox",
    })
  })
})

test('[P35] the resident reads which posts opened files, and no file', async () => {
  const hall = await startHall()
  const clerk = await hall.clerkAt(1)
  const { case: found, receipt } = await receive(clerk, 'LY-001', 'accept')
  const { body } = await attach(hall, clerk, found.row.id, PHOTO)
  const url = urlOf(found.row.id, body.case.otherFiles[0].sha256)
  await clerk.get(url)
  await (await hall.signIn('ly')).get(url)
  const { items } = (await hall.anonymous.post('/api/track/case/looks', { token: receipt.token })).body
  expect(items).toEqual([
    { on: '2026-06-12', role: 'handler', unitName: '林业站', field: 'file', purpose: 'materials' },
    { on: '2026-06-12', role: 'clerk', unitName: null, field: 'file', purpose: 'materials' },
  ])
})

describe('what lies on the disk', () => {
  test('[R18] with another content than its name says is a fault and never shown', async () => {
    const hall = await startHall()
    const { clerk, id } = await accepted(hall)
    const { body } = await attach(hall, clerk, id, PHOTO)
    const [name = ''] = onDisk(hall)
    const { keys } = hall.server.counter.deps.store
    writeFileSync(join(hall.dataDir, 'files', name), seal(keys, `file:${name}`, png()))
    expect((await clerk.get(urlOf(id, body.case.otherFiles[0].sha256))).status).toBe(500)
  })

  test('[V72] and is named by no row goes after 30 days, and what is named stays', async () => {
    const hall = await startHall()
    const { clerk, id } = await accepted(hall)
    await attach(hall, clerk, id, PHOTO)
    const [kept = ''] = onDisk(hall)
    const folder = join(hall.dataDir, 'files')
    const ages = { 'content-lost': '2026-05-13T00:00:00Z', 'content-young': '2026-05-16T00:00:00Z' }
    for (const name of Object.keys(ages)) writeFileSync(join(folder, name), 'x')
    for (const [name, at] of Object.entries({ ...ages, [kept]: '2026-01-01T00:00:00Z' }))
      utimesSync(join(folder, name), new Date(at), new Date(at))
    hall.clock.to('2026-06-13T01:00:00.000Z')
    await hall.server.jobs.run()
    expect(onDisk(hall)).toEqual([kept, 'content-young'].toSorted())
  })

  test('[V69] of a file that never came whole goes after 30 days, and it begins again', async () => {
    const hall = await startHall()
    const agent = await hall.signIn('v05')
    expect(await syncOne(agent, aRegistration())).toMatchObject({ status: 'applied' })
    const part = { offset: 0, size: SIGNATURE.length, part: SIGNATURE.subarray(0, 10) }
    await putPart(hall, agent, sha256(SIGNATURE), part)
    const [name = ''] = onDisk(hall)
    const at = new Date('2026-05-01T00:00:00Z')
    utimesSync(join(hall.dataDir, 'files', name), at, at)
    hall.clock.to('2026-06-13T01:00:00.000Z')
    await hall.server.jobs.run()
    expect(onDisk(hall)).toEqual([])
    const back = await hall.signIn('v05')
    expect(await headFile(hall, back, sha256(SIGNATURE))).toMatchObject({ offset: '0' })
    expect(await putFile(hall, back, SIGNATURE)).toMatchObject({ status: 200 })
  })

  test('[V71] from before contents had names is named, cleaned and still found', async () => {
    const hall = await startHall({ changesRowsByHand: true })
    const agent = await hall.signIn('v05')
    const photo = Buffer.from(PHOTO)
    const command = aRegistration({}, { files: [named(SIGNATURE), named(photo, ID_CARD)] })
    expect(await syncOne(agent, command)).toMatchObject({ status: 'applied' })
    const { store } = hall.server.counter.deps
    const old = '019eb2a0-0000-7000-8000-00000000f11e'
    mkdirSync(join(hall.dataDir, 'files'), { recursive: true })
    writeFileSync(join(hall.dataDir, 'files', old), seal(store.keys, `file:${old}`, photo))
    await store.write((tx) => {
      tx.sql
        .prepare('UPDATE file SET "offset" = size, stored_as = ?, stored_at = named_at WHERE sha256 = ?')
        .run(old, sha256(photo))
    })
    const again = await hall.restart()
    await again.server.jobs.run()
    const [name = '', ...more] = onDisk(again)
    expect([name.startsWith('content-'), more]).toEqual([true, []])
    const clerk = await again.signIn('clerk1')
    const shown = await bytesOf(again, clerk, urlOf(String(command.header['caseId']), sha256(photo)))
    expect(shown.includes('GPS')).toBe(false)
  })
})
