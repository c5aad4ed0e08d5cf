/** The columns of a sheet of open cases from an old ledger 旧台账, in the order of the template. */
export const LEDGER_COLUMNS = [
  'oldNumber',
  'item',
  'name',
  'idNo',
  'phone',
  'village',
  'address',
  'receivedOn',
  'acceptedOn',
  'promisedOn',
  'unit',
  'note',
] as const
export type LedgerColumn = (typeof LEDGER_COLUMNS)[number]

/** The headings that name a column; the first one stands in the template. */
export const LEDGER_HEADINGS = {
  oldNumber: ['旧编号', '原编号', '编号', '登记号'],
  item: ['事项', '事项名称', '办理事项'],
  name: ['姓名', '申请人', '申请人姓名'],
  idNo: ['身份证号', '身份证号码', '证件号码'],
  phone: ['电话', '联系电话', '手机号'],
  village: ['村', '所在村', '村（社区）'],
  address: ['住址', '地址'],
  receivedOn: ['收件日期', '收件时间', '登记日期'],
  acceptedOn: ['受理日期', '受理时间'],
  promisedOn: ['承诺日期', '承诺办结日期', '承诺时限'],
  unit: ['承办单位', '责任单位', '承办部门'],
  note: ['备注', '说明'],
} as const satisfies Record<LedgerColumn, readonly string[]>

/** Without these a row is no case. */
export const LEDGER_NEEDED = [
  'oldNumber',
  'item',
  'name',
  'receivedOn',
] as const satisfies readonly LedgerColumn[]

/** What makes a row wrong: with one of these nothing is imported (K52). */
export const LEDGER_PROBLEMS = [
  'column_missing',
  'column_twice',
  'missing',
  'too_long',
  'unknown_item',
  'unknown_village',
  'unknown_unit',
  'id_length',
  'id_date',
  'id_check',
  'id_old_card',
  'phone',
  'date_unreadable',
  'date_future',
  'date_too_old',
  'date_order',
  'twice_in_sheet',
  'already_imported',
] as const
export type LedgerProblem = (typeof LEDGER_PROBLEMS)[number]

/** What somebody should look at and may let stand. */
export const LEDGER_WARNINGS = [
  'column_ignored',
  'item_guessed',
  'possible_duplicate',
  'red_at_once',
  'acceptance_assumed',
  'silence_accepts',
  'no_id_number',
  'earlier_than_item',
  'item_stopped',
  'other_unit',
] as const
export type LedgerWarning = (typeof LEDGER_WARNINGS)[number]

/** How an import stands: entered by one person, imported or sent back by another. */
export const LEDGER_STATES = ['entered', 'imported', 'withdrawn'] as const

/** More rows than this come as several sheets (K52). */
export const LEDGER_MOST_ROWS = 10_000

/** The old number as it is kept and sought: full-width signs as narrow ones, without blanks, in capitals. */
export function normalOldNumber(text: string): string {
  return text.normalize('NFKC').replaceAll(/\s/g, '').toUpperCase()
}
