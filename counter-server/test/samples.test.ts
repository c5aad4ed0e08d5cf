import type { DraftView } from '@counter/shared/contract/catalogue'
import { expect, test } from 'vitest'
import { type Caller, type Hall, startHall } from './app.ts'
import { newId, refused } from './desk.ts'
import { pdf } from './file-bytes.ts'
import { aPicture, sha256 } from './village-fixture.ts'

const CODE = 'LY-001'

async function send(
  hall: Hall,
  caller: Caller,
  content: Buffer,
  commandId = newId(),
): Promise<{ status: number; body: { sha256: string; code?: string } }> {
  const answer = await hall.server.counter.app.inject({
    method: 'POST',
    url: '/api/samples',
    headers: {
      origin: 'http://127.0.0.1:8080',
      'x-actor': 'staff',
      cookie: caller.cookie,
      'content-type': 'application/octet-stream',
      'x-command-id': commandId,
    },
    payload: content,
  })
  return { status: answer.statusCode, body: answer.json() }
}

async function look(hall: Hall, url: string, caller?: Caller) {
  const headers = caller === undefined ? {} : { 'x-actor': 'staff', cookie: caller.cookie }
  const answer = await hall.server.counter.app.inject({ method: 'GET', url, headers })
  const { statusCode: status, rawPayload: content } = answer
  return { status, type: answer.headers['content-type'], content }
}

const step = (caller: Caller, { id, rev }: DraftView, name: string, more: object = {}) =>
  caller.command(`/api/item-drafts/${id}/${name}`, { expectedVersion: rev, ...more })

test('[P42, C109] a sample is public with the version that shows it and not before, and nothing else is', async () => {
  const hall = await startHall()
  const admin = await hall.roleCaller('admin')
  const supervisor = await hall.roleCaller('supervisor')
  const picture = aPicture(60, 3)
  const commandId = newId()
  const { status, body } = await send(hall, admin, picture, commandId)
  expect(status, JSON.stringify(body)).toBe(200)
  expect((await send(hall, admin, picture, commandId)).body).toEqual(body)
  const url = `/api/guide/${CODE}/samples/${body.sha256}`
  const paper = (await send(hall, admin, aPicture(60, 4))).body.sha256

  const { body: draft } = await admin.command('/api/item-drafts', { code: CODE })
  const [first, ...others] = draft.draft.content.materials
  const saving = (sample: string, resultSample: string) => ({
    draft: {
      ...draft.draft,
      effectiveFrom: '2026-06-12',
      content: { ...draft.draft.content, materials: [{ ...first, sample }, ...others], resultSample },
    },
  })
  const unknown = sha256('unknown')
  for (const wrong of [saving(unknown, paper), saving(body.sha256, unknown)])
    expect(await step(admin, draft, 'save', wrong)).toMatchObject(refused('file.not_found', 404))
  const { body: saved } = await step(admin, draft, 'save', saving(body.sha256, paper))
  expect(saved.changed).toEqual(['materials', 'result'])
  const { body: submitted } = await step(admin, saved, 'submit')
  // Who reviews it sees it; the public does not yet.
  expect(await look(hall, `/api/samples/${body.sha256}`, supervisor)).toMatchObject({
    status: 200,
    type: 'image/jpeg',
    content: picture,
  })
  // The guide as it will be, with its pictures, is for them alone as well.
  const before = await supervisor.get(`/api/catalogue/${CODE}/guide`)
  expect(before.body).toMatchObject({ code: CODE, version: 2, resultSample: paper, unitName: '林业站' })
  expect((await look(hall, url, supervisor)).status).toBe(200)
  expect((await hall.anonymous.get(`/api/catalogue/${CODE}/guide`)).status).toBe(401)
  expect((await hall.anonymous.get(`/api/guide/${CODE}`)).body.resultSample).toBeNull()
  expect((await look(hall, url)).status).toBe(404)
  expect((await look(hall, `/api/samples/${body.sha256}`)).status).toBe(401)

  expect((await step(supervisor, submitted, 'publish')).body.state).toBe('published')
  const guide = (await hall.anonymous.get(`/api/guide/${CODE}`)).body
  expect(guide.materials.map(({ sample }: { sample: string | null }) => sample)).toEqual([
    body.sha256,
    ...others.map(() => null),
  ])
  expect(guide.resultSample).toBe(paper)
  expect((await supervisor.get(`/api/catalogue/${CODE}/guide`)).body.code).toBe('item.not_found')
  expect(await look(hall, url)).toMatchObject({ status: 200, type: 'image/jpeg', content: picture })
  expect((await look(hall, `/api/guide/${CODE}/samples/${paper}`)).status).toBe(200)
  // Only under the item that shows it, and no other content of the disk.
  expect((await look(hall, `/api/guide/MZ-001/samples/${body.sha256}`)).status).toBe(404)
  expect((await look(hall, `/api/guide/${CODE}/samples/${sha256('unknown')}`)).status).toBe(404)
})

test('[P42] a sample is a picture or a plain PDF by its content, cleaned like every file, and only administrator and supervisor send one', async () => {
  const hall = await startHall()
  const admin = await hall.roleCaller('admin')
  expect((await send(hall, admin, Buffer.from('GIF89a'))).body.code).toBe('file.type_not_allowed')
  const script = Buffer.from(pdf('2 0 obj\n<< /OpenAction << /S /JavaScript /JS (x) >> >>\nendobj'))
  expect((await send(hall, admin, script)).body.code).toBe('file.pdf_active')
  expect((await send(hall, await hall.signIn('clerk1'), aPicture())).status).toBe(403)
  const { store } = hall.server.counter.deps
  const count = () => store.read((tx) => tx.sql.prepare('SELECT count(*) FROM item_sample').pluck().get())
  expect(count()).toBe(0)

  const plain = Buffer.from(pdf())
  const kept = await send(hall, admin, plain)
  expect(kept.status, JSON.stringify(kept.body)).toBe(200)
  expect(await look(hall, `/api/samples/${kept.body.sha256}`, admin)).toMatchObject({
    status: 200,
    type: 'application/pdf',
    content: plain,
  })
  expect(count()).toBe(1)
})
