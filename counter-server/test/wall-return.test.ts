import { expect, test } from 'vitest'
import { startHall } from './app.ts'
import { deskAt, follow } from './desk.ts'

test('[QT14, Q58] a wall that comes back reads everything anew, the second time as the first', async () => {
  const hall = await startHall()
  const wall = await hall.device('wall')
  const desk = await deskAt(hall, 1)
  for (const number of ['综 001', '综 002', '综 003']) {
    await desk.take()
    const { ticket } = (await desk.next()).body
    const { snapshot } = await follow(hall, 'wall', wall, 'hall')
    expect(
      snapshot.state.windows.find(({ window }: { window: number }) => window === 1).current,
    ).toMatchObject({
      number,
      isServing: false,
    })
    expect(snapshot.state.figures.lastCalls[0].number).toBe(number)
    await desk.act(ticket.id, 'start')
    await desk.act(ticket.id, 'finish', { outcome: 'consulted' })
  }
})
