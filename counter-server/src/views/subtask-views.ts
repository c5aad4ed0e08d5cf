import type { SubtaskList } from '@counter/shared/contract/subtasks'
import type { SubtaskLine } from '../usecases/cases/subtasks.ts'

export function toSubtaskList(lines: readonly SubtaskLine[]): SubtaskList {
  return {
    items: lines.map((line) => ({
      id: line.id,
      caseId: line.case,
      caseNumber: line.caseNumber,
      itemName: line.itemName,
      askedBy: line.askedBy,
      content: line.content,
      dueOn: line.dueOn,
      openedAt: line.openedAt,
      isPledge: line.pledge !== null,
    })),
    next: null,
  }
}
