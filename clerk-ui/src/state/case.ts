import { CaseChange, CaseDetail } from '@counter/shared/contract/cases'
import type { TopicKind } from './live.ts'

/** Topic `case:ID`; every change brings the whole case. */
export const caseTopic: TopicKind<CaseDetail, ReturnType<typeof CaseChange.parse>> = {
  state: CaseDetail,
  change: CaseChange,
  withChange: (_before, change) => change.case,
}

/** The answer of an act may come before its news or after it: the newer version stands (N2). */
export function newerCase(live: CaseDetail | null, answer: CaseDetail | null): CaseDetail | null {
  if (live === null || answer === null || live.row.id !== answer.row.id) return live ?? answer
  return answer.row.version > live.row.version ? answer : live
}
