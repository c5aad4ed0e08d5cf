import type { CaseId } from '@counter/shared/vocabulary/ids'
import { describe, expect, test } from 'vitest'
import { projectCase } from '../src/domain/case/projection.ts'
import { findClocks } from '../src/store/case-clocks.ts'
import { findCaseEvents } from '../src/store/case-events.ts'
import { findCase } from '../src/store/cases.ts'
import { clockContext, itemOf, rulesOf } from '../src/usecases/cases/case-rules.ts'
import { projectRow } from '../src/usecases/cases/project-row.ts'
import { type Hall, startHall } from './app.ts'
import { enter, preview, publish, THE_18TH } from './calendar-change.ts'
import { act, receive } from './case-files.ts'

/** The marks in the record of a case, as `clock threshold`. */
function marksOf(hall: Hall, id: string): string[] {
  return hall.server.counter.deps.store.read((tx) =>
    findCaseEvents(tx, id as CaseId).flatMap((event) =>
      event.type === 'mark.fired' ? [`${event.payload.kind} ${event.payload.threshold}`] : [],
    ),
  )
}

async function moveTo(hall: Hall, instant: string): Promise<void> {
  hall.clock.to(instant)
  await hall.server.jobs.run()
}

describe('the clocks of a case', () => {
  test('[C701] is yellow from Thursday 18 June 00:00, red one millisecond after Monday 17:30', async () => {
    const hall = await startHall()
    const { case: found } = await receive(await hall.clerkAt(1), 'LY-001', 'accept')
    const lightAt = async (instant: string) => {
      await moveTo(hall, instant)
      const supervisor = await hall.signIn('supervisor')
      return (await supervisor.get(`/api/cases/${found.row.id}`)).body.row.light
    }

    // 5 working days, 20 %: yellow when one is left, which begins on Thursday the 18th with the 19th a holiday.
    expect(await lightAt('2026-06-17T15:59:59.999Z')).toBe('green')
    expect(await lightAt('2026-06-17T16:00:00.000Z')).toBe('yellow')
    expect(await lightAt('2026-06-22T09:30:00.000Z')).toBe('yellow')
    expect(await lightAt('2026-06-22T09:30:00.001Z')).toBe('red')
  })

  test('[C521] one that cannot be opened under a new calendar keeps no other from its marks', async () => {
    const hall = await startHall()
    const clerk = await hall.clerkAt(1)
    const broken = (await receive(clerk, 'LY-001', 'accept', { note: '有话' })).case.row.id
    const other = (await receive(clerk, 'LY-001', 'accept')).case.row.id
    const supervisor = await hall.roleCaller('supervisor')
    const { body: entered } = await enter(await hall.roleCaller('admin'), THE_18TH)
    await publish(supervisor, entered.id, (await preview(supervisor, entered.id)).id)
    await hall.server.counter.deps.store.write(({ sql }) =>
      sql
        .prepare(
          `UPDATE case_text SET text_enc = x'00' WHERE event IN (SELECT id FROM case_event WHERE "case" = ?)`,
        )
        .run(broken),
    )
    hall.clock.to('2026-06-23T10:00:00.000Z')
    await expect(hall.server.jobs.run()).rejects.toThrow('1 cases could not be marked')
    expect(marksOf(hall, other)).toEqual(['committed yellow', 'committed red', 'committed unit_head'])
  })

  test('[C521] marks each crossing once, however often the tick comes and the server starts anew', async () => {
    const hall = await startHall()
    const { case: found } = await receive(await hall.clerkAt(1), 'LY-001', 'accept')
    const { id } = found.row

    await moveTo(hall, '2026-06-22T09:30:00.000Z')
    await hall.server.jobs.run()
    expect(marksOf(hall, id)).toEqual(['committed yellow'])
    const again = await hall.restart()
    expect(marksOf(again, id)).toEqual(['committed yellow'])
    await moveTo(again, '2026-06-22T09:30:00.001Z')
    const once = await again.restart()
    await once.server.jobs.run()
    expect(marksOf(once, id)).toEqual(['committed yellow', 'committed red', 'committed unit_head'])
  })

  test('[C521] marks late after an outage, each once with its crossing', async () => {
    const hall = await startHall()
    const { case: found } = await receive(await hall.clerkAt(1), 'LY-001', 'accept')
    const { id } = found.row
    await moveTo(hall, '2026-06-17T15:00:00.000Z')
    hall.clock.to('2026-06-26T01:00:00.000Z')
    const later = await hall.restart()

    // Due on Monday the 22nd: the 23rd and the 25th are one and three working days later (C704).
    expect(marksOf(later, id)).toEqual([
      'committed yellow',
      'committed red',
      'committed unit_head',
      'committed deputy_leader',
      'committed chief_leader',
    ])
    const supervisor = await later.signIn('supervisor')
    expect((await supervisor.get(`/api/cases/${id}`)).body.row).toMatchObject({
      light: 'red',
      flags: ['overdue', 'supervised'],
      overdue: 4,
    })
  })

  test('[C702] past the statutory limit has a mark of its own beside the light, which stays after the decision', async () => {
    const hall = await startHall()
    const { case: found } = await receive(await hall.clerkAt(1), 'LY-001', 'accept')
    const { id } = found.row
    const rowAt = async (instant: string) => {
      await moveTo(hall, instant)
      return (await (await hall.signIn('ly')).get(`/api/cases/${id}`)).body.row
    }
    // Twenty working days from Friday 12 June, without the 19th: Monday 13 July at half past five.
    const inTime = await rowAt('2026-07-13T09:30:00.000Z')
    expect([inTime.light, inTime.flags.includes('overdue_statutory')]).toEqual(['red', false])
    const late = await rowAt('2026-07-13T09:30:00.001Z')
    expect([late.light, late.flags.includes('overdue_statutory')]).toEqual(['red', true])
    const done = await act(await hall.signIn('ly'), id, 'decide', { decision: 'granted', result: '准予采伐' })
    expect(done.case.row.light).toBe('done')
    expect(done.case.row.flags).toContain('overdue_statutory')
  })

  test('[C514] accepts by silence on the next working day, with effect from the receipt', async () => {
    const hall = await startHall()
    const { case: found } = await receive(await hall.clerkAt(1), 'LY-001')
    const { id } = found.row
    // Received on Friday the 12th: the answer is due on the 22nd, silence accepts on the 23rd.
    await moveTo(hall, '2026-06-22T15:59:59.999Z')
    const supervisor = await hall.signIn('supervisor')
    expect((await supervisor.get(`/api/cases/${id}`)).body.row.status).toBe('received')

    await moveTo(hall, '2026-06-22T16:00:00.000Z')

    const { body } = await supervisor.get(`/api/cases/${id}`)
    expect(body.row).toMatchObject({
      status: 'accepted',
      flags: ['deemed'],
      dueOn: '2026-06-22',
      light: 'red',
    })
    await hall.server.jobs.run()
    const deemed = body.events.filter(({ type }: { type: string }) => type === 'case.deemed_accepted')
    expect(deemed).toHaveLength(1)
    expect(deemed[0].by).toBe('系统')
  })

  test('[C514] is not deemed when the notice went out in time', async () => {
    const hall = await startHall()
    const clerk = await hall.clerkAt(1)
    const { case: found } = await receive(clerk, 'LY-001')
    const { id } = found.row
    await act(clerk, id, 'request-supplement', { materials: [{ name: '居民身份证', how: '原件' }] })
    await moveTo(hall, '2026-06-24T01:00:00.000Z')
    const supervisor = await hall.signIn('supervisor')
    expect((await supervisor.get(`/api/cases/${id}`)).body.row.status).toBe('supplement')
  })

  test('[C515] starts a new notice clock on the day on which the last listed paper comes in', async () => {
    const hall = await startHall()
    const first = await hall.clerkAt(1)
    const { case: found } = await receive(first, 'LY-001')
    const { id } = found.row
    await act(first, id, 'request-supplement', { materials: [{ name: '居民身份证', how: '原件' }] })
    await moveTo(hall, '2026-06-16T02:00:00.000Z')
    const clerk = await hall.signIn('clerk2')

    const { case: complete } = await act(clerk, id, 'hand-in', { materials: ['居民身份证'] })

    // Day 0 is Tuesday the 16th: 17, 18, 22, 23, 24.
    expect(complete.row).toMatchObject({ status: 'received', clockKind: 'notice', dueOn: '2026-06-24' })
    const twice = await clerk.command(`/api/cases/${id}/request-supplement`, {
      materials: [{ name: '居民身份证', how: '原件' }],
    })
    expect(twice.body.code).toBe('supplement.already_given')
  })

  test('[C510] is grey while paused, with the date that it would have if it resumed today', async () => {
    const hall = await startHall()
    const { case: found } = await receive(await hall.clerkAt(1), 'LY-001', 'accept')
    const { id } = found.row
    const handler = await hall.signIn('ly')
    const paused = await act(handler, id, 'pause', {
      reason: 'expert_review',
      days: 10,
      noticeNumber: '特-1',
    })
    expect(paused.case.row).toMatchObject({ light: 'paused', dueAt: null, dueOn: '2026-06-22', left: 5 })

    // Monday and Tuesday are not counted; five working days follow the 16th.
    await moveTo(hall, '2026-06-16T02:00:00.000Z')
    const again = await hall.signIn('ly')
    expect((await again.get(`/api/cases/${id}`)).body.row).toMatchObject({ dueOn: '2026-06-24', left: 5 })
    const resumed = await act(again, id, 'resume')
    expect(resumed.case).toMatchObject({
      row: { status: 'accepted', light: 'green', dueOn: '2026-06-24', left: 5 },
      toldDueOn: '2026-06-24',
    })
  })

  test('[C301] has a row and clocks that the events alone make again', async () => {
    const hall = await startHall()
    const clerk = await hall.clerkAt(1)
    const handler = await hall.signIn('ly')
    const { case: found } = await receive(clerk, 'LY-001', 'accept')
    const { case: other } = await receive(clerk, 'SB-005', 'finish_on_spot', { result: '认证通过' })
    await act(handler, found.row.id, 'take')
    await act(handler, found.row.id, 'pause', { reason: 'hearing', days: 3, noticeNumber: '特-2' })
    await act(handler, found.row.id, 'resume')
    await moveTo(hall, '2026-06-24T02:00:00.000Z')

    hall.server.counter.deps.store.read((tx) => {
      for (const id of [found.row.id, other.row.id] as CaseId[]) {
        const stored = findCase(tx, id)
        if (stored === undefined) throw new Error('the case is gone')
        const state = projectCase(findCaseEvents(tx, id))
        const rebuilt = projectRow(clockContext(tx), rulesOf(itemOf(tx, stored)), state, tx.at)
        expect(stored).toMatchObject(rebuilt)
        expect(findClocks(tx, id).every(({ fingerprint }) => fingerprint.startsWith(`${state.rev}/`))).toBe(
          true,
        )
      }
    })
  })
})
