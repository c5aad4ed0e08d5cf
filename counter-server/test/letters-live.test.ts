import { describe, expect, test } from 'vitest'
import { type Hall, startHall } from './app.ts'
import { enter, preview, publish, THE_18TH } from './calendar-change.ts'
import { watch } from './live.ts'

const LETTER = {
  channel: 'website',
  topic: 'complaint',
  isAboutStaff: false,
  name: '示例甲',
  phone: '',
  address: '',
  text: '路灯不亮',
}

async function log(hall: Hall): Promise<string> {
  return (await (await hall.signIn('clerk1')).command('/api/letters', LETTER)).body.id
}

async function follow(hall: Hall, name: string, topic: string) {
  const page = await watch(hall, { as: 'staff', cookie: (await hall.signIn(name)).cookie })
  page.say({ type: 'subscribe', topics: [{ topic }] })
  await page.next(({ type }) => type === 'snapshot')
  return page
}

describe('who hears of a letter', () => {
  test('[C1302, I30] the supervisor hears of each letter, a unit of those it is given, another unit of none', async () => {
    const hall = await startHall()
    const supervisor = await follow(hall, 'supervisor', 'letters')
    const mz = await follow(hall, 'mz', 'letters')
    const ly = await follow(hall, 'ly', 'letters')
    const id = await log(hall)
    await supervisor.next(({ changes }) => changes?.[0]?.counts.green === 1)
    await (await hall.signIn('clerk1')).command(`/api/letters/${id}/assign`, { unit: 'MZ' })
    const told = await mz.next(({ type }) => type === 'changed')
    expect(told.changes).toEqual([{ kind: 'letter_changed', counts: { green: 1, yellow: 0, red: 0 } }])
    expect(ly.heard.filter(({ type }) => type === 'changed')).toEqual([])
  })

  test('[C1302] its page is told the whole letter, and refused to a unit that does not have it', async () => {
    const hall = await startHall()
    const id = await log(hall)
    const clerk = await follow(hall, 'clerk1', `letter:${id}`)
    await (await hall.signIn('clerk1')).command(`/api/letters/${id}/assign`, { unit: 'MZ' })
    const { changes } = await clerk.next(({ type }) => type === 'changed')
    expect(changes[0].letter.row).toMatchObject({ status: 'assigned', unit: 'MZ' })
    const ly = await watch(hall, { as: 'staff', cookie: (await hall.signIn('ly')).cookie })
    ly.say({ type: 'subscribe', topics: [{ topic: `letter:${id}` }] })
    expect((await ly.next(({ topic }) => topic === `letter:${id}`)).type).toBe('refused')
  })
})

test('[C521] a letter that cannot be opened holds up no other', async () => {
  const hall = await startHall()
  const broken = await log(hall)
  const other = await log(hall)
  const supervisor = await hall.signIn('supervisor')
  await supervisor.command(`/api/letters/${other}/assign`, { unit: 'MZ' })
  await hall.server.counter.deps.store.write(({ sql }) =>
    sql
      .prepare(
        "UPDATE letter_text SET words_enc = x'00' WHERE event IN (SELECT id FROM letter_event WHERE letter = ?)",
      )
      .run(broken),
  )
  // Both were due on 22 June.
  hall.clock.to('2026-06-23T01:00:00.000Z')
  await expect(hall.server.jobs.run()).rejects.toThrow('letters could not be marked')
  const { row } = (await (await hall.signIn('supervisor')).get(`/api/letters/${other}`)).body
  expect(row).toMatchObject({ light: 'red', flags: ['supervised'] })
})

describe('another calendar', () => {
  test('[C603, C604, C605] is looked at before, reaches the letters that wait, keeps what was told, and moves none that is answered', async () => {
    const hall = await startHall()
    const waiting = await log(hall)
    const clerk = await hall.signIn('clerk1')
    const call = { ...LETTER, channel: 'phone', answer: '今晚修好' }
    const answered = (await clerk.command('/api/letters', call)).body.id
    const due = async (id: string) => (await clerk.get(`/api/letters/${id}`)).body
    // Five working days from 12 June: the 15th, 16th, 17th, 18th and 22nd, for the 19th is off.
    expect((await due(waiting)).row.dueOn).toBe('2026-06-22')
    const supervisor = await hall.roleCaller('supervisor')
    const { body: entered } = await enter(await hall.roleCaller('admin'), THE_18TH)
    const early = await preview(supervisor, entered.id)
    expect(early.letters).toEqual({ examined: 1, moved: 1, broken: 1 })
    await clerk.command(`/api/letters/${waiting}/add-note`, { text: '又来电' })
    expect((await publish(supervisor, entered.id, early.id)).body.code).toBe('calendar.preview_required')
    await publish(supervisor, entered.id, (await preview(supervisor, entered.id)).id)
    await hall.server.jobs.run()
    const moved = await due(waiting)
    expect([moved.row.dueOn, moved.toldDueOn]).toEqual(['2026-06-23', '2026-06-22'])
    expect(moved.events.map(({ type }: { type: string }) => type)).toEqual([
      'letter.registered',
      'letter.noted',
      'calendar.applied',
    ])
    expect((await due(answered)).events).toHaveLength(2)
  })
})
