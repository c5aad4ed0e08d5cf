import type { ReportTable } from '@counter/shared/contract/reports'
import { FEW } from '@counter/shared/vocabulary/report'

type Cell = ReportTable['rows'][number]['cells'][number]

/** Fewer than five get no percentage; how many of how many stands beside it (U37, C707). */
export function shareOf(share: number | null, of: number): Cell {
  return share !== null && of < FEW ? 'few' : share
}
