import type { ItemCode } from '@counter/shared/vocabulary/ids'
import type { PlainDate } from '@counter/shared/vocabulary/time'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type CodedItem,
  readCatalogueSheets,
  type SheetGround,
  writeCatalogueSheets,
} from './catalogue-sheets.ts'
import { PAPER, WHOLE, withContent } from './draft-fixture.ts'
import type { UploadedSheet } from './sheet-rows.ts'

const code = (text: string) => text as ItemCode
const TOMORROW = '2026-06-13' as PlainDate
const UNITS = { MZ: { zh: '民政办' }, LY: { zh: '林业站' } } as SheetGround['units']
const ONE: CodedItem = {
  code: code('MZ-004'),
  item: withContent({
    faq: [{ question: '钱几时到账', answer: '次月' }],
    steps: [{ name: '入户调查', who: '', howLong: '3天', isExcluded: false }],
  }),
}

function groundOf(items: readonly CodedItem[], inWork: readonly ItemCode[] = []): SheetGround {
  return {
    known: new Map(items.map(({ code, item }) => [code, item])),
    units: UNITS,
    from: () => TOMORROW,
    inWork: new Set(inWork),
  }
}

/** What a spreadsheet program gives back of the exported sheets, with one cell written over. */
function uploaded(
  items: readonly CodedItem[],
  ...changes: readonly (readonly [string, number, string, string])[]
) {
  const sheets: UploadedSheet[] = writeCatalogueSheets(items, UNITS).map(({ name, rows }) => ({
    name,
    rows: rows.map((cells, place) => ({ line: place + 1, cells })),
  }))
  return changes.reduce<UploadedSheet[]>(
    (all, [sheet, line, heading, text]) =>
      all.map((each) => (each.name === sheet ? withCell(each, line, heading, text) : each)),
    sheets,
  )
}

function withCell({ name, rows }: UploadedSheet, line: number, heading: string, text: string): UploadedSheet {
  const place = rows[0]?.cells.indexOf(heading) ?? -1
  return {
    name,
    rows: rows.map((row) =>
      row.line === line ? { ...row, cells: row.cells.map((cell, at) => (at === place ? text : cell)) } : row,
    ),
  }
}

describe('the catalogue as a sheet', () => {
  test('[C109] a sheet has no column for a picture: papers of the same name and the result keep their samples', () => {
    const [form, result] = ['a'.repeat(64), 'b'.repeat(64)]
    const shown = withContent({
      materials: [{ ...PAPER, sample: form }],
      resultSample: result,
    })
    const items = [{ code: ONE.code, item: shown }]
    const sheets = uploaded(items, ['事项', 2, '办理结果', '救助告知书'])
    const [draft] = readCatalogueSheets(sheets, groundOf(items)).drafts
    expect(draft?.item.content).toMatchObject({
      resultName: '救助告知书',
      resultSample: result,
      materials: [{ sample: form }],
    })
  })

  test('[K52] what was exported and comes back unchanged brings no draft', () => {
    expect(readCatalogueSheets(uploaded([ONE]), groundOf([ONE]))).toEqual({
      drafts: [],
      same: 1,
      problems: [],
    })
  })

  test('[K52] whatever an item says comes back as it went out', () => {
    const words = fc.string({ unit: fc.constantFrom('户', '口', 'a', '1', ' ', '，'), maxLength: 12 })
    const plain = words.map((text) => text.trim())
    const item = fc.record({
      visits: fc.integer({ min: 0, max: 20 }),
      place: plain,
      conditions: fc.array(
        plain.filter((text) => text !== ''),
        { maxLength: 3 },
      ),
      twoPersonCheck: fc.boolean(),
      value: fc.integer({ min: 1, max: 200 }).map((halves) => halves / 2),
      unit: fc.constantFrom('workday' as const, 'day' as const),
      notice: fc.option(fc.integer({ min: 1, max: 60 })),
      booking: fc.boolean(),
      courier: fc.boolean(),
      keepOriginal: fc.boolean(),
      aliases: fc.array(
        plain.filter((text) => text !== ''),
        { maxLength: 3 },
      ),
      deliveryWorkdays: fc.option(fc.integer({ min: 1, max: 10 })),
      pledge: fc.option(
        fc.record({
          version: fc.constant(1),
          text: plain.filter((text) => text !== ''),
          checkWithin: fc.integer({ min: 1, max: 60 }),
        }),
      ),
      faq: fc.array(fc.record({ question: plain.filter((text) => text !== ''), answer: plain }), {
        maxLength: 3,
      }),
    })
    fc.assert(
      fc.property(item, ({ value, unit, notice, ...said }) => {
        const made: CodedItem = {
          code: ONE.code,
          item: withContent({
            ...said,
            committedLimit: { value, unit, text: '', reason: '' },
            publicNotice:
              notice === null
                ? null
                : {
                    days: notice,
                    unit,
                    where: '村公告栏',
                    beforeApplication: false,
                    excludedFromClock: true,
                  },
          }),
        }
        const read = readCatalogueSheets(uploaded([made]), groundOf([ONE]))
        expect(read.problems).toEqual([])
        const [back] = read.drafts
        if (back !== undefined) expect(back.item.content).toEqual({ ...made.item.content })
        else expect(read.same).toBe(1)
      }),
    )
  })

  test('[K52] one changed cell is one draft, for the day that stands beside it', () => {
    const sheets = uploaded([ONE], ['事项', 2, '承诺天数', '5'], ['事项', 2, '新版生效日期', '2026-08-01'])
    const { drafts, problems } = readCatalogueSheets(sheets, groundOf([ONE]))
    expect(problems).toEqual([])
    expect(drafts).toMatchObject([
      {
        code: 'MZ-004',
        isNew: false,
        item: { effectiveFrom: '2026-08-01', content: { committedLimit: { value: 5 }, materials: [PAPER] } },
      },
    ])
  })

  test('[K52] a code that is not known is a new item; a missing sheet leaves its rows as they are', () => {
    const other: CodedItem = { code: code('MZ-099'), item: WHOLE }
    const [items] = uploaded([ONE, other])
    const { drafts, same } = readCatalogueSheets([items as UploadedSheet], groundOf([ONE]))
    expect(same).toBe(1)
    expect(drafts).toMatchObject([{ code: 'MZ-099', isNew: true, item: { effectiveFrom: TOMORROW } }])
  })

  test.each([
    ['事项', 2, '承诺天数', '五天', 'number'],
    ['事项', 2, '承诺天数', '0.3', 'number'],
    ['事项', 2, '办件类型', '快办件', 'choice'],
    ['事项', 2, '村里可代办', '可以', 'yes_no'],
    ['事项', 2, '新版生效日期', '八月一日', 'day'],
    ['事项', 2, '办理地点', '楼'.repeat(201), 'too_long'],
    ['事项', 2, '责任单位', '水利站', 'choice'],
    ['事项', 2, '延期依据', '《行政许可法》', 'alone'],
    ['事项', 2, '公示天数', '0', 'number'],
    ['事项', 2, '编号', '民政4', 'no_code'],
    ['事项', 1, '办理结果', '结果', 'unknown_column'],
    ['材料', 2, '来源', '借的', 'choice'],
    ['材料', 2, '编号', 'MZ-005', 'no_item'],
    ['环节', 2, '不计入时限', 'x', 'yes_no'],
    ['事项', 2, '可以寄递', '能', 'yes_no'],
    ['事项', 2, '几个工作日内送达', '11', 'number'],
    ['事项', 2, '承诺几个工作日内核查', '5', 'alone'],
    ['问答', 2, '编号', 'MZ-005', 'no_item'],
  ] as const)(
    '[K52] names sheet %s, row %i and column %s when %s stands there',
    (sheet, line, column, text, problem) => {
      const { problems } = readCatalogueSheets(uploaded([ONE], [sheet, line, column, text]), groundOf([ONE]))
      const heading = problem === 'unknown_column' ? text : column
      expect(problems).toContainEqual(expect.objectContaining({ sheet, line, column: heading, problem }))
    },
  )

  test('[K52] an item twice, an item that is being written, and a workbook without items are told', () => {
    const changed = uploaded([ONE], ['事项', 2, '承诺天数', '5'])
    const twice = uploaded([ONE, ONE])
    expect(readCatalogueSheets(twice, groundOf([ONE])).problems).toMatchObject([
      { line: 3, problem: 'twice' },
    ])
    expect(readCatalogueSheets(changed, groundOf([ONE], [ONE.code])).problems).toMatchObject([
      { line: 2, problem: 'in_work' },
    ])
    expect(readCatalogueSheets([{ name: '名单', rows: [] }], groundOf([ONE])).problems).toMatchObject([
      { sheet: '事项', problem: 'no_sheet' },
    ])
  })
})
