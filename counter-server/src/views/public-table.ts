import type { ReportTable } from '@counter/shared/contract/reports'
import type { CaseReportColumn } from '@counter/shared/vocabulary/case-report'
import type { RatingReportColumn } from '@counter/shared/vocabulary/rating-report'
import { FEW } from '@counter/shared/vocabulary/report'
import { hideSmall, type PublicCount } from '../domain/statistics/small-cells.ts'

type Cell = ReportTable['rows'][number]['cells'][number]

const COUNTS = ['received', 'accepted', 'decided', 'on_spot', 'on_time'] as const satisfies CaseReportColumn[]
const RATED = ['ended', 'rated'] as const satisfies RatingReportColumn[]
const HIDDEN = { small: `<${FEW}`, beside: 'hidden' } as const satisfies Record<string, string>

/**
 * A table of cases as anybody may read it: counts of fewer than five read 「<5」, what would give them away is not shown, and no share
 * or mean of so few is told (U39). What says how single cases stood still is left out.
 */
export function toPublicTable(table: ReportTable): ReportTable {
  return table.columns.includes('rated') ? toPublicRatings(table) : toPublicCases(table)
}

function toPublicCases({ name, columns, rows }: ReportTable): ReportTable {
  const column = (of: CaseReportColumn) => rows.map(({ cells }) => cells[columns.indexOf(of)] ?? null)
  const counts = COUNTS.map((of) => hideSmall(column(of).map(Number), FEW))
  const [shares, means, samples] = [column('on_time_share'), column('days_mean'), column('days_n')]
  return {
    name,
    columns: [...COUNTS, 'on_time_share', 'days_mean'],
    rows: rows.map(({ key, name: called }, line) => {
      const own = counts.map((published) => published[line] ?? 0)
      return {
        key,
        name: called,
        cells: [
          ...own.map(toCell),
          isTold(own, 'decided') && isTold(own, 'on_time') ? (shares[line] ?? null) : 'few',
          meanOf(means[line] ?? null, Number(samples[line] ?? 0)),
        ],
      }
    }),
  }
}

// A share of a hidden count would be the count itself.
function isTold(own: readonly PublicCount[], column: (typeof COUNTS)[number]): boolean {
  return typeof own[COUNTS.indexOf(column)] === 'number'
}

function meanOf(mean: Cell, n: number): Cell {
  return n > 0 && n < FEW ? 'few' : mean
}

/** Levels are left out, and a share behind which one to four content or discontent people stand is not told (U39). */
function toPublicRatings({ name, columns, rows }: ReportTable): ReportTable {
  const column = (of: RatingReportColumn) => rows.map(({ cells }) => cells[columns.indexOf(of)] ?? null)
  const counts = RATED.map((of) => hideSmall(column(of).map(Number), FEW))
  const sides = (['satisfied', 'low'] as const).map((of) => hideSmall(column(of).map(Number), FEW))
  const shares = column('satisfied_share')
  return {
    name,
    columns: [...RATED, 'satisfied_share'],
    rows: rows.map(({ key, name: called }, line) => {
      const own = counts.map((published) => published[line] ?? 0)
      const isOpen = [...own, ...sides.map((side) => side[line])].every((count) => typeof count === 'number')
      const share = shares[line] ?? null
      return { key, name: called, cells: [...own.map(toCell), share === null || isOpen ? share : 'few'] }
    }),
  }
}

function toCell(count: PublicCount): Cell {
  return typeof count === 'number' ? count : HIDDEN[count]
}
