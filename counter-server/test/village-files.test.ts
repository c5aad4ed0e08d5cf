import { readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { VillageCode } from '@counter/shared/vocabulary/ids'
import { describe, expect, test } from 'vitest'
import { moveFileOffset } from '../src/store/files.ts'
import { type Hall, startHall } from './app.ts'
import { pdf } from './file-bytes.ts'
import {
  aPicture,
  aRegistration,
  freeze,
  headFile,
  named,
  putFile,
  putPart,
  SIGNATURE,
  sha256,
  syncOne,
} from './village-fixture.ts'

const caseOf = async ({ server }: Hall) =>
  server.counter.deps.store.read(({ sql }) => sql.prepare('SELECT id FROM "case"').pluck().get())

interface Sent {
  readonly content: Uint8Array
  readonly mime: string
}

const asPictures = (...contents: readonly Uint8Array[]): Sent[] =>
  contents.map((content) => ({ content, mime: 'image/jpeg' }))

async function aPoint(...sent: readonly Sent[]) {
  const hall = await startHall()
  const agent = await hall.signIn('v05')
  const files = [
    named(SIGNATURE),
    ...sent.map(({ content, mime }, place) => ({ ...named(content, `材料${place}`), mime })),
  ]
  const command = aRegistration({}, { files })
  expect(await syncOne(agent, command)).toMatchObject({ status: 'applied' })
  return { hall, agent, caseId: String(command.header['caseId']) }
}

describe('a photo of a village case', () => {
  test('[V69] arrives in parts; a wrong offset is answered with the right one', async () => {
    const photo = aPicture(3000, 7)
    const { hall, agent } = await aPoint(...asPictures(photo))
    const hash = sha256(photo)
    const part = (from: number, to: number) => ({
      offset: from,
      size: photo.length,
      part: photo.subarray(from, to),
    })
    expect(await headFile(hall, agent, hash)).toMatchObject({ status: 200, offset: '0' })
    expect(await putPart(hall, agent, hash, part(0, 1000))).toMatchObject({ status: 200, offset: '1000' })
    expect(await putPart(hall, agent, hash, part(0, 1000))).toMatchObject({ status: 409, offset: '1000' })
    expect(await putPart(hall, agent, hash, part(2000, 3000))).toMatchObject({ status: 409, offset: '1000' })
    expect(await putPart(hall, agent, hash, part(1000, photo.length))).toMatchObject({ status: 200 })
    expect(await putPart(hall, agent, hash, part(0, 1000))).toMatchObject({
      status: 200,
      offset: String(photo.length),
    })
  })

  test('[V69] sent twice at the same time is taken once', async () => {
    const { hall, agent } = await aPoint()
    const answers = await Promise.all([putFile(hall, agent, SIGNATURE), putFile(hall, agent, SIGNATURE)])
    expect(answers.map(({ status }) => status)).toEqual([200, 200])
  })

  test('[V69, V100] cut off after any of its parts goes on there, and is the same to the byte', async () => {
    const parts = 5
    const photos = Array.from({ length: parts }, (_, cut) => aPicture(2500, 11 + 2 * cut))
    const { hall, agent, caseId } = await aPoint(...asPictures(...photos))
    for (const [cut, photo] of photos.entries()) {
      const [hash, size, step] = [sha256(photo), photo.length, Math.ceil(photo.length / parts)]
      const send = (from: number, to: number) =>
        putPart(hall, agent, hash, { offset: from, size, part: photo.subarray(from, to) })
      for (let place = 0; place < cut; place += 1) await send(place * step, (place + 1) * step)
      // What was cut off on its way is no part, and nothing of it is kept.
      const torn = photo.subarray(cut * step, cut * step + 9)
      await putPart(hall, agent, hash, { offset: cut * step, size, part: torn, partHash: '0'.repeat(64) })
      const { offset } = await headFile(hall, agent, hash)
      expect([cut, offset]).toEqual([cut, String(cut * step)])
      expect(await send(Number(offset), size)).toMatchObject({ status: 200, offset: String(size) })
      const shown = await hall.server.counter.app.inject({
        url: `/api/cases/${caseId}/files/${hash}`,
        headers: { 'x-actor': 'staff', cookie: agent.cookie },
      })
      expect(shown.rawPayload.equals(photo)).toBe(true)
    }
  })

  test('[V67, V72, V100] is taken after its record only, at once or days later', async () => {
    const hall = await startHall()
    const agent = await hall.signIn('v05')
    expect(await putFile(hall, agent, SIGNATURE)).toMatchObject({ status: 404 })
    expect(await syncOne(agent, aRegistration())).toMatchObject({
      status: 'applied',
      filesMissing: [sha256(SIGNATURE)],
    })
    hall.clock.to('2026-06-15T01:00:00.000Z')
    const later = await hall.signIn('v05')
    expect(await putFile(hall, later, SIGNATURE)).toMatchObject({ status: 200 })
  })

  test('[V68, V95, V100] that would be the 21st of its case is refused with its word, and the case goes on with twenty', async () => {
    const papers = Array.from({ length: 19 }, (_, place) => aPicture(60, 3 + 2 * place))
    const { hall, agent, caseId } = await aPoint(...asPictures(...papers))
    const more = aPicture(70, 5)
    const brought = freeze(
      'material.receive',
      { materials: ['居民身份证'] },
      { caseId, files: [named(more, '居民身份证')] },
    )
    expect(await syncOne(agent, brought)).toMatchObject({ status: 'attention', code: 'file.too_many' })
    expect(await putFile(hall, agent, more)).toMatchObject({ status: 404 })
    expect(await syncOne(agent, freeze('note.add', { text: '另有一张' }, { caseId }))).toMatchObject({
      status: 'applied',
    })
    const many = [SIGNATURE, ...papers, more].map((content) => named(content))
    expect(await syncOne(agent, aRegistration({}, { files: many }))).toMatchObject({ status: 'attention' })
  })

  test('[V69] goes on after a restart of the server where it stood', async () => {
    const photo = aPicture(3000, 7)
    const { hall, agent } = await aPoint(...asPictures(photo))
    const hash = sha256(photo)
    await putPart(hall, agent, hash, { offset: 0, size: photo.length, part: photo.subarray(0, 1000) })
    const again = await hall.restart()
    const back = await again.signIn('v05')
    expect(await headFile(again, back, hash)).toMatchObject({ offset: '1000' })
    const rest = { offset: 1000, size: photo.length, part: photo.subarray(1000) }
    expect(await putPart(again, back, hash, rest)).toMatchObject({ status: 200 })
  })

  test.each([
    ['gone', (file: string) => rmSync(file)],
    ['empty', (file: string) => writeFileSync(file, '')],
    ['torn', (file: string) => truncateSync(file, 500)],
  ])('[V69] of which a power cut has left a part %s begins again', async (_how, cut) => {
    const photo = aPicture(3000, 7)
    const { hall, agent } = await aPoint(...asPictures(photo))
    const hash = sha256(photo)
    const size = photo.length
    await putPart(hall, agent, hash, { offset: 0, size, part: photo.subarray(0, 1000) })
    cut(join(hall.dataDir, 'files', `part-05-${hash}-0`))
    const rest = await putPart(hall, agent, hash, { offset: 1000, size, part: photo.subarray(1000) })
    expect(rest).toMatchObject({ status: 409, code: 'file.hash_mismatch' })
    expect(await headFile(hall, agent, hash)).toMatchObject({ status: 200, offset: '0' })
    expect(await putFile(hall, agent, photo)).toMatchObject({ status: 200 })
  })

  test('[V69] whose last part came just before a crash is closed when it is asked for again', async () => {
    const photo = aPicture(3000, 7)
    const { hall, agent } = await aPoint(...asPictures(photo))
    const hash = sha256(photo)
    const size = photo.length
    await putPart(hall, agent, hash, { offset: 0, size, part: photo.subarray(0, 1000) })
    const { store, files } = hall.server.counter.deps
    await files.disk.writePart(`part-05-${hash}-1000`, photo.subarray(1000))
    await store.write((tx) => moveFileOffset(tx, { point: '05' as VillageCode, sha256: hash }, 1000, size))
    expect(await headFile(hall, agent, hash)).toMatchObject({ offset: String(size) })
    const nothing = await putPart(hall, agent, hash, { offset: size, size, part: new Uint8Array() })
    expect(nothing).toMatchObject({ status: 200, offset: String(size) })
    expect((await agent.get(`/api/cases/${await caseOf(hall)}/files/${hash}`)).status).toBe(200)
  })

  test('[V71] damaged in a part is not taken; with another content than its address it starts again at 0', async () => {
    const photo = aPicture(500, 5)
    const { hall, agent } = await aPoint(...asPictures(photo))
    const hash = sha256(photo)
    const size = photo.length
    const damaged = await putPart(hall, agent, hash, {
      offset: 0,
      size,
      part: photo,
      partHash: '0'.repeat(64),
    })
    expect(damaged).toMatchObject({ status: 409, code: 'file.hash_mismatch' })
    const other = aPicture(500, 9)
    expect(await putPart(hall, agent, hash, { offset: 0, size, part: other })).toMatchObject({
      code: 'file.hash_mismatch',
    })
    expect(await headFile(hall, agent, hash)).toMatchObject({ offset: '0' })
    expect(await putFile(hall, agent, photo)).toMatchObject({ status: 200 })
  })

  test('[V68] that is no picture is refused whatever its header claims', async () => {
    const page = Buffer.from('<!doctype html><script>1</script>')
    const polyglot = Buffer.concat([aPicture(50, 2), Buffer.from('<script>1</script>')])
    const { hall, agent } = await aPoint(...asPictures(page, polyglot))
    expect(await putFile(hall, agent, page)).toMatchObject({ status: 409, code: 'file.type_not_allowed' })
    expect(await putFile(hall, agent, polyglot)).toMatchObject({ status: 409, code: 'file.type_not_allowed' })
  })

  test('[V68] may be a PDF that the resident sent: taken as it is, opened as one', async () => {
    const paper = Buffer.from(pdf())
    const { hall, agent, caseId } = await aPoint({ content: paper, mime: 'application/pdf' })
    expect(await putFile(hall, agent, paper)).toMatchObject({ status: 200 })
    const clerk = await hall.signIn('clerk1')
    const shown = await clerk.get(`/api/cases/${caseId}/files/${sha256(paper)}`)
    expect(shown.headers).toMatchObject({ 'content-type': 'application/pdf' })
  })

  test('[V68] a PDF that runs something, one with a page behind its end, and a picture called one are refused', async () => {
    const active = Buffer.from(pdf('5 0 obj\n<< /S /JavaScript /JS (app.alert(1)) >>\nendobj'))
    const longer = Buffer.concat([pdf(), Buffer.from('<script>1</script>')])
    const picture = aPicture(70, 4)
    const papers = [active, longer, picture]
    const { hall, agent } = await aPoint(...papers.map((content) => ({ content, mime: 'application/pdf' })))
    const codes = []
    for (const paper of papers) codes.push((await putFile(hall, agent, paper)).code)
    expect(codes).toEqual(['file.pdf_active', 'file.type_not_allowed', 'file.type_not_allowed'])
  })

  test('[R9] lies encrypted on the disk and opens for those who may see its case', async () => {
    const { hall, agent, caseId } = await aPoint()
    await putFile(hall, agent, SIGNATURE)
    const folder = join(hall.dataDir, 'files')
    const names = readdirSync(folder)
    expect(names).toHaveLength(1)
    for (const name of names) expect(readFileSync(join(folder, name)).includes(SIGNATURE)).toBe(false)
    const url = `/api/cases/${caseId}/files/${sha256(SIGNATURE)}`
    const clerk = await hall.signIn('clerk1')
    const shown = await clerk.get(url)
    expect(shown.headers).toMatchObject({ 'content-type': 'image/jpeg', 'cache-control': 'no-store' })
    expect((await (await hall.signIn('v06')).get(url)).body.code).toBe('case.not_found')
    expect((await clerk.get(`/api/cases/${caseId}/files/${'0'.repeat(64)}`)).body.code).toBe('file.not_found')
  })

  test('[V71] that the point has sent before is only referenced', async () => {
    const { hall, agent } = await aPoint()
    await putFile(hall, agent, SIGNATURE)
    const second = aRegistration({
      applicant: { name: '示例乙', idNo: null, idNote: '户口簿', phone: null, village: '05' },
    })
    expect(await syncOne(agent, second)).toMatchObject({ status: 'applied', filesMissing: [] })
    const { body } = await agent.get(`/api/cases/${second.header['caseId']}`)
    expect(body.row.flags).not.toContain('awaiting_files')
  })
})
