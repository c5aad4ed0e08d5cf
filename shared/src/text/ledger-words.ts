import type { LedgerColumn, LedgerProblem, LedgerWarning } from '../vocabulary/ledger.ts'
import type { Sentence } from './sentence.ts'

/** What is wrong with a cell, and what to do; `{words}` is what stands there. */
export const LEDGER_PROBLEM_WORDS = {
  column_missing: { zh: '缺这一列：{words}', en: 'This column is missing: {words}' },
  column_twice: { zh: '这一列有两次：{words}', en: 'This column stands twice: {words}' },
  missing: { zh: '没有填', en: 'Nothing is filled in' },
  too_long: { zh: '太长，最多 {words} 字', en: 'Too long; at most {words} signs' },
  unknown_item: { zh: '没有这个事项：{words}', en: 'There is no such item: {words}' },
  unknown_village: { zh: '没有这个村：{words}', en: 'There is no such village: {words}' },
  unknown_unit: { zh: '没有这个单位：{words}', en: 'There is no such unit: {words}' },
  id_length: { zh: '身份证号应为 18 位', en: 'An ID number has 18 signs' },
  id_date: { zh: '身份证号里的出生日期不对', en: 'The date of birth in the ID number is wrong' },
  id_check: { zh: '身份证号校验不对，请核对', en: 'The check sign of the ID number does not fit' },
  id_old_card: {
    zh: '这是 15 位旧号，请填 18 位',
    en: 'This is an old number of 15 signs; give the one of 18',
  },
  phone: { zh: '电话不对：{words}', en: 'Not a phone number: {words}' },
  date_unreadable: { zh: '看不懂这个日期：{words}', en: 'Not a day: {words}' },
  date_future: { zh: '日期在今天之后：{words}', en: 'The day lies ahead: {words}' },
  date_too_old: { zh: '日期太早：{words}', en: 'The day is too long ago: {words}' },
  date_order: { zh: '日期早于前一步：{words}', en: 'The day is before the step that comes first: {words}' },
  twice_in_sheet: { zh: '与第 {words} 行旧编号相同', en: 'The same old number as in line {words}' },
  already_imported: { zh: '已导入过，是 {words}', en: 'Already taken over, as {words}' },
} as const satisfies Record<LedgerProblem, Sentence>

/** What somebody should look at; it may stand. */
export const LEDGER_WARNING_WORDS = {
  column_ignored: { zh: '这一列不导入：{words}', en: 'This column is left out: {words}' },
  item_guessed: { zh: '事项名称不全，当作：{words}', en: 'Only a part of the name; taken as {words}' },
  possible_duplicate: {
    zh: '同一人同一事项[，见第 {words} 行]',
    en: 'Same person and item[; see line {words}]',
  },
  red_at_once: { zh: '{words} 已到期，导入后就是红灯', en: 'Due on {words}; it will be red at once' },
  acceptance_assumed: { zh: '没填受理日期，按 {words} 受理', en: 'No day of acceptance; {words} is taken' },
  silence_accepts: { zh: '收件已久，将视为受理', en: 'Received long ago; silence will accept it' },
  no_id_number: { zh: '没有身份证号', en: 'No ID number' },
  earlier_than_item: {
    zh: '早于事项首版，按 {words} 版算',
    en: 'Older than the item; the version of {words} is used',
  },
  item_stopped: { zh: '该事项已停办，在办的继续办完', en: 'No longer offered; open cases are finished' },
  other_unit: { zh: '该事项平时由{words}承办', en: 'Usually {words} handles this item' },
} as const satisfies Record<LedgerWarning, Sentence>

/** The heading of each column of the template. */
export const LEDGER_COLUMN_WORDS = {
  oldNumber: { zh: '旧编号', en: 'Old number' },
  item: { zh: '事项', en: 'Item' },
  name: { zh: '姓名', en: 'Name' },
  idNo: { zh: '身份证号', en: 'ID number' },
  phone: { zh: '电话', en: 'Phone' },
  village: { zh: '村', en: 'Village' },
  address: { zh: '住址', en: 'Address' },
  receivedOn: { zh: '收件日期', en: 'Received on' },
  acceptedOn: { zh: '受理日期', en: 'Accepted on' },
  promisedOn: { zh: '承诺日期', en: 'Promised for' },
  unit: { zh: '承办单位', en: 'Unit' },
  note: { zh: '备注', en: 'Note' },
} as const satisfies Record<LedgerColumn, Sentence>
