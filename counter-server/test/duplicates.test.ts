import { describe, expect, test } from 'vitest'
import { type Caller, type Hall, startHall } from './app.ts'
import { act, RESIDENT, receive } from './case-files.ts'
import { watch } from './live.ts'
import { fromVillage } from './village-case.ts'
import { aRegistration, registerPayload, syncOne } from './village-fixture.ts'

/** Two cases of one resident with LY-001 (five working days): one of Friday 12 June, one of Monday the 15th. */
async function twins(hall: Hall) {
  const clerk = await hall.clerkAt(1)
  const first = await receive(clerk, 'LY-001', 'accept')
  hall.clock.to('2026-06-15T01:40:00.000Z')
  const again = await hall.signIn('clerk1')
  const second = await receive(again, 'LY-001', 'accept', { note: '说是急用' })
  return { clerk: again, first, second, a: first.case.row.id as string, b: second.case.row.id as string }
}

const page = async (reader: Caller, id: string) => (await reader.get(`/api/cases/${id}`)).body

describe('possible duplicates', () => {
  test('[C445] are pointed out before the second is received, over counter and villages', async () => {
    const hall = await startHall()
    const { number } = await fromVillage(hall)
    const clerk = await hall.clerkAt(1)
    const ask = async (who: Caller, item: string, idNo: string) =>
      (await who.post('/api/cases/alike', { item, idNo })).body
    expect(await ask(clerk, 'MZ-001', ' 999999199001010016 ')).toEqual({
      days: 90,
      items: [
        {
          id: expect.any(String),
          number,
          status: 'received',
          channel: 'village',
          villageName: '石桥村',
          receivedAt: '2026-06-12T01:40:00.000Z',
        },
      ],
    })
    expect((await ask(clerk, 'MZ-002', RESIDENT.idNo)).items).toEqual([])
    expect((await ask(clerk, 'MZ-001', '11010519491231002X')).items).toEqual([])
    // A point cannot try out what anybody has elsewhere; the hint comes with the answer to its own case (V74).
    expect((await ask(await hall.signIn('v01'), 'MZ-001', RESIDENT.idNo)).code).toBe('session.forbidden')
  })

  test('[C445] stand in the list of those that nobody has judged', async () => {
    const hall = await startHall()
    const { clerk, a, b } = await twins(hall)
    const listed = async () => {
      const { body } = await clerk.get('/api/cases?duplicate=yes')
      return body.items.map(({ id }: { id: string }) => id)
    }
    expect(await listed()).toEqual([b])
    await act(clerk, a, 'judge-duplicate', { other: b, verdict: 'distinct' })
    expect(await listed()).toEqual([])
  })

  test('[C445] are merged into the earlier one, which keeps its promise, its papers and gets the notes', async () => {
    const hall = await startHall()
    const { clerk, a, b, second } = await twins(hall)
    const kept = await page(clerk, a)
    expect(kept.duplicates.open).toEqual([
      {
        id: b,
        number: second.case.row.number,
        status: 'accepted',
        channel: 'window',
        villageName: null,
        receivedAt: '2026-06-15T01:40:00.000Z',
        isLater: true,
        mayMerge: true,
        mayJudge: true,
      },
    ])
    const merged = await act(clerk, b, 'merge', { other: a })
    expect(merged.case.row).toMatchObject({ status: 'voided', flags: ['merged'] })
    expect(merged.case.duplicates).toMatchObject({ open: [], mergedInto: { id: a }, mayUnmerge: true })
    const now = await page(clerk, a)
    expect(now.row).toMatchObject({ status: 'accepted', dueOn: '2026-06-22' })
    expect(now.clocks).toEqual(kept.clocks)
    expect(now.duplicates.absorbed).toMatchObject([{ id: b, notes: [{ text: '说是急用' }] }])
    expect(now.duplicates.absorbed[0].materials).toContainEqual({ name: '居民身份证', state: 'received' })
  })

  test('[C445] lead with their number, code and link to the case that is kept, live as well', async () => {
    const hall = await startHall()
    const { clerk, first, second, a, b } = await twins(hall)
    const { token, queryCode } = second.receipt
    const [ofFirst, ofSecond] = [first.case.row.number, second.case.row.number]
    const phone = await watch(hall, { as: 'track' })
    phone.say({ type: 'subscribe', topics: [{ topic: 'track', token }] })
    await phone.next(({ type }) => type === 'snapshot')

    await act(clerk, a, 'merge', { other: b })
    const news = await phone.next(({ type }) => type === 'changed')
    expect(news.changes[0].state).toMatchObject({ number: ofFirst, mergedNumber: ofSecond })
    const shown = { number: ofFirst, mergedNumber: ofSecond, dueOn: '2026-06-22' }
    const ask = async (secret: object) => (await hall.anonymous.post('/api/track/case', secret)).body
    expect(await ask({ token })).toMatchObject(shown)
    expect(await ask({ number: ofSecond, code: queryCode })).toMatchObject(shown)
    expect(await ask({ token: first.receipt.token })).toMatchObject({ number: ofFirst, mergedNumber: null })

    // What happens to the kept case is told to both slips.
    await act(await hall.signIn('ly'), a, 'take')
    const taken = await phone.next(
      ({ type, changes }) => type === 'changed' && changes[0].state.status === 'reviewing',
    )
    expect(taken.changes[0].state).toMatchObject(shown)
    await hall.anonymous.command('/api/track/case/urge', { token })
    expect((await page(clerk, a)).events.at(-1)).toMatchObject({ type: 'case.urged' })

    await act(clerk, b, 'unmerge', { reason: '不是一回事' })
    expect(await ask({ token })).toMatchObject({ number: ofSecond, mergedNumber: null, dueOn: '2026-06-23' })
  })

  test('[C445] are what they were before once a merge is taken back, and may be merged again', async () => {
    const hall = await startHall()
    const { clerk, a, b } = await twins(hall)
    const [kept, later] = [await page(clerk, a), await page(clerk, b)]
    await act(clerk, a, 'merge', { other: b })
    await act(clerk, b, 'unmerge', { reason: '不是一回事' })
    const standing = (body: typeof kept) => ({
      ...body,
      row: { ...body.row, version: 0 },
      // The correction has its own record on paper.
      papers: body.papers.filter(({ kind }: { kind: string }) => kind !== 'correction'),
      events: body.events.filter(
        ({ isVoided, type }: { isVoided: boolean; type: string }) => !isVoided && type !== 'event.voided',
      ),
    })
    expect(standing(await page(clerk, a))).toEqual(standing(kept))
    expect(standing(await page(clerk, b))).toEqual(standing(later))
    const refused = await clerk.command(`/api/cases/${b}/unmerge`, { reason: '再来' })
    expect(refused.body.code).toBe('duplicate.not_merged')
    expect((await act(clerk, a, 'merge', { other: b })).case.duplicates.absorbed).toHaveLength(1)
    // A correction of one half would leave the other alone.
    const supervisor = await hall.signIn('supervisor')
    const event = (await page(clerk, b)).events.findLast(
      (each: { type: string }) => each.type === 'case.merged',
    ).id
    const corrected = await supervisor.command(`/api/cases/${b}/correct`, { event, reason: '错' })
    expect(corrected.body.code).toBe('correction.not_possible')
  })

  test('[C445] that were found to be two matters are never asked about again; a third one is', async () => {
    const hall = await startHall()
    const { clerk, a, b } = await twins(hall)
    const judged = await act(clerk, b, 'judge-duplicate', { other: a, verdict: 'distinct' })
    expect(judged.case).toMatchObject({ row: { flags: [] }, duplicates: { open: [], linked: [] } })
    expect((await page(clerk, a)).duplicates.open).toEqual([])
    const tries = ['merge', 'judge-duplicate'].map((name) =>
      clerk.command(`/api/cases/${a}/${name}`, {
        other: b,
        ...(name === 'merge' ? {} : { verdict: 'linked' }),
      }),
    )
    for (const { body } of await Promise.all(tries)) expect(body.code).toBe('duplicate.settled')

    const third = await receive(clerk, 'LY-001')
    const c = third.case.row.id
    expect(third.case.row.flags).toEqual(['possible_duplicate'])
    const idsOf = (body: { duplicates: { open: { id: string }[] } }) =>
      body.duplicates.open.map(({ id }) => id)
    expect(idsOf(third.case).toSorted()).toEqual([a, b].toSorted())
    await act(clerk, c, 'judge-duplicate', { other: a, verdict: 'linked' })
    const left = await page(clerk, c)
    expect(left.row.flags).toEqual(['possible_duplicate'])
    expect(idsOf(left)).toEqual([b])
    expect(left.duplicates.linked).toMatchObject([{ id: a }])
    await act(clerk, b, 'judge-duplicate', { other: c, verdict: 'distinct' })
    expect((await page(clerk, c)).row.flags).toEqual([])
  })

  test('[C445] leave the list when the one they looked like was entered in error', async () => {
    const hall = await startHall()
    const { clerk, a, b } = await twins(hall)
    const supervisor = await hall.signIn('supervisor')
    const listed = async () =>
      (await clerk.get('/api/cases?duplicate=yes')).body.items.map(({ id }: { id: string }) => id)
    expect(await listed()).toEqual([b])
    await act(supervisor, a, 'void', { reason: '录错了人' })
    expect(await listed()).toEqual([])
    expect((await page(clerk, b)).row.flags).not.toContain('possible_duplicate')
  })

  test('[C445, C804] a merged case shows nothing in the kept one to whom it concerns', async () => {
    const hall = await startHall()
    const { clerk, a, b } = await twins(hall)
    const handler = await hall.signIn('ly')
    const person = hall.server.counter.deps.store.read(({ sql }) =>
      sql.prepare("SELECT id FROM staff WHERE sign_in_name = 'ly'").pluck().get(),
    )
    const supervisor = await hall.signIn('supervisor')
    await act(supervisor, b, 'recuse', { target: 'person', person, reason: '是他的亲戚' })
    await act(clerk, b, 'merge', { other: a })
    const [absorbed] = (await page(handler, a)).duplicates.absorbed
    expect([absorbed.notes, absorbed.materials]).toEqual([[], []])
    expect((await page(clerk, a)).duplicates.absorbed[0].notes).toHaveLength(1)
  })

  test('[C445] the page of a slip follows the case that is kept over two merges', async () => {
    const hall = await startHall()
    const { a, b } = await twins(hall)
    hall.clock.to('2026-06-16T01:40:00.000Z')
    const clerk = await hall.signIn('clerk1')
    const third = await receive(clerk, 'LY-001', 'accept')
    await act(clerk, third.case.row.id, 'merge', { other: b })
    await act(clerk, b, 'merge', { other: a })
    const phone = await watch(hall, { as: 'track' })
    phone.say({ type: 'subscribe', topics: [{ topic: 'track', token: third.receipt.token }] })
    const { state } = await phone.next(({ type }) => type === 'snapshot')
    expect(state.stages.at(-1)).not.toMatchObject({ state: 'done' })
    await act(await hall.signIn('ly'), a, 'take')
    const told = await phone.next(({ type }) => type === 'changed')
    expect(told.changes[0].state.status).toBe('reviewing')
  })

  test('[C445] two clerks who merge from opposite ends get one merge, into the earlier case', async () => {
    const hall = await startHall()
    const { clerk, a, b } = await twins(hall)
    const other = await hall.clerkAt(2)
    const answers = await Promise.all([
      clerk.command(`/api/cases/${a}/merge`, { other: b }),
      other.command(`/api/cases/${b}/merge`, { other: a }),
    ])
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409])
    expect(answers.find(({ status }) => status === 409)?.body.code).toBe('duplicate.settled')
    expect((await page(clerk, b)).duplicates.mergedInto.id).toBe(a)
    expect((await page(clerk, a)).duplicates.absorbed).toHaveLength(1)
  })

  test('[C445] only the same matter of the same person can be merged, and not into what has ended', async () => {
    const hall = await startHall()
    const { clerk, a, b } = await twins(hall)
    const stranger = { ...RESIDENT, idNo: '11010519491231002X' }
    const { case: found } = await receive(clerk, 'LY-001', 'receive', { applicant: stranger })
    const merge = async (id: string, other: string) =>
      (await clerk.command(`/api/cases/${id}/merge`, { other })).body.code
    expect(await merge(found.row.id, a)).toBe('duplicate.not_alike')
    expect(await merge(a, a)).toBe('duplicate.not_alike')
    await act(clerk, a, 'withdraw', { reason: '不办了' })
    expect(await merge(b, a)).toBe('duplicate.kept_ended')
    const handler = await hall.signIn('ly')
    expect((await handler.command(`/api/cases/${b}/merge`, { other: a })).status).toBe(403)
  })

  test('[V48, V73, V74] a point is answered `merged` with a hint that names the case only when it is its own', async () => {
    const hall = await startHall()
    const [own, other] = [await hall.signIn('v05'), await hall.signIn('v01')]
    const first = await syncOne(own, aRegistration())
    expect(first).toMatchObject({ status: 'applied', alike: null })
    const second = aRegistration({ note: '再登记一次' })
    const again = await syncOne(own, second)
    const hint = { receivedOn: '2026-06-12', number: first.number }
    expect(again).toMatchObject({ status: 'merged', code: null, alike: hint })
    expect(await syncOne(own, second)).toMatchObject({ status: 'duplicate', alike: hint })
    const applicant = { ...(registerPayload()['applicant'] as object), village: '01' }
    const elsewhere = await syncOne(other, aRegistration({ applicant }, { pointId: '01' }))
    expect(elsewhere).toMatchObject({ status: 'merged', alike: { receivedOn: '2026-06-12', number: null } })
  })
})
