import { readFileSync } from 'node:fs'
import type { CaseId } from '@counter/shared/vocabulary/ids'
import { describe, expect, test } from 'vitest'
import { findCaseEvents } from '../src/store/case-events.ts'
import { type Caller, type Hall, startHall } from './app.ts'
import { enter, preview, publish } from './calendar-change.ts'
import { act, receive } from './case-files.ts'
import { tableOf } from './report-tables.ts'

async function moveTo(hall: Hall, instant: string): Promise<void> {
  hall.clock.to(instant)
  await hall.server.jobs.run()
}

function marksOf(hall: Hall, id: string): string[] {
  return hall.server.counter.deps.store.read((tx) =>
    findCaseEvents(tx, id as CaseId).flatMap((event) =>
      event.type === 'mark.fired' && event.payload.kind === 'committed' ? [event.payload.threshold] : [],
    ),
  )
}

describe('the last instant of a promise', () => {
  test('[C503] is the same for the phone, the mark and the report: 17:30:00.000 in time, one millisecond later late', async () => {
    const hall = await startHall()
    const clerk = await hall.clerkAt(1)
    const inTime = await receive(clerk, 'LY-001', 'accept')
    const late = await receive(clerk, 'LY-001', 'accept')
    const lightOnPhone = async () =>
      (await hall.anonymous.post('/api/track/case', { token: late.receipt.token })).body.light
    const decide = async (id: string) =>
      act(await hall.signIn('ly'), id, 'decide', { decision: 'granted', result: '同意' })

    await moveTo(hall, '2026-06-22T09:30:00.000Z')
    expect(await lightOnPhone()).toBe('yellow')
    expect((await decide(inTime.case.row.id)).case.decision.isOnTime).toBe(true)
    expect(marksOf(hall, late.case.row.id)).toEqual(['yellow'])

    await moveTo(hall, '2026-06-22T09:30:00.001Z')
    expect(await lightOnPhone()).toBe('red')
    expect((await decide(late.case.row.id)).case.decision.isOnTime).toBe(false)
    expect(marksOf(hall, late.case.row.id)).toContain('red')
    const report = await (await hall.signIn('supervisor')).get(
      '/api/reports/cases?from=2026-06-01&to=2026-06-30&judged=own_time',
    )
    expect(tableOf(report, 'cases_whole')).toMatchObject([{ decided: 2, on_time: 1 }])
  })
})

describe('a limit of sixty days', () => {
  // A timer of the machine cannot wait that long and would go off at once; the tick only asks what has come.
  test('[C521] does not fire before its day, however often one looks', async () => {
    const hall = await startHall()
    const { case: found } = await receive(await hall.clerkAt(1), 'LY-004', 'accept')
    const { id } = found.row
    expect(found.row.dueOn).toBe('2026-08-11')
    for (const day of ['06-13', '07-06', '07-07', '07-22', '07-29']) {
      await moveTo(hall, `2026-${day}T15:59:59.999Z`)
      expect(marksOf(hall, id)).toEqual([])
    }
    // A fifth of sixty days are left from 30 July on.
    await moveTo(hall, '2026-07-29T16:00:00.000Z')
    expect(marksOf(hall, id)).toEqual(['yellow'])
  })
})

describe('a year whose notice comes', () => {
  /** The statutory days of the provisional year, with what a notice adds: Monday 4 January off, Sunday the 10th worked. */
  const NOTICE_OF_2027 = [
    ...(
      JSON.parse(readFileSync(new URL('../../shared/data/calendar-2027.json', import.meta.url), 'utf8')) as {
        off: { date: string; name: string }[]
      }
    ).off.map(({ date, name }) => `${date},法定,${name}`),
    '2027-01-04,放假,元旦',
    '2027-01-10,上班,元旦调休上班',
  ].join('\n')

  test('[C519, C603, C604, C605] moves what was provisional as the preview said, paused cases too, and nothing that has ended', async () => {
    const hall = await startHall()
    hall.clock.to('2026-12-25T02:00:00.000Z')
    const clerk = await hall.clerkAt(1)
    const running = (await receive(clerk, 'LY-001', 'accept')).case.row
    const paused = (await receive(clerk, 'LY-001', 'accept')).case.row
    const ended = (await receive(clerk, 'LY-001', 'accept')).case.row
    // Five working days after Friday 25 December: the 28th to the 31st, and Monday 4 January.
    expect(await dueOf(clerk, running.id)).toMatchObject({ dueOn: '2027-01-04', provisional: true })
    await act(await hall.signIn('ly'), paused.id, 'pause', {
      reason: 'hearing',
      days: 5,
      noticeNumber: '特1',
    })
    await act(clerk, ended.id, 'withdraw', { reason: '不办了' })
    const before = await dueOf(clerk, ended.id)

    const source = {
      title: '国务院办公厅关于2027年部分节假日安排的通知',
      number: '国办发明电〔2026〕9号',
      issuer: '国务院办公厅',
      date: '2026-12-24',
    }
    const supervisor = await hall.roleCaller('supervisor')
    const wanted = { year: 2027, source }
    const { id } = (await enter(await hall.roleCaller('admin'), NOTICE_OF_2027, wanted)).body
    const seen = await preview(supervisor, id)
    const moved = Object.fromEntries(
      seen.items.map(({ number, moves }: { number: string; moves: { kind: string; to: string }[] }) => [
        number,
        moves.find(({ kind }) => kind === 'committed')?.to,
      ]),
    )
    expect(moved).toEqual({ [running.number]: '2027-01-05', [paused.number]: '2027-01-05' })
    expect((await publish(supervisor, id, seen.id)).status).toBe(200)
    await hall.server.jobs.run()

    expect(await dueOf(clerk, running.id)).toMatchObject({
      dueOn: '2027-01-05',
      provisional: false,
      toldOn: '2027-01-04',
    })
    expect((await dueOf(clerk, paused.id)).ifResumedToday).toBe('2027-01-05')
    expect(await dueOf(clerk, ended.id)).toEqual(before)
  })
})

async function dueOf(clerk: Caller, id: string) {
  const { row, clocks, toldDueOn } = (await clerk.get(`/api/cases/${id}`)).body
  const committed = clocks.find(({ kind }: { kind: string }) => kind === 'committed')
  return {
    dueOn: row.dueOn,
    provisional: committed.provisional,
    ifResumedToday: committed.dueOn,
    toldOn: toldDueOn,
  }
}
