import type { CaseReport } from '@counter/shared/contract/case-reports'
import type { ReportTable } from '@counter/shared/contract/reports'
import {
  CASE_REPORT_COLUMNS,
  type CaseReportColumn,
  type CaseReportTable,
} from '@counter/shared/vocabulary/case-report'
import { civilDate } from '@counter/shared/vocabulary/plain-date'
import type { CaseFigures } from '../domain/statistics/case-figures.ts'
import type { CaseReportFacts } from '../usecases/reports/read-case-report.ts'
import { toRatingTables } from './rating-report-views.ts'
import { shareOf } from './report-shares.ts'

type Cell = ReportTable['rows'][number]['cells'][number]

/** Who reads: figures of single clerks are for supervisors alone (C202, Q70), ratings for nobody who handles cases (U28). */
export type CaseReportReader = 'supervisor' | 'leader' | 'handler'

export function toCaseReport(facts: CaseReportFacts, reader: CaseReportReader): CaseReport {
  const { at, from, to, judged, unit } = facts
  const tables = [
    tableOf(facts, 'cases_whole', [facts.whole]),
    tableOf(facts, 'cases_unit', facts.groups.unit),
    tableOf(facts, 'cases_village', facts.groups.village),
    tableOf(facts, 'cases_item', facts.groups.item),
    tableOf(facts, 'cases_channel', facts.groups.channel),
    tableOf(facts, 'cases_month', facts.groups.month),
    ...(reader === 'handler' ? [] : toRatingTables(facts)),
    ...(reader === 'supervisor' ? [clerkTable(facts)] : []),
  ]
  return { at, from, to, isFinished: to < civilDate(at), judged, unit, tables }
}

const CELLS: { readonly [Column in CaseReportColumn]: (figures: CaseFigures) => Cell } = {
  received: ({ received }) => received,
  accepted: ({ accepted }) => accepted,
  decided: ({ decided }) => decided,
  otherwise: ({ otherwise }) => otherwise,
  open: ({ open }) => open,
  overdue: ({ overdue }) => overdue,
  on_spot: ({ onSpot }) => onSpot,
  on_spot_share: ({ onSpotShare, decided }) => shareOf(onSpotShare, decided),
  on_time: ({ onTime }) => onTime,
  on_time_share: ({ onTimeShare, decided }) => shareOf(onTimeShare, decided),
  days_n: ({ daysN }) => daysN,
  days_mean: ({ daysMean }) => daysMean,
  paused: ({ paused }) => paused,
  third_party_days: ({ thirdPartyDays }) => thirdPartyDays,
  resident_days: ({ residentDays }) => residentDays,
  converted: ({ converted }) => converted,
  second_notices: ({ secondNotices }) => secondNotices,
  extended: ({ extended }) => extended,
}
const COLUMNS = [...CASE_REPORT_COLUMNS]

function tableOf(
  { names }: CaseReportFacts,
  name: CaseReportTable,
  groups: readonly CaseFigures[],
): ReportTable {
  return {
    name,
    columns: COLUMNS,
    rows: groups.map((figures) => ({
      key: figures.key,
      name: NAMED[name]?.(names, figures.key) ?? null,
      cells: COLUMNS.map((column) => CELLS[column](figures)),
    })),
  }
}

const NAMED: {
  readonly [Table in CaseReportTable]?: (names: CaseReportFacts['names'], key: string) => string | undefined
} = {
  cases_unit: ({ unit }, key) => unit.get(key),
  cases_village: ({ village }, key) => village.get(key),
  cases_item: ({ item }, key) => item.get(key) ?? key,
}

function clerkTable({ clerks, names }: CaseReportFacts): ReportTable {
  return {
    name: 'cases_staff',
    columns: ['converted', 'second_notices', 'extended', 'paused'],
    rows: clerks.map(({ key, converted, secondNotices, extended, paused }) => ({
      key,
      name: names.staff.get(key) ?? key,
      cells: [converted, secondNotices, extended, paused],
    })),
  }
}
