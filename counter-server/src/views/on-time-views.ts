import type { OnTimeNow } from '@counter/shared/contract/case-reports'
import type { ReportTable } from '@counter/shared/contract/reports'
import type { CaseReportTable } from '@counter/shared/vocabulary/case-report'
import { percent } from '../domain/statistics/summary.ts'
import type { OnTimeFacts, OnTimeShare } from '../usecases/reports/read-on-time.ts'
import { shareOf } from './report-shares.ts'

export function toOnTime({ at, from, to, target, units, villages, months }: OnTimeFacts): OnTimeNow {
  return {
    at,
    from,
    to,
    target,
    tables: [
      tableOf('cases_unit', units),
      tableOf('cases_village', villages),
      tableOf('cases_month', months),
    ],
  }
}

function tableOf(name: CaseReportTable, shares: readonly OnTimeShare[]): ReportTable {
  return {
    name,
    columns: ['decided', 'on_time', 'on_time_share'],
    rows: shares.map(({ key, name: called, decided, onTime }) => ({
      key,
      name: called,
      cells: [decided, onTime, shareOf(percent(onTime, decided), decided)],
    })),
  }
}
