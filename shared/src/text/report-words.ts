import type { ApartFromScore, FairnessKind, ReportColumn, ReportTableName } from '../vocabulary/report.ts'
import type { TicketChannel, TicketClass } from '../vocabulary/ticket.ts'
import { CASE_COLUMN_WORDS, CASE_KEY_WORDS, CASE_TABLE_WORDS } from './case-report-words.ts'
import { RATING_COLUMN_WORDS, RATING_KEY_WORDS, RATING_TABLE_WORDS } from './rating-report-words.ts'
import type { Sentence } from './sentence.ts'

/** The heading of each table, on the screen and in the file. */
export const TABLE_WORDS = {
  whole: { zh: '合计', en: 'Total' },
  line: { zh: '按业务线', en: 'By business line' },
  topic: { zh: '按事项', en: 'By topic' },
  class: { zh: '按类别', en: 'By class' },
  channel: { zh: '按取号渠道', en: 'By channel' },
  window: { zh: '按窗口', en: 'By window' },
  hour: { zh: '按小时', en: 'By hour' },
  weekday: { zh: '按星期', en: 'By weekday' },
  village: { zh: '按村', en: 'By village' },
  day: { zh: '按日期', en: 'By day' },
  staff: { zh: '按工作人员', en: 'By clerk' },
  quotes: { zh: '预计等候兑现', en: 'Quoted waits kept' },
  quotes_by_day: { zh: '预计等候兑现（按日）', en: 'Quoted waits kept, by day' },
  quotes_apart: { zh: '不计入兑现的号', en: 'Numbers outside the score' },
  fairness: { zh: '公平情况', en: 'Fairness report' },
  fairness_by_staff: { zh: '公平情况（按工作人员）', en: 'Fairness report, by clerk' },
  faults: { zh: '时间异常', en: 'Times that cannot be' },
  ...CASE_TABLE_WORDS,
  ...RATING_TABLE_WORDS,
} as const satisfies Record<ReportTableName, Sentence>

/** The heading of each column; lengths in minutes. */
export const COLUMN_WORDS = {
  issued: { zh: '取号', en: 'Issued' },
  served: { zh: '已办', en: 'Served' },
  absent_share: { zh: '未到 %', en: 'Absent %' },
  wait_n: { zh: '等候样本', en: 'Waits' },
  wait_mean: { zh: '平均等候', en: 'Mean wait' },
  wait_median: { zh: '等候中位', en: 'Median wait' },
  wait_p90: { zh: '九成等候', en: 'P90 wait' },
  wait_over: { zh: '超过目标 %', en: 'Over target %' },
  service_n: { zh: '办理样本', en: 'Services' },
  service_mean: { zh: '平均办理', en: 'Mean service' },
  service_median: { zh: '办理中位', en: 'Median service' },
  service_p90: { zh: '九成办理', en: 'P90 service' },
  walk_mean: { zh: '平均走到窗口', en: 'Mean walk' },
  stay_median: { zh: '在厅中位', en: 'Median stay' },
  duty_minutes: { zh: '在岗分钟', en: 'On duty' },
  paused_minutes: { zh: '暂停分钟', en: 'Paused' },
  utilisation: { zh: '利用率 %', en: 'Utilisation %' },
  quotes_n: { zh: '次数', en: 'Quotes' },
  kept: { zh: '兑现 %', en: 'Kept %' },
  coverage: { zh: '区间覆盖 %', en: 'Coverage %' },
  bias: { zh: '平均偏差', en: 'Bias' },
  mae: { zh: '平均误差', en: 'MAE' },
  rmse: { zh: '均方根误差', en: 'RMSE' },
  baseline_bias: { zh: '对照偏差', en: 'Baseline bias' },
  baseline_rmse: { zh: '对照误差', en: 'Baseline RMSE' },
  count: { zh: '次数', en: 'Count' },
  reasons: { zh: '原因', en: 'Reasons' },
  pick: { zh: '挑号', en: 'Picks' },
  direct: { zh: '直接办理', en: 'Direct' },
  early_miss: { zh: '提前过号', en: 'Early misses' },
  undo: { zh: '撤销叫号', en: 'Undos' },
  reclass: { zh: '改类别', en: 'Reclasses' },
  protection: { zh: '插队保护', en: 'Protections' },
  number: { zh: '号码', en: 'Number' },
  what: { zh: '项目', en: 'What' },
  minutes: { zh: '分钟', en: 'Minutes' },
  ...CASE_COLUMN_WORDS,
  ...RATING_COLUMN_WORDS,
} as const satisfies Record<ReportColumn, Sentence>

/** What stands above a table that goes out as a page. */
export const FILE_WORDS = {
  period: { zh: '统计期间：', en: 'Period: ' },
  until: { zh: '至', en: 'to' },
  unfinished: { zh: '（未完）', en: ' (not over yet)' },
  at: { zh: '统计时间：', en: 'Made at: ' },
  judged: { zh: '按时口径：', en: 'Judged: ' },
  maker: { zh: '制表岗位：', en: 'Made by: ' },
} as const satisfies Record<string, Sentence>

const CLASS_WORDS = {
  ordinary: { zh: '普通', en: 'ordinary' },
  priority: { zh: '优先', en: 'priority' },
  appointment: { zh: '预约', en: 'appointment' },
} as const satisfies Record<TicketClass, Sentence>

const CHANNEL_WORDS = {
  kiosk: { zh: '取号机', en: 'kiosk' },
  desk: { zh: '窗口', en: 'desk' },
  guide: { zh: '导服台', en: 'hall guide' },
  village: { zh: '村代办点', en: 'village point' },
  paper: { zh: '纸号', en: 'spare paper' },
} as const satisfies Record<TicketChannel, Sentence>

const APART_WORDS = {
  cancelled: { zh: '已取消', en: 'cancelled' },
  postponed: { zh: '往后让', en: 'postponed' },
  transferred: { zh: '叫号前转出', en: 'transferred before the call' },
  picked: { zh: '挑号', en: 'picked' },
  by_hand: { zh: '人工登记', en: 'by hand' },
  direct: { zh: '直接办理', en: 'direct' },
} as const satisfies Record<ApartFromScore, Sentence>

const WEEKDAY_WORDS: Readonly<Record<string, Sentence>> = {
  '0': { zh: '星期日', en: 'Sunday' },
  '1': { zh: '星期一', en: 'Monday' },
  '2': { zh: '星期二', en: 'Tuesday' },
  '3': { zh: '星期三', en: 'Wednesday' },
  '4': { zh: '星期四', en: 'Thursday' },
  '5': { zh: '星期五', en: 'Friday' },
  '6': { zh: '星期六', en: 'Saturday' },
}

const WHAT_WORDS: Readonly<Record<string, Sentence>> = {
  wait: { zh: '等候', en: 'wait' },
  walk: { zh: '走到窗口', en: 'walk' },
  service: { zh: '办理', en: 'service' },
  stay: { zh: '在厅', en: 'stay' },
}

const ALL: Sentence = { zh: '合计', en: 'all' }

const KEYS: Partial<Record<ReportTableName, Readonly<Record<string, Sentence>>>> = {
  class: CLASS_WORDS,
  channel: CHANNEL_WORDS,
  weekday: WEEKDAY_WORDS,
  quotes: { all: ALL },
  whole: { all: ALL },
  quotes_apart: APART_WORDS,
  fairness: COLUMN_WORDS satisfies Record<FairnessKind, Sentence>,
  ...CASE_KEY_WORDS,
  ...RATING_KEY_WORDS,
}

/** What a row is called: the centre's name for it, else the word for its key. */
export function rowWords(
  table: ReportTableName,
  { key, name }: { readonly key: string; readonly name: string | null },
  language: 'zh' | 'en',
): string {
  if (name !== null) return name
  const word = KEYS[table]?.[key]
  if (word !== undefined) return word[language]
  return table === 'hour' ? `${key}:00` : key
}

// What stands in place of a share of fewer than five (U37), and of a count that would give such a one away (U39).
const HIDDEN: Sentence = { zh: '不显示', en: 'not shown' }
const TOO_FEW: Sentence = { zh: '样本少', en: 'too few' }

/** A cell in words: lengths of time are told apart by theirs, and few cases have no percentage. */
export function cellWords(
  column: ReportColumn,
  cell: number | string | null,
  language: 'zh' | 'en',
): number | string | null {
  if (cell === 'few') return TOO_FEW[language]
  if (cell === 'hidden') return HIDDEN[language]
  return column === 'what' && typeof cell === 'string' ? (WHAT_WORDS[cell]?.[language] ?? cell) : cell
}
