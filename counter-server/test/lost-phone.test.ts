import { uuidv7 } from 'uuidv7'
import { describe, expect, test } from 'vitest'
import type { Caller } from './app.ts'
import { journalOf } from './desk.ts'
import { aLostPhone, handOver } from './lost-phone.fixture.ts'
import { aRegistration, type Frozen, freeze, putFile, SIGNATURE, syncOne } from './village-fixture.ts'

const caseAt = async (supervisor: Caller, { header }: Frozen) =>
  (await supervisor.get(`/api/cases/${header['caseId']}`)).body.row?.number

describe('a lost phone that reports again', () => {
  test('[V65, V80] took along numbers that are not called wrong: who shows such a slip hears from where it is', async () => {
    const { hall, numbers } = await aLostPhone()
    const asked = await hall.anonymous.post('/api/track/case', { number: numbers[0], code: '7K3F9QPD' })
    expect(asked.body).toMatchObject({ code: 'number.not_arrived', params: { name: '石桥村' } })
  })

  test('[V80, V84] hands over what it could not send, learns nothing by it, and may erase itself when nothing is left', async () => {
    const { lost, numbers, staffId, items, supervisor, hall } = await aLostPhone()
    const command = aRegistration({}, { number: numbers[0] })
    const told = await handOver(lost, [command], { author: staffId, left: { commands: 0, files: 1 } })
    expect(told).toEqual({
      product: 'village-counter',
      protocol: 1,
      nonce: 'nonce-of-the-lost',
      results: [{ id: command.header['id'], isKept: true }],
      wipe: false,
    })
    expect(await items()).toMatchObject([
      { id: command.header['id'], code: 'device.lost', applicant: '示*甲', village: '05' },
    ])
    expect(await caseAt(supervisor, command)).toBeUndefined()
    // The same once more is the same answer, and its photo is taken by the phone's own key.
    expect((await handOver(lost, [command], { author: staffId })).results).toEqual(told.results)
    expect((await putFile(hall, lost, SIGNATURE, 'lost')).status).toBe(200)
    expect((await items()).length).toBe(1)
    const free = numbers.slice(1)
    expect((await handOver(lost, [], { author: staffId, free })).wipe).toBe(true)
    const { gaps } = (await supervisor.get('/api/points/05/numbers')).body
    expect(gaps.slice(0, 2)).toMatchObject([
      { number: numbers[0], state: 'lost' },
      { number: numbers[1], state: 'void', reason: '手机已挂失，号没有用过' },
    ])
    expect(journalOf(hall, 'device.handed_over')).toEqual([
      // Offered a second time it was here already.
      { village: '05', commands: 1, numbers: 0 },
      { village: '05', commands: 0, numbers: 49 },
    ])
  })

  test('[V80] is confirmed by its author at another phone, and stands under its own number with its photo', async () => {
    const { lost, other, numbers, staffId, items, supervisor, hall } = await aLostPhone()
    const command = aRegistration({}, { number: numbers[0] })
    const note = freeze('note.add', { text: '口头补充' }, { caseId: command.header['caseId'], seq: 2 })
    await handOver(lost, [command, note], { author: staffId })
    await putFile(hall, lost, SIGNATURE, 'lost')
    const own = (await other.get('/api/village-attention/own')).body.items
    expect(own.map(({ id }: { id: string }) => id)).toEqual([command.header['id'], note.header['id']])
    for (const { header } of [command, note]) {
      const confirm = `/api/village-attention/${header['id']}/confirm`
      expect(await other.command(confirm, { isOwn: true })).toMatchObject({ status: 200 })
    }
    const { body } = await supervisor.get(`/api/cases/${command.header['caseId']}`)
    expect(body.row.number).toBe(numbers[0])
    expect(body.row.flags).not.toContain('awaiting_files')
    expect(JSON.stringify(body)).toContain('口头补充')
    expect(await items()).toEqual([])
    // The phone that was found after all sends it as well: it is the same (V49).
    expect((await handOver(lost, [command], { author: staffId })).results[0].isKept).toBe(true)
    expect(await items()).toEqual([])
  })

  test('[V80, V16] a consultation is told from others by what was asked and by whom, as far as that is known', async () => {
    const { lost, other, staffId, items } = await aLostPhone()
    const asked = { item: null, question: '养老金几时发', answer: '每月15号', isReferred: false }
    const whole = freeze('consult.log', { ...asked, person: '示例甲', item: 'MZ-013' })
    const bare = freeze('consult.log', asked, { seq: 2 })
    const spoilt = freeze('number.void', { number: '2026-05-0009-K', reason: '写坏了' }, { seq: 3 })
    await handOver(lost, [whole, bare, spoilt], { author: staffId })
    const own = (await other.get('/api/village-attention/own')).body.items
    const told = [
      { applicant: '示*甲', topic: '养老金几时发' },
      { item: null, applicant: null, topic: '养老金几时发' },
      { applicant: null, topic: '2026-05-0009-K' },
    ]
    expect(own).toMatchObject(told)
    expect(own[0].item).not.toBeNull()
    expect(await items()).toMatchObject(told)
  })

  test('[V80] what its author does not know is not done, and nobody else is asked', async () => {
    const { hall, lost, other, numbers, staffId, items, supervisor } = await aLostPhone()
    const command = aRegistration({}, { number: numbers[0] })
    await handOver(lost, [command], { author: staffId })
    const confirm = `/api/village-attention/${command.header['id']}/confirm`
    const stranger = await hall.signIn('v01')
    expect((await stranger.get('/api/village-attention/own')).body.items).toEqual([])
    expect((await stranger.command(confirm, { isOwn: true })).body.code).toBe('request.not_found')
    expect((await other.command(confirm, { isOwn: false })).status).toBe(200)
    expect(await items()).toEqual([])
    expect(await caseAt(supervisor, command)).toBeUndefined()
    // What was refused for another reason is the centre's, not to be confirmed by a press.
    const refused = aRegistration({ isRelative: null })
    await syncOne(other, refused)
    const again = `/api/village-attention/${refused.header['id']}/confirm`
    expect((await other.command(again, { isOwn: true })).body.code).toBe('request.not_found')
  })

  test('[V80, V90] is put in order by the supervisor in its author’s name', async () => {
    const { lost, numbers, staffId, supervisor } = await aLostPhone()
    const command = aRegistration({}, { number: numbers[3] })
    await handOver(lost, [command], { author: staffId })
    const solve = `/api/village-attention/${command.header['id']}/solve`
    const answer = await supervisor.command(solve, { how: 'apply', reason: '电话问过本人' })
    expect(answer.status, JSON.stringify(answer.body)).toBe(200)
    expect(await caseAt(supervisor, command)).toBe(numbers[3])
  })

  test('[V80, V84] keeps what the centre cannot read, or what names a stranger or another point', async () => {
    const { lost, staffId, items } = await aLostPhone()
    const elsewhere = aRegistration({}, { pointId: '01' })
    const good = aRegistration()
    const changed = { ...good, payload: { ...good.payload, note: '改过' } }
    const unread = { header: { id: uuidv7() }, payload: {} }
    const told = await handOver(lost, [elsewhere, changed, unread], { author: staffId })
    expect(told.results.map(({ isKept }: { isKept: boolean }) => isKept)).toEqual([false, false, false])
    expect(told.wipe).toBe(false)
    const stranger = await handOver(lost, [aRegistration()], { author: uuidv7() })
    expect(stranger).toMatchObject({ results: [{ isKept: false }], wipe: false })
    // What is not as it was frozen is named, and nothing of it is believed.
    const named = await items()
    expect(named).toHaveLength(1)
    expect(named[0]).toMatchObject({ id: changed.header['id'], code: 'command.unreadable', applicant: null })
  })

  test('[V36, V80] brings nothing back that its agent has taken back meanwhile', async () => {
    const { lost, other, staffId, items } = await aLostPhone()
    const command = aRegistration()
    const back = freeze('command.withdraw', { command: command.header['id'] }, { seq: 2 })
    expect(await syncOne(other, back)).toMatchObject({ code: null })
    const told = await handOver(lost, [command], { author: staffId })
    expect(told).toMatchObject({ results: [{ isKept: true }], wipe: true })
    expect(await items()).toEqual([])
  })

  test('[V80] does nothing but hand over: it signs nobody in, asks for nothing, and its cookie opens no other door', async () => {
    const { hall, phone, lost, order } = await aLostPhone()
    expect((await lost.post('/sync', {})).status).toBe(403)
    expect((await lost.get('/api/village-attention/own')).body.code).toBe('session.forbidden')
    expect((await phone.again()).body.code).toBe('device.lost')
    const [, token = ''] = lost.cookie.split('=')
    const asVillage = await hall.server.counter.app.inject({
      method: 'POST',
      url: '/api/sessions/switch',
      headers: {
        origin: 'http://127.0.0.1:8080',
        'x-actor': 'village',
        cookie: `__Host-village=${token}`,
      },
      payload: { staffId: uuidv7() },
    })
    expect(asVillage.json()).toMatchObject({ code: 'device.lost' })
    // Found, it is a phone like any other, and the session of the lost one is over.
    await order('found')
    expect((await lost.post('/sync/lost', {})).status).toBe(401)
    const again = await phone.again()
    expect(again.status).toBe(200)
    await expect(phone.lost()).rejects.toThrow('device.not_lost')
  })
})
