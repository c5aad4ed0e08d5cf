import {
  LEDGER_COLUMNS,
  LEDGER_HEADINGS,
  LEDGER_NEEDED,
  type LedgerColumn,
} from '@counter/shared/vocabulary/ledger'
import { toXlsxCells } from './report-files.ts'

const HINTS = {
  oldNumber: '原台账上的编号，不能重复；以后用它也能查到办件',
  item: '事项名称或编码，见“事项表”',
  name: '申请人姓名',
  idNo: '18 位；没有可以空着',
  phone: '手机或带区号的固定电话；没有可以空着',
  village: '村名或编号；不在本镇可以空着',
  address: '可以空着',
  receivedOn: '如 2026-06-01，也可写 2026/6/1、2026年6月1日',
  acceptedOn: '还没受理就空着',
  promisedOn: '已告诉群众的办结日期；没有就空着，按事项时限算',
  unit: '空着就是事项的承办单位',
  note: '可以空着',
} as const satisfies Record<LedgerColumn, string>

/** Empty cells that are text already, so that a spreadsheet does not cut an ID number to fifteen digits. */
const READY_ROWS = 200

/** The workbook that is filled in: the sheet, how to fill it in, and the items by their names. */
export function ledgerTemplate(
  items: readonly { readonly code: string; readonly name: string; readonly unitName: string }[],
) {
  const needed: readonly LedgerColumn[] = LEDGER_NEEDED
  const heading = LEDGER_COLUMNS.map((column) => ({
    type: String,
    value: `${LEDGER_HEADINGS[column][0]}${needed.includes(column) ? '*' : ''}`,
    fontWeight: 'bold' as const,
  }))
  const empty = LEDGER_COLUMNS.map(() => ({ type: String, value: '', format: '@' }))
  return [
    { sheet: '旧台账', data: [heading, ...Array.from({ length: READY_ROWS }, () => empty)] },
    {
      sheet: '填写说明',
      data: toXlsxCells([
        ['列', '必填', '怎么填'],
        ...LEDGER_COLUMNS.map((column) => [
          LEDGER_HEADINGS[column][0],
          needed.includes(column) ? '必填' : '',
          HINTS[column],
        ]),
      ]),
    },
    {
      sheet: '事项表',
      data: toXlsxCells([
        ['编码', '事项', '承办单位'],
        ...items.map(({ code, name, unitName }) => [code, name, unitName]),
      ]),
    },
  ]
}
