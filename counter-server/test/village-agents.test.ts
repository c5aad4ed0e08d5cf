import { uuidv7 } from 'uuidv7'
import { describe, expect, test } from 'vitest'
import { createForgetter } from '../src/usecases/record/forget-by-age.ts'
import type { Caller, Hall } from './app.ts'
import { act } from './case-files.ts'
import { journalOf, newId } from './desk.ts'
import { aPicture, aRegistration, named, SIGNATURE, sha256, syncOne } from './village-fixture.ts'
import { atPoint } from './village-point.ts'

const ID_NO = '11010519491231002X'

const agentOf = (hall: Hall) =>
  hall.server.counter.deps.store.read((tx) =>
    tx.sql.prepare("SELECT id FROM staff WHERE sign_in_name = 'v05'").pluck().get(),
  ) as string

async function aPhoto(hall: Hall, caller: Caller, content = aPicture(60, 7)): Promise<string> {
  const { app } = hall.server.counter
  const answer = await app.inject({
    method: 'POST',
    url: '/api/samples',
    headers: {
      origin: 'http://127.0.0.1:8080',
      'x-actor': 'staff',
      cookie: caller.cookie,
      'content-type': 'application/octet-stream',
      'x-command-id': newId(),
    },
    payload: content,
  })
  return answer.json().sha256
}

async function atCard() {
  const point = await atPoint()
  const supervisor = await point.hall.signIn('supervisor')
  const agent = agentOf(point.hall)
  const card = (change: object = {}) =>
    supervisor.command('/api/points/05/card', {
      agent,
      phone: '19900000009',
      photo: null,
      idNo: null,
      reason: '上墙公示',
      ...change,
    })
  const points = async () => (await supervisor.get('/api/points')).body.points
  const pointOf = async (code = '05') =>
    (await points()).find(({ village }: { village: string }) => village === code)
  return { ...point, supervisor, agentId: agent, card, pointOf }
}

describe('the people of a point', () => {
  test('[P46, V1, V11] who left is forgotten with the answers to commands, as soon as no case of theirs is open', async () => {
    const { hall, card, agentId, registered } = await atCard()
    const admin = await hall.roleCaller('admin')
    const { deps } = hall.server.counter
    await card({ idNo: '110101199003077758' })
    expect(journalOf(hall, 'point.card_changed')).toMatchObject([{ changed: ['phone', 'idNo'] }])
    const open = await registered()
    await admin.command(`/api/staff/${agentId}/stop`, { reason: '离任' })
    const left = () =>
      deps.store.read(({ sql }) => sql.prepare('SELECT count(*) FROM agent_card').pluck().get())
    const forget = async (at: string) => {
      hall.clock.to(at)
      await createForgetter(deps)()
      return left()
    }
    expect(await forget('2027-06-11T01:40:00.000Z')).toBe(1)
    // The year is over, but the case is open.
    expect(await forget('2027-06-14T01:40:00.000Z')).toBe(1)
    await act(await hall.signIn('clerk1'), open, 'withdraw', { reason: '不办了' })
    expect(await forget('2027-06-15T01:40:00.000Z')).toBe(0)
    expect(journalOf(hall, 'agent.card_forgotten')).toEqual([{}])
  })

  test('[V1] stand with photo and phone on a page that everybody reads, and no other picture is public', async () => {
    const { hall, supervisor, card, pointOf } = await atCard()
    const photo = await aPhoto(hall, supervisor)
    const other = await aPhoto(hall, supervisor, aPicture(60, 9))
    expect(await card({ photo })).toMatchObject({ status: 200 })
    const place = { place: '村部一楼', phone: '0558-1234567', hours: '每天 8:00-17:30' }
    await supervisor.command('/api/points/05/details', { ...place, reason: '搬了' })
    expect(await pointOf()).toMatchObject({
      ...place,
      agents: [{ phone: '19900000009', photo, hasIdNo: false }],
    })
    const { body } = await hall.anonymous.get('/api/village-points')
    expect(body.points.find(({ village }: { village: string }) => village === '05')).toEqual({
      village: '05',
      name: '石桥村',
      ...place,
      agents: [{ post: 'A', name: '石桥村代办员', phone: '19900000009', photo, isAway: false }],
    })
    const look = (sha: string, village = '05') =>
      hall.anonymous.get(`/api/village-points/${village}/photos/${sha}`)
    expect((await look(photo)).status).toBe(200)
    for (const hidden of [look(other), look(photo, '06'), look(sha256('none'))])
      expect(await hidden).toMatchObject({ status: 404, body: { code: 'file.not_found' } })
    expect(await card({ photo: sha256('none') })).toMatchObject({ body: { code: 'file.not_found' } })
    expect(await card({ phone: '12' })).toMatchObject({ body: { code: 'contact.phone' } })
    expect(await card({ reason: ' ' })).toMatchObject({ body: { code: 'reason.required' } })
    expect(await card({ agent: uuidv7() })).toMatchObject({ body: { code: 'request.not_found' } })
  })

  test('[V1] with nobody there a new notice is the hall’s to tell, and not the point’s', async () => {
    const point = await atPoint()
    const errands = async () => (await point.agent().get('/api/errands')).body.items
    await point.noticed()
    expect(await errands()).toHaveLength(1)
    await point.hall.server.counter.deps.store.write((tx) => {
      tx.sql
        .prepare("UPDATE staff SET away_from = '2026-06-01', away_until = '2026-06-30' WHERE village = '05'")
        .run()
    })
    const told = await point.noticed()
    expect(await errands()).toHaveLength(1)
    const { relay, waiting } = Object.fromEntries(
      (await point.clerk.get(`/api/cases/${told}`)).body.clocks.map((clock: { kind: string }) => [
        clock.kind,
        clock,
      ]),
    )
    expect(relay).toBeUndefined()
    expect(waiting.startedOn).toBe('2026-06-12')
  })

  test('[V11] an agent’s own matter is known by the ID number, whatever the names', async () => {
    const { hall, agent, card, pointOf } = await atCard()
    const applicant = aRegistration().payload['applicant'] as object
    const asked = (change: object) =>
      syncOne(agent(), aRegistration({ applicant: { ...applicant, ...change } }))
    // Without a number the name says it, unless two phones say that they are two.
    await card()
    expect(await asked({ name: '石桥村代办员', phone: '19900000009' })).toMatchObject({ code: 'agent.self' })
    expect(await asked({ name: '石桥村代办员' })).toMatchObject({ code: null })
    expect(await card({ idNo: '110105194912310021' })).toMatchObject({ body: { code: 'person.id_invalid' } })
    expect(await card({ idNo: ID_NO })).toMatchObject({ status: 200 })
    expect((await pointOf()).agents[0].hasIdNo).toBe(true)
    expect(await asked({ name: '别的名字' })).toMatchObject({ code: 'agent.self' })
    // Kept as it is where nothing is said of it, and to be compared alone.
    await card()
    expect(await asked({})).toMatchObject({ code: 'agent.self' })
    const rows = hall.server.counter.deps.store.read((tx) =>
      tx.sql.prepare("SELECT count(*) FROM journal WHERE instr(data, '491231') > 0").pluck().get(),
    )
    expect(rows).toBe(0)
    await card({ idNo: '' })
    expect(await asked({})).toMatchObject({ code: null })
  })

  test('[V11] a guardian’s proof is asked for here too', async () => {
    const point = await atPoint()
    const authority = { ...(aRegistration().payload['authority'] as object), relation: '监护人：母亲' }
    const proof = aPicture(44, 5)
    expect(await syncOne(point.agent(), aRegistration({ authority }))).toMatchObject({
      code: 'material.missing',
    })
    const files = [named(SIGNATURE), named(proof, '监护关系证明')]
    expect(await syncOne(point.agent(), aRegistration({ authority }, { files }))).toMatchObject({
      code: null,
    })
  })
})

describe('a consultation that was written down wrongly', () => {
  const TOLD = {
    person: '示例丁',
    item: 'MZ-013',
    question: '低保怎么办',
    answer: '带身份证',
    isReferred: false,
  }
  const RIGHT = { question: '低保怎么办', answer: '带户口簿', isReferred: true, reason: '记错了' }

  test('[V16] is put right by a new event, and the line shows what it said and what it says', async () => {
    const point = await atPoint()
    const id = uuidv7()
    await point.send('consult.log', TOLD, { caseId: id })
    const lineOf = async () => (await point.agent().get('/api/log-book')).body.items[0].consultation
    const correct = (caller: Caller, body: object) =>
      caller.command(`/api/log-book/consultations/${id}/correct`, body)
    expect(await correct(point.agent(), { ...RIGHT, reason: ' ' })).toMatchObject({
      body: { code: 'reason.required' },
    })
    expect(await correct(point.agent(), RIGHT)).toMatchObject({ status: 200 })
    const was = { question: '低保怎么办', answer: '带身份证', isReferred: false }
    expect(await lineOf()).toMatchObject({
      id,
      answer: '带户口簿',
      isReferred: true,
      corrections: [{ by: '石桥村代办员', reason: '记错了', was }],
    })
    const supervisor = await point.hall.signIn('supervisor')
    await correct(supervisor, { ...RIGHT, answer: '带户口簿和身份证' })
    expect(await lineOf()).toMatchObject({
      answer: '带户口簿和身份证',
      corrections: [{ was }, { was: { ...was, answer: '带户口簿', isReferred: true } }],
    })
    const other = await point.hall.signIn('v06')
    expect(await correct(other, RIGHT)).toMatchObject({ status: 404, body: { code: 'case.not_found' } })
  })
})
