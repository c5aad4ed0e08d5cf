import type { AlikeCase, CaseDuplicatesView } from '@counter/shared/contract/duplicates'
import type { AlikeLine, CaseDuplicates } from '../usecases/cases/read-duplicates.ts'

export function toAlikeCase({ id, number, status, channel, villageName, receivedAt }: AlikeLine): AlikeCase {
  return { id, number, status, channel, villageName, receivedAt }
}

export function toDuplicates(facts: CaseDuplicates): CaseDuplicatesView {
  return {
    open: facts.open.map((line) => ({
      ...toAlikeCase(line),
      isLater: line.isLater,
      mayMerge: line.mayMerge,
      mayJudge: line.mayJudge,
    })),
    linked: facts.linked.map(toAlikeCase),
    mergedInto: facts.mergedInto === null ? null : toAlikeCase(facts.mergedInto),
    absorbed: facts.absorbed.map((line) => ({
      ...toAlikeCase(line),
      materials: line.materials.map(({ name, state }) => ({ name, state })),
      notes: line.notes.map(({ at, by, text }) => ({ at, by, text })),
    })),
    mayUnmerge: facts.mayUnmerge,
  }
}
