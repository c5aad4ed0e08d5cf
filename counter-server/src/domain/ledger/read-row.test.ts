import type { ItemCode, UnitCode, VillageCode } from '@counter/shared/vocabulary/ids'
import type { PlainDate } from '@counter/shared/vocabulary/time'
import { describe, expect, test } from 'vitest'
import type { LedgerWorld } from './ledger-row.ts'
import { readHeader } from './read-header.ts'
import { readRow } from './read-row.ts'
import { repeatedInSheet, twiceInSheet } from './twice.ts'

const WORLD: LedgerWorld = {
  today: '2026-06-12' as PlainDate,
  items: new Map([['林木采伐(示例)', 'LY-001' as ItemCode]]),
  villages: new Map([['石桥村', '05' as VillageCode]]),
  units: new Map([['LY', 'LY' as UnitCode]]),
}
const HEADING = [
  '旧编号*',
  '事项（必填）',
  '姓名',
  '身份证号',
  '电话',
  '村',
  '收件日期',
  '受理日期',
  '承诺日期',
  '承办单位',
  '备注',
]
const DAYS = ['2025-12-31', '2026-04-01', '2026-04-02'] as PlainDate[]
const { header } = readHeader({ line: 1, cells: HEADING })

const GOOD = [
  '林２６－００７',
  '林木采伐（示例）',
  ' 示例甲 ',
  '99999919900101001 6',
  '１９９００００００００１'.slice(0, 11),
  '石桥村',
  '2026/6/3',
  '2026年6月4日',
  '2026-06-18',
  'ly',
  '',
]
const read = (changes: Readonly<Record<number, string>>) =>
  readRow(header, { line: 7, cells: GOOD.map((cell, place) => changes[place] ?? cell) }, WORLD)

describe('the heading', () => {
  test('[K52] names columns in any order and with any mark; what it does not know is left out', () => {
    expect([...header]).toHaveLength(11)
    const odd = readHeader({ line: 1, cells: ['姓名', '心情', '旧编号', '事项名称', '登记日期'] })
    expect(odd.problems).toEqual([])
    expect(odd.warnings).toEqual([{ line: 1, column: null, code: 'column_ignored', words: '心情' }])
    expect(odd.header.get('receivedOn')).toBe(4)
  })

  test('[K52] that lacks a needed column or has one twice is wrong, each named', () => {
    const { problems } = readHeader({ line: 1, cells: ['编号', '旧编号', '姓名', '收件日期'] })
    expect(problems.map(({ code, column }) => [code, column])).toEqual([
      ['column_twice', 'oldNumber'],
      ['column_missing', 'item'],
    ])
  })
})

describe('a row', () => {
  test('[K52] is a case, however its signs were typed', () => {
    expect(read({})).toEqual({
      problems: [],
      row: {
        line: 7,
        oldNumber: '林26-007',
        item: 'LY-001',
        isItemGuessed: false,
        name: '示例甲',
        idNo: '999999199001010016',
        phone: '19900000000',
        village: '05',
        address: null,
        receivedOn: '2026-06-03',
        acceptedOn: '2026-06-04',
        promisedOn: '2026-06-18',
        unit: 'LY',
        note: '',
      },
    })
  })

  test('[K52] with several faults names each with line and column at once', () => {
    const { row, problems } = read({ 0: '', 1: '砍树', 3: '999999199001010017', 6: '六月', 4: '12' })
    expect(row).toBeNull()
    expect(problems).toEqual([
      { line: 7, column: 'oldNumber', code: 'missing', words: '' },
      { line: 7, column: 'item', code: 'unknown_item', words: '砍树' },
      { line: 7, column: 'idNo', code: 'id_check', words: '999999199001010017' },
      { line: 7, column: 'phone', code: 'phone', words: '12' },
      { line: 7, column: 'receivedOn', code: 'date_unreadable', words: '六月' },
    ])
  })

  test.each([
    [{ 6: '2026-06-13' }, 'receivedOn', 'date_future'],
    [{ 7: '2026-06-02' }, 'acceptedOn', 'date_order'],
    [{ 8: '2026-06-03' }, 'promisedOn', 'date_order'],
    [{ 6: '1999-12-31' }, 'receivedOn', 'date_too_old'],
    [{ 5: '别村' }, 'village', 'unknown_village'],
    [{ 9: '财政所' }, 'unit', 'unknown_unit'],
    [{ 2: '长'.repeat(61) }, 'name', 'too_long'],
    [{ 3: '342524900101001' }, 'idNo', 'id_old_card'],
  ] as const)('[K52] %o is wrong in %s: %s', (changes, column, code) => {
    expect(read(changes).problems).toContainEqual(expect.objectContaining({ column, code }))
  })

  test('[K52] takes a part of an item’s name that fits one item alone, and says that it guessed', () => {
    expect(read({ 1: '林木采' }).row).toMatchObject({ item: 'LY-001', isItemGuessed: true })
    expect(read({ 1: '采伐' }).problems).toContainEqual(expect.objectContaining({ code: 'unknown_item' }))
  })

  test('[K52] needs neither ID number nor telephone nor promise', () => {
    const { row } = read({ 3: '', 4: '', 7: '', 8: '', 5: '', 9: '' })
    expect(row).toMatchObject({ idNo: null, phone: null, acceptedOn: null, promisedOn: null, unit: null })
  })
})

test('[K52] an old number in two rows is wrong in the later one; [C445] the same person and item is only pointed out', () => {
  const { row } = read({})
  if (row === null) throw new Error('the row is good')
  const rows = [row, { ...row, line: 8, oldNumber: 'X' }, { ...row, line: 9, idNo: null }]
  expect(twiceInSheet(rows)).toEqual([{ line: 9, column: 'oldNumber', code: 'twice_in_sheet', words: '7' }])
  expect([...repeatedInSheet(rows, 90)]).toEqual([[8, 7]])
  const years = rows.map((each, place) => ({
    ...each,
    receivedOn: DAYS[place] ?? each.receivedOn,
    idNo: row.idNo,
  }))
  // 1 April is 91 days after 31 December, and 2 April is the day after it.
  expect([...repeatedInSheet(years, 90)]).toEqual([[9, 8]])
})
