import type { CatalogueItem, DraftView } from '@counter/shared/contract/catalogue'
import type { CaseId } from '@counter/shared/vocabulary/ids'
import { describe, expect, test } from 'vitest'
import { findClocks } from '../src/store/case-clocks.ts'
import { findCase } from '../src/store/cases.ts'
import { type Caller, type Hall, startHall } from './app.ts'
import { act, receive, receiving } from './case-files.ts'
import { journalOf, newId, refused } from './desk.ts'
import { aRegistration, syncOne } from './village-fixture.ts'

const CODE = 'LY-001'

async function people(hall: Hall) {
  return { admin: await hall.roleCaller('admin'), supervisor: await hall.roleCaller('supervisor') }
}

async function started(admin: Caller, wanted: object = { code: CODE }): Promise<DraftView> {
  const answer = await admin.command('/api/item-drafts', wanted)
  expect(answer.status, JSON.stringify(answer.body)).toBe(200)
  return answer.body
}

/** Saves a draft with another content. */
function save(admin: Caller, { id, rev, draft }: DraftView, change: object, content: object = {}) {
  return admin.command(`/api/item-drafts/${id}/save`, {
    expectedVersion: rev,
    draft: { ...draft, ...change, content: { ...draft.content, ...content } },
  })
}

const step = (caller: Caller, { id, rev }: DraftView, name: string, more: object = {}) =>
  caller.command(`/api/item-drafts/${id}/${name}`, { expectedVersion: rev, ...more })

const days = (value: number) => ({ committedLimit: { value, unit: 'workday', text: '', reason: '' } })

/** The next version of an item, published by the second person, in force from a day on. */
async function published(
  hall: Hall,
  effectiveFrom: string,
  content: object,
  code = CODE,
): Promise<DraftView> {
  const { admin, supervisor } = await people(hall)
  const { body: saved } = await save(admin, await started(admin, { code }), { effectiveFrom }, content)
  const { body: submitted } = await step(admin, saved, 'submit')
  const { body: done } = await step(supervisor, submitted, 'publish')
  expect(done).toMatchObject({ state: 'published' })
  return done
}

test('[C501] a limit counts whole or half working days or natural days, and nothing else', async () => {
  const hall = await startHall()
  const { admin } = await people(hall)
  const draft = await started(admin)
  const limit = (value: number, unit: string) => ({ committedLimit: { value, unit, text: '', reason: '' } })
  for (const wrong of [limit(0.3, 'workday'), limit(4, 'hour'), limit(90, 'minute')])
    expect(await save(admin, draft, {}, wrong)).toMatchObject({
      status: 400,
      body: { code: 'request.invalid' },
    })
  const kept = await save(admin, draft, {}, limit(0.5, 'workday'))
  expect(kept.body.draft.content.committedLimit).toMatchObject({ value: 0.5, unit: 'workday' })
})

test('[C1104, C444] a case gets the number of the exchange at acceptance, keeps it when it is accepted anew, and says its end by code', async () => {
  const hall = await startHall()
  const code = '11341524003300001A4340111001001'
  await published(hall, '2026-06-12', { implementationCode: code })
  const clerk = await hall.clerkAt(1)
  const supervisor = await hall.roleCaller('supervisor')
  const { case: received } = await receive(clerk, CODE)
  expect(received.exchange).toBeNull()
  const { id } = received.row
  const first = await act(clerk, id, 'accept')
  expect(first.case.exchange).toEqual({ number: `${code}202606120001`, result: null })
  const event = first.case.events.find(({ type }: { type: string }) => type === 'case.accepted').id
  await act(supervisor, id, 'correct', { event, reason: '点早了' })
  const again = await act(clerk, id, 'accept')
  expect(again.case.exchange.number).toBe(`${code}202606120001`)
  const { case: second } = await receive(clerk, CODE, 'accept')
  expect(second.exchange.number).toBe(`${code}202606120002`)
  const gone = await act(clerk, id, 'withdraw', { reason: '不办了' })
  expect(gone.case.exchange.result).toBe('1')
  const { case: other } = await receive(clerk, 'SB-005')
  expect(other.exchange).toBeNull()
})

/** What a case stands by: its item's version, its clocks and its papers. */
function standOf(hall: Hall, id: string) {
  return hall.server.counter.deps.store.read((tx) => {
    const clocks = findClocks(tx, id as CaseId)
    return {
      version: findCase(tx, id as CaseId)?.itemVersion,
      due: clocks.find(({ kind }) => kind === 'committed')?.dueOn,
      clocks,
      papers: tx.sql.prepare('SELECT * FROM case_paper WHERE "case" = ? ORDER BY id').all(id),
    }
  })
}

describe('the next version of an item', () => {
  test('[C101] is written by one person and published by another, and both versions stay to be read', async () => {
    const hall = await startHall()
    const { admin, supervisor } = await people(hall)
    const draft = await started(admin)
    expect(draft).toMatchObject({
      code: CODE,
      baseVersion: 1,
      state: 'draft',
      rev: 1,
      problems: [],
      changed: [],
      draft: { effectiveFrom: '2026-06-13', content: { committedLimit: { value: 5, text: '' } } },
    })
    const { body: saved } = await save(admin, draft, { effectiveFrom: '2026-06-15' }, days(3))
    expect(saved).toMatchObject({ rev: 2, changed: ['committed'], authors: ['系统管理员'] })
    const { body: submitted } = await step(admin, saved, 'submit')
    expect(submitted).toMatchObject({ state: 'submitted', submittedBy: '系统管理员' })
    expect(await step(admin, submitted, 'publish')).toMatchObject(refused('approval.same_person'))
    const { body: done } = await step(supervisor, submitted, 'publish')
    expect(done).toMatchObject({ state: 'published', settledBy: '中心负责人' })

    const item: CatalogueItem = (await supervisor.get(`/api/catalogue/${CODE}`)).body
    expect(
      item.versions.map(({ version, isInForce, publishedBy, item: { effectiveFrom, content } }) => [
        version,
        isInForce,
        publishedBy,
        effectiveFrom,
        content.committedLimit.text,
      ]),
    ).toEqual([
      [2, false, '中心负责人', '2026-06-15', '3个工作日'],
      [1, true, null, '2026-01-01', '5个工作日'],
    ])
    expect((await hall.anonymous.get(`/api/guide/${CODE}`)).body).toMatchObject({ version: 1 })
    hall.clock.to('2026-06-15T01:40:00.000Z')
    expect((await hall.anonymous.get(`/api/guide/${CODE}`)).body).toMatchObject({
      version: 2,
      effectiveFrom: '2026-06-15',
      committed: { value: 3, text: '3个工作日' },
    })
    expect(journalOf(hall, 'item.published')).toEqual([
      { draft: draft.id, effectiveFrom: '2026-06-15', unit: 'LY' },
    ])
    expect(journalOf(hall, 'item_draft.saved')).toMatchObject([
      { code: CODE, draft: { content: { committedLimit: { value: 3 } } } },
    ])
    for (const type of ['item_draft.started', 'item_draft.submitted', 'item_draft.published'])
      expect(journalOf(hall, type)).toMatchObject([{ code: CODE }])
  })

  test('[C101] a case keeps the version of its receipt: its clocks do not move, a new case takes the new one', async () => {
    const hall = await startHall()
    const clerk = await hall.clerkAt(1)
    const before = (await receive(clerk, CODE, 'accept')).case.row
    const stood = standOf(hall, before.id)
    hall.clock.forward(60_000)
    // In force on the day of its publication, in the middle of it.
    await published(hall, '2026-06-12', days(3))
    hall.clock.forward(60_000)
    const after = (await receive(clerk, CODE, 'accept')).case.row
    expect(standOf(hall, before.id)).toEqual(stood)
    expect(stood.papers.length).toBeGreaterThan(0)
    // Five working days from Friday the 12th end on Monday the 22nd, because the 19th is a holiday; three on the 17th.
    expect(stood).toMatchObject({ version: 1, due: '2026-06-22' })
    expect(standOf(hall, after.id)).toMatchObject({ version: 2, due: '2026-06-17' })
    // An act on the next day still counts with the list that the resident was shown.
    hall.clock.to('2026-06-18T01:40:00.000Z')
    const handler = await hall.signIn('ly')
    for (const { id } of [before, after]) await act(handler, id, 'take')
    // Whoever opens the old case is told that the present list is another one, and in what.
    const markOf = async (id: string) => (await handler.get(`/api/cases/${id}`)).body.itemMark
    expect(await markOf(before.id)).toEqual({
      isUnverified: false,
      newer: { version: 2, effectiveFrom: '2026-06-12', changed: ['committed'] },
    })
    expect(await markOf(after.id)).toEqual({ isUnverified: false, newer: null })
    expect(standOf(hall, before.id)).toMatchObject({ version: 1, due: '2026-06-22', papers: stood.papers })
    expect(standOf(hall, after.id)).toMatchObject({ version: 2, due: '2026-06-17' })
  })

  test('[C101, V86] a village’s case keeps the version that was shown there, unless it is out of date', async () => {
    const hall = await startHall()
    const phone = await hall.phone('05')
    const agent = await phone.signIn('v05')
    await published(hall, '2026-06-12', { resultName: '口头答复' }, 'MZ-013')
    hall.clock.forward(60_000)
    const register = async (header: Record<string, unknown>) => {
      const command = aRegistration({}, header)
      const result = await syncOne(agent, command)
      return { ...result, version: standOf(hall, String(command.header['caseId'])).version }
    }
    const before = { capturedAt: '2026-06-12T01:25:00.000Z' }
    expect(await register({ ...before, itemVersion: null })).toMatchObject({ status: 'applied', version: 1 })
    // The same person with the same item again: both stay, and the device is told so (C445).
    const after = { capturedAt: '2026-06-12T01:40:30.000Z' }
    expect(await register({ ...after, itemVersion: null })).toMatchObject({ status: 'merged', version: 2 })
    expect(await register({ ...after, itemVersion: 2 })).toMatchObject({ status: 'merged', version: 2 })
    // A phone that had not fetched the new guide yet: the resident brought what the old one asks for.
    expect(await register({ ...after, itemVersion: 1 })).toMatchObject({ status: 'merged', version: 1 })
    // Thirty days later it still counts, on the next day no more; what is refused is told and no case is opened.
    const sent = async (deviceNow: string) => {
      hall.clock.to(deviceNow)
      await phone.again()
      const later = await phone.signIn('v05')
      return syncOne(later, aRegistration({}, { capturedAt: deviceNow, itemVersion: 1 }), { deviceNow })
    }
    expect(await sent('2026-07-12T02:00:00.000Z')).toMatchObject({ status: 'merged' })
    expect(await sent('2026-07-13T02:00:00.000Z')).toMatchObject({
      status: 'attention',
      code: 'item.outdated',
    })
  })

  test('[C101] a published version cannot be changed in the store, nor taken away', async () => {
    const hall = await startHall()
    await published(hall, '2026-06-15', days(3))
    const run = (sql: string) => hall.server.counter.deps.store.write((tx) => tx.sql.prepare(sql).run())
    await expect(run("UPDATE item_version SET initials = 'x' WHERE code = 'LY-001'")).rejects.toThrow(
      'never changes',
    )
    await expect(run("DELETE FROM item_version WHERE code = 'LY-001'")).rejects.toThrow('never goes')
    await expect(run('DELETE FROM catalogue_draft')).rejects.toThrow('stays on record')
  })

  test('[C101, U15] a save over somebody else’s is refused, and a repeated one is the same save', async () => {
    const hall = await startHall()
    const { admin, supervisor } = await people(hall)
    const draft = await started(admin)
    const body = { expectedVersion: 1, draft: { ...draft.draft, name: '林木采伐' } }
    const commandId = newId()
    const first = await admin.command(`/api/item-drafts/${draft.id}/save`, body, commandId)
    const again = await admin.command(`/api/item-drafts/${draft.id}/save`, body, commandId)
    expect(again.body).toEqual(first.body)
    expect(await save(admin, draft, { name: '采伐' })).toMatchObject(refused('item_draft.changed'))
    expect(await admin.command('/api/item-drafts', { code: CODE })).toMatchObject(
      refused('item_draft.already_open'),
    )
    expect(await step(supervisor, first.body, 'publish')).toMatchObject(refused('item_draft.wrong_state'))
    expect((await supervisor.command('/api/item-drafts', { code: CODE })).status).toBe(403)
  })

  test('[C102, C104] gaps are told with each save and all at once when it is handed in', async () => {
    const hall = await startHall()
    const { admin } = await people(hall)
    const fresh = await started(admin, { unit: 'MZ' })
    expect(fresh).toMatchObject({ code: 'MZ-014', baseVersion: null, changed: [] })
    expect(fresh.problems.map(({ part }) => part)).toEqual([
      'name',
      'committed',
      'fee',
      'materials',
      'conditions',
      'basis',
      'statutory',
      'result',
    ])
    expect(await step(admin, fresh, 'submit')).toMatchObject({
      status: 409,
      body: {
        code: 'item.incomplete',
        params: { gaps: 'name,committed,fee,materials,conditions,basis,statutory,result' },
        message:
          '还缺：事项名称、承诺时限、收费依据、材料（没有请勾“不用带材料”）、谁能办、办理依据、法定时限（没有请勾“法律没有规定”）、办理结果',
      },
    })
    const own = await started(admin)
    const { body: over } = await save(admin, own, {}, days(21))
    expect(over.problems).toEqual([{ code: 'item.limit_over_statutory', part: 'committed', params: {} }])
    expect(await step(admin, over, 'submit')).toMatchObject(refused('item.limit_over_statutory'))
    // A code is given out once, also when its first draft is laid aside.
    expect((await step(admin, fresh, 'drop', { reason: '不开这项' })).body).toMatchObject({
      state: 'dropped',
    })
    expect(await started(admin, { unit: 'MZ' })).toMatchObject({ code: 'MZ-015' })
  })

  test('[C102] a draft that is sent back says why and is written on', async () => {
    const hall = await startHall()
    const { admin, supervisor } = await people(hall)
    const { body: saved } = await save(admin, await started(admin), {}, days(4))
    const { body: submitted } = await step(admin, saved, 'submit')
    expect(await save(admin, submitted, {}, days(3))).toMatchObject(refused('item_draft.wrong_state'))
    expect(await step(supervisor, submitted, 'return', { reason: ' ' })).toMatchObject(
      refused('reason.required'),
    )
    const { body: back } = await step(supervisor, submitted, 'return', { reason: '改成3天' })
    expect(back).toMatchObject({ state: 'draft', note: '改成3天', settledBy: '中心负责人' })
    expect((await save(admin, back, {}, days(3))).body).toMatchObject({ rev: 5 })
  })

  test('[C107] an item whose statutory limit is to be confirmed is held back where the centre says so', async () => {
    const hall = await startHall()
    const { admin, supervisor } = await people(hall)
    const { body: saved } = await save(admin, await started(admin), {}, { verify: true })
    const { body: submitted } = await step(admin, saved, 'submit')
    const setting = { value: true, reason: '先核实再公布' }
    const changed = await admin.command('/api/settings/item.verifyBlocksPublish', setting)
    expect(changed.status, JSON.stringify(changed.body)).toBe(200)
    expect(await step(supervisor, submitted, 'publish')).toMatchObject(refused('item.unverified'))
    // Whoever receives a case is told; of the sample MZ-001 is to be confirmed and LY-001 is not.
    const clerk = await hall.signIn('clerk1')
    const told = async (code: string) => (await clerk.get(`/api/items/${code}/promise`)).body.isUnverified
    expect([await told('MZ-001'), await told(CODE)]).toEqual([true, false])
    const { id } = (await receive(await hall.clerkAt(1), 'MZ-001', 'accept')).case.row
    expect((await clerk.get(`/api/cases/${id}`)).body.itemMark).toEqual({ isUnverified: true, newer: null })
  })
})

describe('what an item says beside its limits', () => {
  test('[S19] it is found by what people call it, in characters and in initials', async () => {
    const hall = await startHall()
    const clerk = await hall.clerkAt(1)
    const found = async (find: string) => {
      const { body } = await clerk.get(`/api/items?limit=8&find=${encodeURIComponent(find)}`)
      return body.items.map(({ code }: { code: string }) => code)
    }
    expect(await found('dbsq')).toEqual(['MZ-001'])
    expect(await found('低保申请')).toEqual(['MZ-001'])
    expect(await found('低保')).toEqual(['MZ-001', 'MZ-002'])
    await published(hall, '2026-06-12', { aliases: ['伐木', ' '] })
    expect(await found('伐木')).toEqual([CODE])
    expect(await found('fm')).toContain(CODE)
    const { items } = (await hall.anonymous.get('/api/guide')).body
    expect(items.find(({ code }: { code: string }) => code === CODE).aliases).toEqual(['伐木'])
    // Where nothing is typed, what the hall was asked for most stands first (C-2).
    for (const code of ['SB-009', CODE, CODE] as const) await receive(clerk, code)
    const { body } = await clerk.get('/api/items?limit=3')
    expect(body.items.map(({ code }: { code: string }) => code)).toEqual([CODE, 'SB-009', 'CZ-001'])
  })

  test('[C109, C443] the guide says whether it is booked or goes by post, and when the result is handed over', async () => {
    const hall = await startHall()
    const guide = async () => (await hall.anonymous.get(`/api/guide/${CODE}`)).body
    expect(await guide()).toMatchObject({
      booking: true,
      courier: true,
      delivery: ['窗口领取', '村代办点送达', '邮寄'],
      deliveryWorkdays: 10,
    })
    await published(hall, '2026-06-12', { booking: false, courier: false, deliveryWorkdays: 3 })
    expect(await guide()).toMatchObject({
      booking: false,
      courier: false,
      delivery: ['窗口领取', '村代办点送达'],
      deliveryWorkdays: 3,
    })
    const { id } = (await receive(await hall.clerkAt(1), CODE, 'accept')).case.row
    await act(await hall.signIn('ly'), id, 'decide', { decision: 'granted', result: '准予' })
    // Decided on Friday the 12th: Monday, Tuesday and Wednesday are the three days.
    expect(standOf(hall, id).clocks.find(({ kind }) => kind === 'delivery')?.dueOn).toBe('2026-06-17')
  })
})

describe('an item that is stopped', () => {
  test('[C108] takes no new case from its day on, while an open one finishes under its version', async () => {
    const hall = await startHall()
    const clerk = await hall.clerkAt(1)
    const open = (await receive(clerk, CODE, 'accept')).case.row
    const { admin, supervisor } = await people(hall)
    expect(
      await admin.command(`/api/catalogue/${CODE}/stop`, { on: '2026-06-15', reason: '' }),
    ).toMatchObject(refused('reason.required'))
    const stop = { on: '2026-06-15', reason: '县里统一收回' }
    const { body } = await admin.command(`/api/catalogue/${CODE}/stop`, stop)
    expect(body.stops).toEqual([
      { version: 1, stoppedOn: '2026-06-15', reason: '县里统一收回', stoppedBy: '系统管理员' },
    ])
    expect(await supervisor.command(`/api/catalogue/${CODE}/stop`, stop)).toMatchObject(
      refused('item.already_stopped'),
    )
    expect((await receive(clerk, CODE, 'accept')).case.row.number).toBeTruthy()
    hall.clock.to('2026-06-15T01:40:00.000Z')
    const guide = (await hall.anonymous.get('/api/guide')).body.items.map(
      ({ code }: { code: string }) => code,
    )
    expect(guide).not.toContain(CODE)
    const later = await hall.signIn('clerk1')
    expect(await later.command('/api/cases', receiving(CODE, 'accept'))).toMatchObject(
      refused('item.stopped'),
    )
    const handler = await hall.signIn('ly')
    await act(handler, open.id, 'take')
    // What is published afterwards opens it again.
    await published(hall, '2026-06-16', days(3))
    hall.clock.to('2026-06-16T01:40:00.000Z')
    expect((await hall.anonymous.get(`/api/guide/${CODE}`)).body).toMatchObject({ version: 2 })
    const again = await receive(await hall.signIn('clerk1'), CODE, 'accept')
    expect(again.case.row.number).toBeTruthy()
  })

  test('[V86] takes what a village captured before its day, however late it comes, and nothing after it', async () => {
    const hall = await startHall()
    const { admin } = await people(hall)
    const stop = { on: '2026-06-15', reason: '县里统一收回' }
    expect((await admin.command('/api/catalogue/MZ-013/stop', stop)).status).toBe(200)
    const deviceNow = '2026-06-16T01:40:00.000Z'
    hall.clock.to(deviceNow)
    const agent = await (await hall.phone('05')).signIn('v05')
    const heard = '2026-06-12T01:00:00.000Z'
    const captured = async (capturedAt: string, lastServer: object | null = { at: heard, wall: heard }) => {
      const result = await syncOne(agent, aRegistration({}, { capturedAt, lastServer }), { deviceNow })
      return result.code ?? result.status
    }
    // In China the fifteenth begins at 16:00 UTC of the day before.
    expect(await captured('2026-06-14T15:59:00.000Z')).toBe('applied')
    expect(await captured('2026-06-14T16:01:00.000Z')).toBe('item.stopped')
    // Of a clock that was set back, or that was never heard of, nothing shows that the item was still offered.
    expect(await captured('2026-06-11T02:00:00.000Z')).toBe('item.stopped')
    expect(await captured('2026-06-14T02:00:00.000Z', null)).toBe('item.stopped')
    // Nor of one that had heard the centre after the stop.
    const since = { at: '2026-06-15T01:00:00.000Z', wall: '2026-06-15T01:00:00.000Z' }
    expect(await captured('2026-06-14T02:00:00.000Z', since)).toBe('item.stopped')
    expect(await captured('2029-06-14T02:00:00.000Z')).toBe('item.stopped')
  })

  test('[V86] that was published again takes a village’s case by the list before the stop, and a clock two years off hurts nobody', async () => {
    const hall = await startHall()
    const { admin } = await people(hall)
    const stop = { on: '2026-06-12', reason: '县里统一收回' }
    expect((await admin.command('/api/catalogue/MZ-013/stop', stop)).status).toBe(200)
    const agent = await (await hall.phone('05')).signIn('v05')
    const phone = (text: string) => ({
      capturedAt: text,
      lastServer: { at: '2026-06-12T01:00:00.000Z', wall: '2028-06-12T01:00:00.000Z' },
    })
    const taken = async (capturedAt: string, deviceNow: string) => {
      const result = await syncOne(agent, aRegistration({}, phone(capturedAt)), { deviceNow })
      return result.code ?? result.status
    }
    // The stop was entered at 09:40 of its own day; the phone took the first a quarter of an hour before.
    expect(await taken('2028-06-12T01:25:00.000Z', '2028-06-12T01:40:00.000Z')).toBe('applied')
    expect(await taken('2028-06-12T01:40:00.000Z', '2028-06-12T01:40:00.000Z')).toBe('item.stopped')
    await published(hall, '2026-06-12', { resultName: '口头答复' }, 'MZ-013')
    hall.clock.forward(60_000)
    expect(await taken('2028-06-12T01:40:30.000Z', '2028-06-12T01:41:00.000Z')).toBe('merged')
  })
})
