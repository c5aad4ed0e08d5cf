import type { ItemCode, UnitCode } from '@counter/shared/vocabulary/ids'
import type { PlainDate } from '@counter/shared/vocabulary/time'
import { draftFrom, emptyDraft, publishedForm } from './draft-content.ts'
import { changedParts } from './draft-differences.ts'
import { itemColumns, type UnitNames } from './item-columns.ts'
import type { ItemContent, ItemDraft, ItemPaper } from './item-content.ts'
import {
  NEW_PAPER,
  NEW_QUESTION,
  NEW_STEP,
  PAPER_COLUMNS,
  QUESTION_COLUMNS,
  STEP_COLUMNS,
} from './row-columns.ts'
import type { SheetColumn } from './sheet-cells.ts'
import { CODE, readRows, type SheetProblem, type UploadedSheet } from './sheet-rows.ts'

/** The names of the four sheets, and the column by which their rows belong together. */
export const SHEETS = { items: '事项', materials: '材料', steps: '环节', faq: '问答' } as const

/** One item of the catalogue under its code. */
export interface CodedItem {
  readonly code: ItemCode
  readonly item: ItemDraft
}

/** The catalogue as sheets of text: items, their materials, steps, questions and answers; the first row has the headings. */
export function writeCatalogueSheets(
  items: readonly CodedItem[],
  units: UnitNames,
): { readonly name: string; readonly rows: readonly (readonly string[])[] }[] {
  const columns = itemColumns(units)
  const written = <Row>(
    rowColumns: readonly SheetColumn<Row>[],
    of: (content: ItemContent) => readonly Row[],
  ) => [
    [CODE, ...rowColumns.map(({ heading }) => heading)],
    ...items.flatMap(({ code, item }) =>
      of(item.content).map((row) => [code, ...rowColumns.map((column) => column.write(row))]),
    ),
  ]
  return [
    {
      name: SHEETS.items,
      rows: [
        [CODE, ...columns.map(({ heading }) => heading)],
        ...items.map(({ code, item }) => [code, ...columns.map((column) => column.write(item))]),
      ],
    },
    { name: SHEETS.materials, rows: written(PAPER_COLUMNS, ({ materials }) => materials) },
    { name: SHEETS.steps, rows: written(STEP_COLUMNS, ({ steps }) => steps) },
    { name: SHEETS.faq, rows: written(QUESTION_COLUMNS, ({ faq }) => faq) },
  ]
}

/** What the catalogue is before the sheet: its newest versions, its units, and from when a new version can hold. */
export interface SheetGround {
  readonly known: ReadonlyMap<ItemCode, ItemDraft>
  readonly units: UnitNames
  /** The earliest day of an item's next version. */
  readonly from: (code: ItemCode) => PlainDate
  /** Items that somebody is writing on: a sheet does not write over them. */
  readonly inWork: ReadonlySet<ItemCode>
}

/** What a sheet would bring: a draft for each item that it makes other or new, or what is wrong with it. */
export interface SheetReading {
  readonly drafts: readonly (CodedItem & { readonly isNew: boolean })[]
  /** Items that stand in the sheet as they are. */
  readonly same: number
  readonly problems: readonly SheetProblem[]
}

/** Reads an uploaded catalogue; what the sheet has no column for stays as it is. One problem, and nothing is imported. */
export function readCatalogueSheets(sheets: readonly UploadedSheet[], ground: SheetGround): SheetReading {
  const first = sheets.find(({ name }) => name === SHEETS.items) ?? sheets.find(({ name }) => name === '')
  if (first === undefined) {
    const missing = { sheet: SHEETS.items, line: 1, column: '', problem: 'no_sheet', allowed: '' } as const
    return { drafts: [], same: 0, problems: [missing] }
  }
  const read = readRows(first, itemColumns(ground.units), (code) => startOf(code, ground))
  const codes = new Set(read.rows.map(({ code }) => code))
  const papers = rowsBy(sheets, SHEETS.materials, PAPER_COLUMNS, NEW_PAPER, codes)
  const steps = rowsBy(sheets, SHEETS.steps, STEP_COLUMNS, NEW_STEP, codes)
  const faq = rowsBy(sheets, SHEETS.faq, QUESTION_COLUMNS, NEW_QUESTION, codes)
  const drafts = read.rows.map(({ code, entry }) => ({
    code,
    isNew: !ground.known.has(code),
    item: withRows(entry, {
      ...rowsOf(papers, code, (materials) => ({ materials: withSamples(materials, entry) })),
      ...rowsOf(steps, code, (all) => ({ steps: all })),
      ...rowsOf(faq, code, (all) => ({ faq: all })),
    }),
  }))
  const changed = drafts.filter(({ code, item }) => isOther(item, ground.known.get(code)))
  const own = ownProblems(read.rows, changed, ground, first.name)
  return {
    drafts: changed,
    same: drafts.length - changed.length,
    problems: [...read.problems, ...papers.problems, ...steps.problems, ...faq.problems, ...own],
  }
}

function startOf(code: ItemCode, { known, from }: SheetGround): ItemDraft {
  const present = known.get(code)
  return present === undefined
    ? emptyDraft(code.slice(0, 2) as UnitCode, from(code))
    : draftFrom(present, from(code))
}

function isOther(item: ItemDraft, present: ItemDraft | undefined): boolean {
  return present === undefined || changedParts(publishedForm(item), publishedForm(present)).length > 0
}

const MOST_ROWS = 30

interface RowsBy<Row> {
  /** Null where the workbook has no such sheet: the rows of the catalogue stay. */
  readonly byCode: ReadonlyMap<ItemCode, readonly Row[]> | null
  readonly problems: readonly SheetProblem[]
}

function rowsBy<Row>(
  sheets: readonly UploadedSheet[],
  name: string,
  columns: readonly SheetColumn<Row>[],
  blank: Row,
  codes: ReadonlySet<ItemCode>,
): RowsBy<Row> {
  const sheet = sheets.find((each) => each.name === name)
  if (sheet === undefined) return { byCode: null, problems: [] }
  const { rows, problems } = readRows(sheet, columns, () => blank)
  const byCode = new Map<ItemCode, Row[]>()
  for (const { code, entry } of rows) byCode.set(code, [...(byCode.get(code) ?? []), entry])
  const strange = rows
    .filter(({ code }) => !codes.has(code))
    .map(
      ({ line, code }): SheetProblem => ({
        sheet: name,
        line,
        column: CODE,
        problem: 'no_item',
        allowed: code,
      }),
    )
  const many = rows
    .filter(({ code }, place) => place === rows.findLastIndex((row) => row.code === code))
    .filter(({ code }) => (byCode.get(code)?.length ?? 0) > MOST_ROWS)
    .map(
      ({ line }): SheetProblem => ({
        sheet: name,
        line,
        column: CODE,
        problem: 'too_many',
        allowed: String(MOST_ROWS),
      }),
    )
  return { byCode, problems: [...problems, ...strange, ...many] }
}

// A workbook without the sheet leaves the rows of the catalogue; one with it and no row of an item takes them away.
function rowsOf<Row>(
  { byCode }: RowsBy<Row>,
  code: ItemCode,
  into: (rows: readonly Row[]) => Partial<ItemContent>,
): Partial<ItemContent> {
  return byCode === null ? {} : into(byCode.get(code) ?? [])
}

// A sheet has no column for a picture: a paper of the same name keeps its sample.
function withSamples(papers: readonly ItemPaper[], { content }: ItemDraft): ItemPaper[] {
  const samples = new Map(content.materials.map(({ name, sample }) => [name, sample]))
  return papers.map((paper) => ({ ...paper, sample: samples.get(paper.name) ?? null }))
}

function withRows(draft: ItemDraft, rows: Partial<ItemContent>): ItemDraft {
  return { ...draft, content: { ...draft.content, ...rows } }
}

function ownProblems(
  rows: readonly { readonly code: ItemCode; readonly line: number }[],
  changed: readonly CodedItem[],
  { units, inWork }: SheetGround,
  sheet: string,
): SheetProblem[] {
  const seen = new Set<ItemCode>()
  const isChanged = new Set(changed.map(({ code }) => code))
  return rows.flatMap(({ code, line }): SheetProblem[] => {
    const problem = (kind: SheetProblem['problem']) => [
      { sheet, line, column: CODE, problem: kind, allowed: code },
    ]
    if (seen.has(code)) return problem('twice')
    seen.add(code)
    if (!(code.slice(0, 2) in units)) return problem('no_unit')
    return inWork.has(code) && isChanged.has(code) ? problem('in_work') : []
  })
}
