import { expect, test } from 'vitest'
import { type Caller, type Hall, startHall } from './app.ts'
import { deskAt, refused } from './desk.ts'

const SILENT = { reasons: [], text: '', phone: '13800000001' }

/** A visit that was rated 不满意, by the id of its card. */
async function aLowRating(hall: Hall, supervisor: Caller): Promise<string> {
  const desk = await deskAt(hall, 1)
  const { token } = await desk.take()
  const { id } = (await desk.next()).body.ticket
  await desk.act(id, 'start')
  await desk.act(id, 'finish', { outcome: 'consulted' })
  await hall.anonymous.command('/api/ratings', { token, level: 4, ...SILENT })
  return (await supervisor.get('/api/ratings')).body.open[0].id
}

test('[C1005] an appeal is decided by somebody else; the rating stays and only leaves the figures', async () => {
  const hall = await startHall()
  const supervisor = await hall.signIn('supervisor')
  const leader = await hall.signIn('leader')
  const id = await aLowRating(hall, supervisor)
  const board = async () => (await supervisor.get('/api/ratings')).body
  expect((await board()).levels).toEqual([{ level: 4, n: 1 }])
  const made = await supervisor.command(`/api/ratings/${id}/appeal`, { text: '民政办：当天系统停机' })
  expect(made.body.appeal).toMatchObject({
    text: '民政办：当天系统停机',
    isUpheld: null,
    mayDecide: false,
  })
  expect(await supervisor.command(`/api/ratings/${id}/appeal`, { text: '再说一次' })).toMatchObject(
    refused('rating.appealed'),
  )
  const decision = { isUpheld: true, reason: '停机属实' }
  expect(await supervisor.command(`/api/ratings/${id}/decide-appeal`, decision)).toMatchObject(
    refused('approval.same_person'),
  )
  // The leader decides, and sees nobody's number.
  expect((await leader.get('/api/ratings')).body.open[0]).toMatchObject({
    id,
    phone: null,
    next: [],
    appeal: { mayDecide: true },
  })
  const decided = await leader.command(`/api/ratings/${id}/decide-appeal`, decision)
  expect(decided.body.appeal).toMatchObject({ isUpheld: true, reason: '停机属实' })
  const after = await board()
  expect(after.levels).toEqual([])
  expect(after.open[0]).toMatchObject({ id, level: 4, next: ['verified'] })
  expect(await leader.command(`/api/ratings/${id}/decide-appeal`, decision)).toMatchObject(
    refused('rating.not_found', 404),
  )
})

test('[C1005] an appeal is made within three working days', async () => {
  const hall = await startHall()
  const id = await aLowRating(hall, await hall.signIn('supervisor'))
  // Given on Friday 12 June: Wednesday 17 June 17:30 is the last instant.
  hall.clock.to('2026-06-17T09:30:00.001Z')
  const late = await (await hall.signIn('supervisor')).command(`/api/ratings/${id}/appeal`, { text: '晚了' })
  expect(late).toMatchObject(refused('rating.appeal_late'))
})
