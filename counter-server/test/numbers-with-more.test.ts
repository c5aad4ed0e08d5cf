import { describe, expect, test } from 'vitest'
import { startHall } from './app.ts'
import { receive } from './case-files.ts'
import { hallWithDesk, journalOf, newId, refused } from './desk.ts'

describe('a number with more to it', () => {
  test('[Q9] stands for up to ten services; eleven need two numbers', async () => {
    const { hall, desk } = await hallWithDesk()
    const take = (weight: number) =>
      desk.clerk.command('/api/tickets', { topic: 'relief', cls: 'ordinary', weight })
    const { body } = await take(10)
    expect(await take(11)).toMatchObject({
      ...refused('ticket.batch_too_large'),
      body: { params: { n: 10 } },
    })
    expect((await desk.next()).body.ticket).toMatchObject({ id: body.ticketId, weight: 10 })
    expect(journalOf(hall, 'ticket.issued')).toMatchObject([{ weight: 10 }])
  })

  test('[Q53] carries the mark 需当面叫, which a kiosk cannot set', async () => {
    const { hall, desk } = await hallWithDesk()
    const kiosk = await hall.device('kiosk')
    const body = { topic: 'relief', cls: 'ordinary', needsSpokenCall: true, weight: 9 }
    await kiosk.command('/api/tickets', body)
    expect((await desk.next()).body.ticket).toMatchObject({ needsSpokenCall: false, weight: 1 })
    const { ticketId } = (await desk.clerk.command('/api/tickets', body)).body
    const { body: facts } = await desk.act(ticketId, 'postpone')
    expect(facts.ticket).toMatchObject({ needsSpokenCall: true, weight: 9 })
  })

  test('[Q10] of a return visit carries the case of the receipt, goes to its unit, and is finished with it', async () => {
    const { hall, desk } = await hallWithDesk()
    const kiosk = await hall.device('kiosk')
    const { case: found, receipt } = await receive(desk.clerk, 'MZ-001', 'accept')
    const visit = (body: object) =>
      kiosk.command('/api/track/case/return-visit', { cls: 'ordinary', ...body })
    const { status, body } = await visit({ code: receipt.queryCode })
    expect(status, JSON.stringify(body)).toBe(200)
    const { ticket } = (await desk.next()).body
    expect(ticket).toMatchObject({ id: body.ticketId, caseId: found.row.id })
    await desk.act(ticket.id, 'start')
    expect((await desk.act(ticket.id, 'finish', { outcome: 'finished_on_spot' })).status).toBe(200)
    expect(journalOf(hall, 'ticket.finished')).toMatchObject([{ caseIds: [found.row.id] }])
    hall.clock.forward(3_000)
    expect((await visit({ token: receipt.token })).status).toBe(200)
    hall.clock.forward(3_000)
    expect(await visit({ code: 'AAAA-AAAA' })).toMatchObject(refused('code.not_found', 404))
    expect(
      (
        await hall.anonymous.command('/api/track/case/return-visit', {
          cls: 'ordinary',
          token: receipt.token,
        })
      ).status,
    ).toBe(401)
  })

  test('[Q4] of a return visit is the only live one of its case; whoever asks again is told the number', async () => {
    const { hall, desk } = await hallWithDesk()
    const kiosk = await hall.device('kiosk')
    const { receipt } = await receive(desk.clerk, 'MZ-001', 'accept')
    const visit = async () => {
      hall.clock.forward(3_000)
      const secret = { cls: 'ordinary', token: receipt.token }
      return kiosk.command('/api/track/case/return-visit', secret)
    }
    const { body: first } = await visit()
    expect(await visit()).toMatchObject({
      status: 409,
      body: { code: 'ticket.already_waiting', params: { n: first.number } },
    })
    await desk.act(first.ticketId, 'cancel')
    expect((await visit()).status).toBe(200)
  })

  test('[Q24] is not given by a kiosk for a matter that no window serves; the desk may', async () => {
    const hall = await startHall()
    const admin = await hall.roleCaller('admin')
    for (const window of [1, 2, 3, 4])
      await admin.command(`/api/windows/${window}/services`, {
        services: [{ topic: 'social', rank: 'main' }],
        isConfirmed: true,
      })
    const kiosk = await hall.device('kiosk')
    const body = { topic: 'relief', cls: 'ordinary' }
    expect(await kiosk.command('/api/tickets', body)).toMatchObject(refused('topic.no_window'))
    expect((await kiosk.command('/api/tickets', { ...body, topic: 'social' })).status).toBe(200)
    const clerk = await hall.roleCaller('clerk')
    expect((await clerk.command('/api/tickets', body)).status).toBe(200)
  })
})

describe('many taps', () => {
  test('[QT18, Q5] one tap repeated gives one number and one slip', async () => {
    const hall = await startHall()
    const kiosk = await hall.device('kiosk')
    const commandId = newId()
    const tap = () => kiosk.command('/api/tickets', { topic: 'relief', cls: 'ordinary' }, commandId)
    const answers = await Promise.all([tap(), tap(), tap(), tap(), tap()])
    expect(new Set(answers.map(({ body }) => body.number))).toEqual(new Set(['综 001']))
    const rows = (table: string) =>
      hall.server.counter.deps.store.read((tx) =>
        tx.sql.prepare(`SELECT count(*) FROM ${table}`).pluck().get(),
      )
    expect([rows('ticket'), rows('print_job')]).toEqual([1, 1])
  })
})
