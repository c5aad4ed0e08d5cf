import type { CaseId } from '@counter/shared/vocabulary/ids'
import readWorkbook from 'read-excel-file/node'
import { describe, expect, test } from 'vitest'
import { findCaseEvents } from '../src/store/case-events.ts'
import { nextCaseNumbers } from '../src/store/case-numbers.ts'
import { importLedger } from '../src/usecases/ledger/settle-import.ts'
import { anOrigin } from './a-store.ts'
import { type Caller, FRIDAY, type Hall, startHall } from './app.ts'
import { RESIDENT, receive } from './case-files.ts'
import { change, follow, journalOf, newId, refused } from './desk.ts'

const HEADING = [
  '旧编号*',
  '事项*',
  '姓名*',
  '身份证号',
  '电话',
  '村',
  '住址',
  '收件日期*',
  '受理日期',
  '承诺日期',
  '承办单位',
  '备注',
]
/** Promised for 18 June, ten working days after its acceptance; the item itself has five. */
const TREES = [
  '林26-007',
  'LY-001',
  '示例乙',
  '999999199001010024',
  '19900000002',
  '石桥村',
  '石桥村示例组2号',
  '2026/6/3',
  '2026年6月4日',
  '2026-06-18',
  '',
  '材料在老柜子',
]
/** Promised for 10 June, two days ago. */
const CARD = ['社26-1', 'SB-009', '示例丙', '', '', '', '', '2026-06-01', '', '2026-06-10', '', '']
/** Received on Wednesday, not yet accepted. */
const RELIEF = ['民26-3', 'MZ-001', '示例丁', '', '', '', '', '2026-06-10', '', '', '', '']

const sheetOf = (...rows: readonly (readonly string[])[]) =>
  [HEADING, ...rows].map((cells, place) => ({ line: place + 1, cells }))
const check = async (admin: Caller, ...rows: readonly (readonly string[])[]) =>
  (await admin.post('/api/ledgers/check', { rows: sheetOf(...rows) })).body
const enter = (admin: Caller, rows: readonly (readonly string[])[], commandId = newId()) =>
  admin.command('/api/ledgers', { fileName: '旧台账.xlsx', rows: sheetOf(...rows) }, commandId)
const previewOf = async (caller: Caller, id: string) => (await caller.get(`/api/ledgers/${id}/preview`)).body

async function imported(hall: Hall, rows: readonly (readonly string[])[]) {
  const [admin, supervisor] = [await hall.roleCaller('admin'), await hall.roleCaller('supervisor')]
  const entered = await enter(admin, rows)
  expect(entered.status, JSON.stringify(entered.body)).toBe(200)
  const { id } = entered.body
  const { preview } = await previewOf(supervisor, id)
  const done = await supervisor.command(`/api/ledgers/${id}/import`, { preview })
  expect(done.status, JSON.stringify(done.body)).toBe(200)
  return { admin, supervisor, id, done: done.body }
}

async function found(caller: Caller, find: string) {
  const { items } = (await caller.post('/api/cases/find', { find })).body
  if (items.length !== 1) return null
  return (await caller.get(`/api/cases/${items[0].id}`)).body
}

describe('a sheet of an old ledger', () => {
  test('[K52] with faults brings nothing in, and names each by line and column at once', async () => {
    const hall = await startHall()
    const admin = await hall.roleCaller('admin')
    const rows = [
      TREES,
      CARD.with(1, '没有的事项').with(9, '下周'),
      RELIEF.with(3, '999999199001010025'),
      RELIEF,
    ]
    const seen = await check(admin, ...rows)
    expect(seen).toMatchObject({ rows: 4, problemCount: 3 })
    expect(
      seen.problems.map(({ line, column, code }: Record<string, unknown>) => [line, column, code]),
    ).toEqual([
      [3, 'item', 'unknown_item'],
      [3, 'promisedOn', 'date_unreadable'],
      [4, 'idNo', 'id_check'],
    ])
    expect(await enter(admin, rows)).toMatchObject({
      ...refused('import.faulty'),
      body: { params: { n: 3 } },
    })
    expect((await admin.get('/api/ledgers')).body.items).toEqual([])
    expect(await found(await hall.roleCaller('clerk'), '林26-007')).toBeNull()
  })

  test('[K52] looked at shows what the house would make of it, masked, and what to look at', async () => {
    const hall = await startHall()
    const admin = await hall.roleCaller('admin')
    const seen = await check(admin, TREES, CARD, RELIEF, RELIEF.with(0, '民26-4').with(7, '2026-06-02'))
    expect(seen).toMatchObject({ problemCount: 0, lights: { green: 2, red: 2 } })
    expect(seen.lines[0]).toEqual({
      line: 2,
      oldNumber: '林26-007',
      itemName: '林木采伐许可证核发（农村居民自留山、个人承包集体林地，受县林业主管部门委托）',
      applicant: '示*乙',
      unitName: '林业站',
      receivedOn: '2026-06-03',
      acceptedOn: '2026-06-04',
      promisedOn: '2026-06-18',
      status: 'accepted',
      dueOn: '2026-06-18',
      light: 'green',
    })
    const codes = seen.warnings.map(({ line, code }: Record<string, unknown>) => `${line} ${code}`)
    expect(codes).toEqual([
      '3 no_id_number',
      '3 acceptance_assumed',
      '3 red_at_once',
      '4 no_id_number',
      '5 no_id_number',
      '5 silence_accepts',
    ])
  })

  test('[K52] comes in whole: each case with a number of the house, its old number and its promise as told', async () => {
    const hall = await startHall()
    const { done, id } = await imported(hall, [TREES, CARD, RELIEF])
    expect(done).toMatchObject({ state: 'imported', rows: 3 })
    const clerk = await hall.roleCaller('clerk')
    const trees = await found(clerk, '林２６-００７')
    expect(trees).toMatchObject({
      oldNumber: '林26-007',
      toldDueOn: '2026-06-18',
      row: { number: done.firstNumber, status: 'accepted', light: 'green', left: 4, flags: ['imported'] },
      applicant: { name: '示*乙', village: '05' },
    })
    expect(trees.clocks.find(({ kind }: { kind: string }) => kind === 'committed')).toMatchObject({
      startedOn: '2026-06-04',
      dueOn: '2026-06-18',
      used: 6,
      left: 4,
    })
    expect(await found(clerk, '999999199001010024')).toMatchObject({ row: { number: done.firstNumber } })
    expect((await found(clerk, '民26-3'))?.row).toMatchObject({ number: done.lastNumber, status: 'received' })
    // The next case of a window follows without a gap.
    const next = await receive(clerk, 'LY-001')
    expect(next.case.row.number.slice(8, 12)).toBe('0004')
    expect(journalOf(hall, 'ledger.imported')).toEqual([
      { rows: 3, firstNumber: done.firstNumber, lastNumber: done.lastNumber },
    ])
    const kept = hall.server.counter.deps.store.read(({ sql }) =>
      sql.prepare('SELECT cells_enc FROM ledger_import WHERE id = ?').pluck().get(id),
    )
    expect(kept).toBeNull()
  })

  test('[C704] whose promise is past is red at once and goes up the ladder', async () => {
    const hall = await startHall()
    await imported(hall, [CARD])
    await hall.server.counter.deps.sweepClocks()
    const card = await found(await hall.roleCaller('supervisor'), '社26-1')
    expect(card?.row).toMatchObject({ light: 'red', flags: ['imported', 'overdue', 'supervised'] })
    expect(card?.orders).toHaveLength(2)
  })

  test('[K52] pressed twice comes in once; the same old number again is an error that names the case', async () => {
    const hall = await startHall()
    const [admin, supervisor] = [await hall.roleCaller('admin'), await hall.roleCaller('supervisor')]
    const press = newId()
    const entered = await enter(admin, [TREES], press)
    expect((await enter(admin, [TREES], press)).body).toEqual(entered.body)
    expect(await enter(admin, [TREES])).toMatchObject(refused('import.already_entered'))
    const { preview } = await previewOf(supervisor, entered.body.id)
    const path = `/api/ledgers/${entered.body.id}/import`
    const again = newId()
    const both = await Promise.all([
      supervisor.command(path, { preview }, again),
      supervisor.command(path, { preview }, again),
    ])
    expect(both[1].body).toEqual(both[0].body)
    expect(await supervisor.command(path, { preview })).toMatchObject(refused('import.settled'))
    const { problems } = await check(admin, TREES)
    expect(problems).toEqual([
      { line: 2, column: 'oldNumber', code: 'already_imported', words: both[0].body.firstNumber },
    ])
  })

  test('[C603] is imported by a second person, and only as it was looked at', async () => {
    const hall = await startHall()
    const [admin, supervisor] = [await hall.roleCaller('admin'), await hall.roleCaller('supervisor')]
    const { id } = (await enter(admin, [TREES])).body
    expect(await admin.command(`/api/ledgers/${id}/import`, { preview: 'x' })).toMatchObject({ status: 403 })
    const { preview } = await previewOf(supervisor, id)
    const path = `/api/ledgers/${id}/import`
    expect(await supervisor.command(path, { preview: 'x' })).toMatchObject(refused('import.preview_required'))
    // A day later another count of days is seen.
    hall.clock.to('2026-06-23T01:40:00.000Z')
    const later = await hall.roleCaller('supervisor')
    expect(await later.command(path, { preview })).toMatchObject(refused('import.preview_required'))
    expect(await later.command(`/api/ledgers/${id}/withdraw`, { reason: '日期要核对' })).toMatchObject({
      body: { state: 'withdrawn', firstNumber: null },
    })
    expect(await found(later, '林26-007')).toBeNull()
  })

  test('[K52] two ledgers at once that bring the same old number: one comes in, the other is looked at again', async () => {
    const hall = await startHall()
    const [admin, supervisor] = [await hall.roleCaller('admin'), await hall.roleCaller('supervisor')]
    const ids = [(await enter(admin, [TREES])).body.id, (await enter(admin, [TREES, CARD])).body.id]
    const previews = [await previewOf(supervisor, ids[0]), await previewOf(supervisor, ids[1])]
    const [one, other] = await Promise.all(
      ids.map((id, place) =>
        supervisor.command(`/api/ledgers/${id}/import`, { preview: previews[place].preview }),
      ),
    )
    expect([one?.status, other?.status].toSorted()).toEqual([200, 409])
    const refusal = [one?.body, other?.body].find(({ code }) => code !== undefined)
    expect(refusal.code).toBe('import.preview_required')
    const { items } = (await admin.get('/api/ledgers')).body
    const left = items.find(({ state }: { state: string }) => state === 'entered')
    expect((await previewOf(supervisor, left.id)).problemCount).toBe(1)
  })

  test('[K52] cut off in the middle it goes on where it stopped, before anybody is served', async () => {
    const hall = await startHall()
    const [admin, supervisor] = [await hall.roleCaller('admin'), await hall.roleCaller('supervisor')]
    const rows = Array.from({ length: 45 }, (_, place) => RELIEF.with(0, `民26-${place + 1}`))
    const { id } = (await enter(admin, rows)).body
    const { id: other } = (await enter(admin, [TREES])).body
    const { preview } = await previewOf(supervisor, id)
    const { preview: ofOther } = await previewOf(supervisor, other)
    const { deps } = hall.server.counter
    let writes = 0
    // The decision and one slice stand; then the power is gone.
    const write: typeof deps.store.write = (work) => {
      writes += 1
      return writes > 2 ? Promise.reject(new Error('cut off')) : deps.store.write(work)
    }
    const cut = importLedger(
      { ...deps, store: { ...deps.store, write } },
      { origin: anOrigin(), id, preview },
    )
    await expect(cut).rejects.toThrow('cut off')
    const numbersOf = ({ server }: Hall) =>
      server.counter.deps.store.read(({ sql }) =>
        sql.prepare('SELECT number FROM "case" ORDER BY number').pluck().all(),
      )
    expect(numbersOf(hall)).toHaveLength(20)
    const withdrawn = await supervisor.command(`/api/ledgers/${id}/withdraw`, { reason: '不要了' })
    expect(withdrawn.body.code).toBe('import.settled')
    const second = await supervisor.command(`/api/ledgers/${other}/import`, { preview: ofOther })
    expect(second.body.code).toBe('import.preview_required')

    const again = await hall.restart()
    const numbers = numbersOf(again)
    expect(numbers.map((number) => String(number).slice(8, 12))).toEqual(
      rows.map((_, place) => String(place + 1).padStart(4, '0')),
    )
    const { items } = (await (await again.roleCaller('admin')).get('/api/ledgers')).body
    expect(items.find((each: { id: string }) => each.id === id)).toMatchObject({
      state: 'imported',
      firstNumber: numbers.at(0),
      lastNumber: numbers.at(-1),
    })
  })

  test('[K52] cut off, it comes in as it was read at the press, whatever the names in its sheet mean since', async () => {
    const hall = await startHall({ changesRowsByHand: true })
    const [admin, supervisor] = [await hall.roleCaller('admin'), await hall.roleCaller('supervisor')]
    const rows = [RELIEF.with(10, '民政办')]
    const { id } = (await enter(admin, rows)).body
    const { preview } = await previewOf(supervisor, id)
    const { deps } = hall.server.counter
    let writes = 0
    const write: typeof deps.store.write = (work) => {
      writes += 1
      return writes > 1 ? Promise.reject(new Error('cut off')) : deps.store.write(work)
    }
    await expect(
      importLedger({ ...deps, store: { ...deps.store, write } }, { origin: anOrigin(), id, preview }),
    ).rejects.toThrow('cut off')
    const { store } = hall.server.counter.deps
    await store.write(
      ({ sql }) => void sql.prepare("UPDATE unit SET name = '别的名字' WHERE code = 'MZ'").run(),
    )
    const stateOf = async (of: Hall) =>
      (await (await of.roleCaller('admin')).get('/api/ledgers')).body.items[0]
    expect(await stateOf(hall)).toMatchObject({ state: 'entered', isComing: true })

    const again = await hall.restart()
    expect(await stateOf(again)).toMatchObject({ state: 'imported', isComing: false })
    const relief = await found(await again.roleCaller('clerk'), '民26-3')
    expect(relief?.row).toMatchObject({ unit: 'MZ', status: 'received' })
  })

  test('[K52] cut off by an earlier version, which kept the sheet, it is read once more', async () => {
    const hall = await startHall({ changesRowsByHand: true })
    const { id } = (await enter(await hall.roleCaller('admin'), [RELIEF, TREES])).body
    await hall.server.counter.deps.store.write((tx) => {
      const numbers = nextCaseNumbers(tx, '00', 2)
      tx.sql
        .prepare('UPDATE ledger_import SET taken_by = ?, first_number = ?, last_number = ? WHERE id = ?')
        .run(JSON.stringify(anOrigin()), numbers[0], numbers[1], id)
    })
    const again = await hall.restart()
    const { items } = (await (await again.roleCaller('admin')).get('/api/ledgers')).body
    expect(items).toMatchObject([{ id, state: 'imported' }])
    expect((await found(await again.roleCaller('clerk'), '林26-007'))?.row.number).toBe(items[0].lastNumber)
  })

  test('[C445] a person who already has such a case is pointed out, and both stay', async () => {
    const hall = await startHall()
    const clerk = await hall.roleCaller('clerk')
    await receive(clerk, 'LY-001')
    const rows = [TREES.with(3, RESIDENT.idNo)]
    const admin = await hall.roleCaller('admin')
    expect((await check(admin, ...rows)).warnings).toEqual([
      { line: 2, column: 'idNo', code: 'possible_duplicate', words: '' },
    ])
    await imported(hall, rows)
    expect((await found(clerk, '林26-007'))?.row.flags).toEqual(['imported', 'possible_duplicate'])
  })

  test('[C301] the record of such a case begins with its import, by whom and with what was promised', async () => {
    const hall = await startHall()
    await imported(hall, [TREES])
    const page = await found(await hall.roleCaller('clerk'), '林26-007')
    const [event, ...more] = hall.server.counter.deps.store.read((tx) =>
      findCaseEvents(tx, page.row.id as CaseId),
    )
    expect(more).toEqual([])
    expect(event).toMatchObject({
      type: 'case.imported',
      role: 'supervisor',
      recordedAt: FRIDAY,
      occurredAt: '2026-06-03T00:00:00.000Z',
      text: '材料在老柜子',
      payload: { oldNumber: '林26-007', toldDueOn: '2026-06-18', unit: 'LY', itemVersion: 1 },
    })
  })

  test('[R19] the lists of the units and desks that are open get the new cases at once', async () => {
    const hall = await startHall()
    const handler = await hall.signIn('ly')
    const list = await follow(hall, 'staff', handler, 'unit:LY')
    await imported(hall, [TREES])
    expect(await change(list, 'case_changed')).toMatchObject({ case: { applicant: '示*乙' } })
  })

  test('[K52] can be filled into a workbook that is given out', async () => {
    const hall = await startHall()
    const admin = await hall.roleCaller('admin')
    const answer = await hall.server.counter.app.inject({
      url: '/api/ledgers/template',
      headers: { cookie: admin.cookie, 'x-actor': 'staff' },
    })
    expect(answer.headers['content-type']).toContain('spreadsheetml')
    const sheets = await readWorkbook(answer.rawPayload)
    expect(sheets.map(({ sheet }) => sheet)).toEqual(['旧台账', '填写说明', '事项表'])
    expect(sheets[0]?.data[0]).toEqual(HEADING)
  })
})
