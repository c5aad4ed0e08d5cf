import type { CaseChannel } from '../vocabulary/case.ts'
import type { AT_CENTRE, CaseReportColumn, CaseReportTable, JudgedBy } from '../vocabulary/case-report.ts'
import type { Sentence } from './sentence.ts'

/** The heading of each table of cases. */
export const CASE_TABLE_WORDS = {
  cases_whole: { zh: '办件合计', en: 'All cases' },
  cases_unit: { zh: '办件按单位', en: 'Cases by unit' },
  cases_village: { zh: '办件按村', en: 'Cases by village' },
  cases_item: { zh: '办件按事项', en: 'Cases by item' },
  cases_channel: { zh: '办件按渠道', en: 'Cases by channel' },
  cases_month: { zh: '办件按月', en: 'Cases by month' },
  cases_staff: { zh: '办件按工作人员', en: 'Cases by clerk' },
} as const satisfies Record<CaseReportTable, Sentence>

/** The heading of each column of cases; days are working days. */
export const CASE_COLUMN_WORDS = {
  received: { zh: '收件', en: 'Received' },
  accepted: { zh: '受理', en: 'Accepted' },
  decided: { zh: '办结', en: 'Decided' },
  otherwise: { zh: '其他结束', en: 'Ended otherwise' },
  open: { zh: '期末在办', en: 'Open at the end' },
  overdue: { zh: '其中超期', en: 'Overdue of them' },
  on_spot: { zh: '即办', en: 'On the spot' },
  on_spot_share: { zh: '即办 %', en: 'On the spot %' },
  on_time: { zh: '按时', en: 'On time' },
  on_time_share: { zh: '按时 %', en: 'On time %' },
  days_n: { zh: '用时样本', en: 'Days, n' },
  days_mean: { zh: '平均用时（工作日）', en: 'Mean working days' },
  paused: { zh: '暂停次数', en: 'Pauses' },
  third_party_days: { zh: '等第三方天数', en: 'Days for third parties' },
  resident_days: { zh: '等群众天数', en: 'Days for residents' },
  converted: { zh: '转承诺', en: 'Converted' },
  second_notices: { zh: '再次补正', en: 'Further notices' },
  extended: { zh: '延期', en: 'Extended' },
} as const satisfies Record<CaseReportColumn, Sentence>

/** By which rules what ended is told to have been in time (C605). */
export const JUDGED_WORDS = {
  own_time: { zh: '按办结时的规则', en: 'by the rules of its time' },
  today: { zh: '按今天的规则', en: 'by the rules of today' },
} as const satisfies Record<JudgedBy, Sentence>

const ALL: Sentence = { zh: '合计', en: 'all' }

/** The words of rows that have no name of their own. */
export const CASE_KEY_WORDS = {
  cases_whole: { all: ALL },
  cases_village: { centre: { zh: '镇中心', en: 'the centre' } } satisfies Record<typeof AT_CENTRE, Sentence>,
  cases_channel: {
    window: { zh: '窗口', en: 'window' },
    village: { zh: '村代办点', en: 'village point' },
  } satisfies Record<CaseChannel, Sentence>,
} as const
