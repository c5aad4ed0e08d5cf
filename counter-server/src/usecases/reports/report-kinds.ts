import type { Tx } from '../../store/tx.ts'
import { type CaseReportFacts, type CaseReportWanted, readCaseReport } from './read-case-report.ts'
import { type ReportFacts, type ReportWanted, readReport } from './read-report.ts'

/** Every report that is made beside the hall: what is asked for, and what it is answered with (R7). */
export interface ReportKinds {
  readonly hall: { readonly wanted: ReportWanted; readonly facts: ReportFacts }
  readonly cases: { readonly wanted: CaseReportWanted; readonly facts: CaseReportFacts }
}
export type ReportKind = keyof ReportKinds

/** How each is read, in one synchronous turn over one snapshot. */
export const REPORT_READERS: {
  readonly [Kind in ReportKind]: (tx: Tx, wanted: ReportKinds[Kind]['wanted']) => ReportKinds[Kind]['facts']
} = { hall: readReport, cases: readCaseReport }

/** Makes reports where they hold nobody up. */
export interface ReportMaker {
  /** Refuses `report.busy`, `report.too_long`; a signal that fires takes the wish back. */
  make<Kind extends ReportKind>(
    kind: Kind,
    wanted: ReportKinds[Kind]['wanted'],
    signal: AbortSignal,
  ): Promise<ReportKinds[Kind]['facts']>
}
