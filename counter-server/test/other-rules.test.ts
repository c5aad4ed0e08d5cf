import type { CaseId } from '@counter/shared/vocabulary/ids'
import type { PlainDate } from '@counter/shared/vocabulary/time'
import { describe, expect, test } from 'vitest'
import type { CalendarVersion } from '../src/domain/calendar/calendar-version.ts'
import { findCalendar, insertCalendar } from '../src/store/calendars.ts'
import { findClocks } from '../src/store/case-clocks.ts'
import { findCaseEvents } from '../src/store/case-events.ts'
import { type Hall, startHall } from './app.ts'
import { act, receive } from './case-files.ts'

/** 2026 once more, with 18 June off beside the 19th: five working days from the 12th end a day later. */
async function takeThe18thOff(hall: Hall): Promise<void> {
  await hall.server.counter.deps.store.write((tx) => {
    const known = findCalendar(tx).versions.find(({ year }) => year === 2026) as CalendarVersion
    const off = [...known.off, { date: '2026-06-18' as PlainDate, name: '端午节', kind: 'arranged' as const }]
    insertCalendar(tx, { ...known, version: 2, off })
  })
}

function appliedIn(hall: Hall, id: string) {
  return hall.server.counter.deps.store.read((tx) =>
    findCaseEvents(tx, id as CaseId).flatMap((event) =>
      event.type === 'calendar.applied' ? [{ ...event.payload, actor: event.actor }] : [],
    ),
  )
}

describe('a calendar that changes', () => {
  test('[C604] is written into each case that it moves, once, and the day that was told stays', async () => {
    const hall = await startHall()
    const { case: found } = await receive(await hall.clerkAt(1), 'LY-001', 'accept')
    await takeThe18thOff(hall)
    await hall.server.jobs.run()
    await hall.server.jobs.run()
    const moves = [
      { kind: 'committed', from: '2026-06-22', to: '2026-06-23' },
      { kind: 'statutory', from: '2026-07-13', to: '2026-07-14' },
    ]
    expect(appliedIn(hall, found.row.id)).toEqual([
      { change: null, moves, toldOn: '2026-06-22', actor: 'system' },
    ])
    const supervisor = await hall.signIn('supervisor')
    expect((await supervisor.get(`/api/cases/${found.row.id}`)).body).toMatchObject({
      row: { dueOn: '2026-06-23' },
      toldDueOn: '2026-06-22',
      events: expect.arrayContaining([expect.objectContaining({ type: 'calendar.applied', moves })]),
    })
  })

  test('[C604] is written before the next act at a case that has not been reached yet', async () => {
    const hall = await startHall()
    const clerk = await hall.clerkAt(1)
    const { case: found } = await receive(clerk, 'LY-001', 'accept')
    await takeThe18thOff(hall)
    await act(clerk, found.row.id, 'add-note', { reason: '来电问过' })
    const types = hall.server.counter.deps.store.read((tx) =>
      findCaseEvents(tx, found.row.id as CaseId).map(({ type }) => type),
    )
    expect(types).toEqual(['case.received', 'case.accepted', 'calendar.applied', 'case.noted'])
  })

  test('[C605] leaves the clocks and verdicts of what was decided before it', async () => {
    const hall = await startHall()
    const clerk = await hall.clerkAt(1)
    const { case: found } = await receive(clerk, 'LY-001', 'accept')
    const { id } = found.row
    // A day late by the calendar of then, in time by the later one.
    hall.clock.to('2026-06-23T01:00:00.000Z')
    await hall.server.jobs.run()
    const handler = await hall.signIn('ly')
    await act(handler, id, 'decide', { decision: 'granted', result: '准予采伐' })
    const reader = await hall.signIn('supervisor')
    const before = (await reader.get(`/api/cases/${id}`)).body
    expect(before.decision.isOnTime).toBe(false)
    hall.clock.forward(60_000)
    await takeThe18thOff(hall)
    hall.clock.forward(60_000)
    await hall.server.jobs.run()

    const after = (await reader.get(`/api/cases/${id}`)).body
    const stopped = (body: typeof before) =>
      body.clocks.filter(({ state }: { state: string }) => state === 'stopped')
    expect(after.decision).toEqual(before.decision)
    expect(stopped(after)).toEqual(stopped(before))
    expect(appliedIn(hall, id)).toEqual([])
    const stored = hall.server.counter.deps.store.read((tx) => findClocks(tx, id as CaseId))
    expect(stored.find(({ kind }) => kind === 'committed')?.dueOn).toBe('2026-06-22')
  })

  test('[C520] the promise is judged by the later of the due date and the day that was told', async () => {
    const hall = await startHall()
    const clerk = await hall.clerkAt(1)
    const { case: found } = await receive(clerk, 'LY-001', 'accept')
    const { id } = found.row
    // The notice takes the holiday back: due on Friday the 19th by now, told was Monday the 22nd.
    await hall.server.counter.deps.store.write((tx) => {
      const known = findCalendar(tx).versions.find(({ year }) => year === 2026) as CalendarVersion
      const off = known.off.filter(({ date }) => date !== '2026-06-19')
      insertCalendar(tx, { ...known, version: 2, off })
    })
    hall.clock.to('2026-06-22T01:00:00.000Z')
    await hall.server.jobs.run()
    const reader = await hall.signIn('supervisor')
    const shown = (await reader.get(`/api/cases/${id}`)).body
    expect(shown).toMatchObject({ row: { dueOn: '2026-06-19', light: 'red' }, toldDueOn: '2026-06-22' })
    const handler = await hall.signIn('ly')
    await act(handler, id, 'decide', { decision: 'granted', result: '准予采伐' })
    expect((await reader.get(`/api/cases/${id}`)).body.decision.isOnTime).toBe(true)
  })
})
