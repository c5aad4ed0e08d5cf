import { describe, expect, test } from 'vitest'
import { type Caller, type Hall, startHall } from './app.ts'
import { act, receive } from './case-files.ts'
import { deskAt } from './desk.ts'

interface Served {
  readonly token: string
  readonly number: string
}

/** A visit that is over, as the phone of its owner knows it. */
async function aServedVisit(hall: Hall, window = 1): Promise<Served> {
  const desk = await deskAt(hall, window)
  const { token } = await desk.take()
  const { id, number } = (await desk.next()).body.ticket
  await desk.act(id, 'start')
  await desk.act(id, 'finish', { outcome: 'consulted' })
  return { token, number }
}

const SILENT = { reasons: [], text: '', phone: '' }

function rate(hall: Hall, token: string, level: number, more: object = {}) {
  return hall.anonymous.command('/api/ratings', { token, level, ...SILENT, ...more })
}

async function boardOf(supervisor: Caller) {
  return (await supervisor.get('/api/ratings')).body
}

describe('a rating', () => {
  test('[C1002] is given once for a visit that is over, and not by a member of the staff', async () => {
    const hall = await startHall()
    const { token, number } = await aServedVisit(hall)
    expect((await hall.anonymous.post('/api/ratings/offer', { token })).body).toEqual({ number })

    const staff = await (await hall.signIn('clerk2')).command('/api/ratings', { token, level: 1, ...SILENT })
    expect(staff).toMatchObject({ status: 409, body: { code: 'rating.staff_session' } })
    expect((await rate(hall, token, 1)).body).toEqual({ rectifyDays: null })
    expect((await rate(hall, token, 5)).body.code).toBe('rating.already_given')
    expect((await hall.anonymous.post('/api/ratings/offer', { token })).body.code).toBe(
      'rating.already_given',
    )
    expect((await boardOf(await hall.signIn('supervisor'))).levels).toEqual([{ level: 1, n: 1 }])
  })

  test('[C1002] counts once when the same press is sent twice', async () => {
    const hall = await startHall()
    const { token } = await aServedVisit(hall)
    const commandId = '01890a5d-ac96-774b-bcce-b302099a8057'
    const body = { token, level: 2, ...SILENT }
    const first = await hall.anonymous.command('/api/ratings', body, commandId)
    expect(await hall.anonymous.command('/api/ratings', body, commandId)).toMatchObject({
      status: first.status,
      body: first.body,
    })
    expect((await boardOf(await hall.signIn('supervisor'))).levels).toEqual([{ level: 2, n: 1 }])
  })

  test('[C1002] waits for the end of the service and for no more than thirty days', async () => {
    const hall = await startHall()
    const clerk = await hall.clerkAt(1)
    const { case: found, receipt } = await receive(clerk, 'LY-001', 'accept')
    expect((await rate(hall, receipt.token, 2)).body.code).toBe('rating.not_yet')
    const handler = await hall.signIn('ly')
    await act(handler, found.row.id, 'decide', { decision: 'granted', result: '准予采伐' })
    // Decided on 12 June at 9:40: until 12 July 9:40.
    hall.clock.to('2026-07-12T01:40:00.001Z')
    expect((await rate(hall, receipt.token, 2)).body.code).toBe('rating.expired')
    expect((await rate(hall, 'AAAAAAAAAAAAAAAAAAAAAA', 2)).body.code).toBe('code.not_found')
  })

  test('[U28] says nothing of its level to a clerk, a handler or a leader, nor in the record', async () => {
    const hall = await startHall()
    const { token } = await aServedVisit(hall)
    await rate(hall, token, 5, { text: '等了两个小时' })
    for (const role of ['clerk', 'handler', 'agent', 'admin'] as const)
      expect((await (await hall.roleCaller(role)).get('/api/ratings')).status).toBe(403)
    const { store } = hall.server.counter.deps
    const events = store.read((tx) =>
      tx.sql.prepare("SELECT data FROM journal WHERE type LIKE 'rating.%'").pluck().all(),
    ) as string[]
    expect(events).toHaveLength(1)
    expect(Object.keys(JSON.parse(events[0] ?? '{}'))).toEqual(['rating'])
    const stored = store.read((tx) => tx.sql.prepare('SELECT text_enc FROM rating').pluck().get()) as Buffer
    expect(stored.toString('utf8')).not.toContain('等了')
  })
})

describe('the follow-up of a low rating', () => {
  test('[C1004] has one working day for the contact and fifteen for putting it right, and goes its way', async () => {
    const hall = await startHall()
    const { token, number } = await aServedVisit(hall)
    const given = await rate(hall, token, 4, { reasons: ['waited_long'], text: '太久', phone: '13800000001' })
    expect(given.body).toEqual({ rectifyDays: 15 })
    let supervisor = await hall.signIn('supervisor')
    const [card] = (await boardOf(supervisor)).open
    // Friday 12 June: Monday the 15th; fifteen working days without Friday the 19th end on 6 July.
    expect(card).toMatchObject({
      kind: 'ticket',
      number,
      level: 4,
      reasons: ['waited_long'],
      text: '太久',
      phone: '138****0001',
      contact: { dueAt: '2026-06-15T09:30:00.000Z', light: 'green', left: 1 },
      rectify: { dueAt: '2026-07-06T09:30:00.000Z', light: 'green', left: 15 },
      next: ['verified'],
    })
    expect((await supervisor.post(`/api/ratings/${card.id}/phone`)).body).toEqual({ phone: '13800000001' })
    const looks = hall.server.counter.deps.store.read((tx) =>
      tx.sql.prepare("SELECT subject FROM audit WHERE action = 'rating.reveal.phone'").pluck().all(),
    )
    expect(looks).toEqual([card.id])
    const url = `/api/ratings/${card.id}/step`
    const step = (name: string, version: number, text = '已办') =>
      supervisor.command(url, { expectedVersion: version, step: name, text })
    expect((await step('closed', 1)).body.code).toBe('rating.wrong_step')
    expect((await step('verified', 2)).body.code).toBe('rating.changed')
    hall.clock.to('2026-06-15T09:30:00.001Z')
    // A session does not last over a weekend.
    supervisor = await hall.signIn('supervisor')
    expect((await boardOf(supervisor)).open[0]).toMatchObject({
      contact: { light: 'red', isLate: true },
      rectify: { light: 'green', isLate: false },
    })
    for (const [place, name] of ['verified', 'rectified', 'replied', 'called_back', 'closed'].entries())
      expect((await step(name, place + 1)).body).toMatchObject({ step: name, version: place + 2 })
    expect((await boardOf(supervisor)).open).toEqual([])
  })

  test('[C1004] ends with the explanation when nobody left a number', async () => {
    const hall = await startHall()
    const { token } = await aServedVisit(hall)
    await rate(hall, token, 5)
    const supervisor = await hall.signIn('supervisor')
    const [card] = (await boardOf(supervisor)).open
    const step = (name: string, version: number) =>
      supervisor.command(`/api/ratings/${card.id}/step`, {
        expectedVersion: version,
        step: name,
        text: '已说明',
      })
    await step('verified', 1)
    expect((await step('explained', 2)).body.next).toEqual(['closed'])
    expect((await step('closed', 3)).body).toMatchObject({ step: 'closed', contact: null, isNamed: false })
  })

  test('[C1001, C1003] 1 is best: 基本满意 is none, 非常不满意 is one; how many rated is a share of what was done', async () => {
    const hall = await startHall()
    for (const [place, level] of [3, 5, null].entries()) {
      const { token } = await aServedVisit(hall, place + 1)
      if (level !== null) await rate(hall, token, level)
    }
    const board = await boardOf(await hall.signIn('supervisor'))
    expect(board.levels).toEqual([
      { level: 3, n: 1 },
      { level: 5, n: 1 },
    ])
    expect(board.open.map(({ level }: { level: number }) => level)).toEqual([5])
    expect(board.services).toEqual({ n: 3, rated: 2 })
  })

  test('[P11, C1004] a leader is told that a number was left, and neither the number nor a step to take', async () => {
    const hall = await startHall()
    const { token } = await aServedVisit(hall)
    await rate(hall, token, 4, { phone: '13800000001' })
    const [card] = (await boardOf(await hall.signIn('leader'))).open
    expect(card).toMatchObject({ isNamed: true, phone: null, next: [], contact: { light: 'green' } })
  })

  test('[C1003] 满意 asks nothing more: what came with it is not kept', async () => {
    const hall = await startHall()
    const { token } = await aServedVisit(hall)
    await rate(hall, token, 2, { text: '很好', phone: '13800000001' })
    const supervisor = await hall.signIn('supervisor')
    expect((await boardOf(supervisor)).open).toEqual([])
    const kept = hall.server.counter.deps.store.read((tx) =>
      tx.sql.prepare('SELECT text_enc, (SELECT count(*) FROM rating_follow_up) AS n FROM rating').get(),
    )
    expect(kept).toEqual({ text_enc: null, n: 0 })
  })
})
