import Database from 'better-sqlite3'
import { describe, expect, test } from 'vitest'
import { QUEUE_DEFAULTS } from '../src/domain/queue/settings.ts'
import { type Hall, startHall } from './app.ts'
import { deskAt } from './desk.ts'

/** Every quote is given, as if enough visits had been seen; the sample's configured means are what is known. */
const QUOTING = { queue: { ...QUEUE_DEFAULTS, minObservations: 0 } }

function storedQuote(hall: Hall, number: string) {
  const database = new Database(`${hall.dataDir}/counter.db`, { readonly: true })
  const text = database.prepare('SELECT quote FROM ticket WHERE number = ?').pluck().get(number) as string
  database.close()
  return JSON.parse(text)
}

async function take(hall: Hall, count = 1) {
  const clerk = await hall.signIn('supervisor')
  const taken = []
  for (let place = 0; place < count; place += 1)
    taken.push((await clerk.command('/api/tickets', { topic: 'relief', cls: 'ordinary' })).body)
  return taken
}

describe('the quote of a new number', () => {
  test('[Q62, Q65] numbers of the same instant are quoted one behind the other', async () => {
    const hall = await startHall(QUOTING)
    await hall.clerkAt(1)
    const taken = await take(hall, 4)
    expect(taken.map(({ quote }) => quote.ahead)).toEqual([0, 1, 2, 3])
    const stored = taken.map(({ number }) => storedQuote(hall, number).quote)
    expect(stored.map(({ shown }) => shown.kind === 'now')).toEqual([true, false, false, false])
    const medians = stored.map(({ p50 }) => p50)
    expect(medians[0]).toBe(0)
    expect(medians).toEqual([...new Set(medians)].toSorted((a, b) => a - b))
  })

  test('[Q63] is stored with people ahead, P10, P50, P80, P90, low, high, windows and model, and stays', async () => {
    const hall = await startHall(QUOTING)
    const clerk = await hall.clerkAt(1)
    await hall.clerkAt(2)
    const [, , third] = await take(hall, 3)
    const first = storedQuote(hall, third.number)
    expect(first).toEqual({
      ahead: 2,
      quote: {
        p10: expect.any(Number),
        p50: expect.any(Number),
        p80: expect.any(Number),
        p90: expect.any(Number),
        shown: { kind: expect.any(String), low: third.quote.low, high: third.quote.high },
        windows: expect.any(Number),
        model: 'roll-3',
      },
    })
    hall.clock.forward(60_000)
    await clerk.command('/api/windows/1/next')
    await hall.anonymous.post('/api/track/ticket', { token: third.token })
    expect(storedQuote(hall, third.number)).toEqual(first)
  })

  test('[Q65] what a window has done since counts at once', async () => {
    const hall = await startHall(QUOTING)
    const clerk = await hall.clerkAt(1)
    const [, second] = await take(hall, 2)
    expect(storedQuote(hall, second.number).quote.shown.kind).not.toBe('now')
    for (const finish of [{}, { finish: { outcome: 'consulted' } }, { finish: { outcome: 'consulted' } }]) {
      const { body } = await clerk.command('/api/windows/1/next', finish)
      if (body.ticket !== null) await clerk.command(`/api/tickets/${body.ticket.id}/start`)
    }
    const [after] = await take(hall)
    expect(storedQuote(hall, after.number)).toMatchObject({ ahead: 0, quote: { shown: { kind: 'now' } } })
  })

  test('[Q65] that fails costs the minutes alone: the number is given with the people ahead', async () => {
    const hall = await startHall(QUOTING)
    await hall.clerkAt(1)
    // Without its index the reading of service times is an error of the database.
    const database = new Database(`${hall.dataDir}/counter.db`)
    database.exec('DROP INDEX leg_of_topic')
    database.close()
    // What was learnt before is a minute old.
    hall.clock.forward(61_000)
    const taken = await take(hall, 2)
    expect(taken.map(({ number, quote }) => [number, quote])).toEqual([
      ['综 001', { ahead: 0, low: null, high: null }],
      ['综 002', { ahead: 1, low: null, high: null }],
    ])
  })
})

test.each(['relief', 'social', 'farm'])(
  '[Q43] the alarm tells the wait of %s, whose line has been seen, although others have not',
  async (topic) => {
    const hall = await startHall({ queue: { minObservations: 1 } })
    const desk = await deskAt(hall, 1)
    await desk.take(topic)
    const { ticket } = (await desk.next()).body
    await desk.act(ticket.id, 'start')
    hall.clock.forward(300_000)
    await desk.act(ticket.id, 'finish', { outcome: 'consulted' })
    hall.clock.forward(61_000)
    for (let n = 0; n < 15; n += 1) await desk.take(topic)
    const { alarm } = (await (await hall.signIn('supervisor')).get('/api/supervise')).body
    expect(alarm).toMatchObject({ waiting: 15, p80: expect.any(Number) })
  },
)
