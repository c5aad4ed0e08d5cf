import type { CaseId } from '@counter/shared/vocabulary/ids'
import { newCaseSlot } from '../../outbox/draft-disk.ts'
import { type Draft, newDraft } from './draft.ts'
import { isFact } from './draft-form.ts'
import { isBegun, type OpenForm, today, useDrafts } from './draft-store.ts'
import { phoneRules } from './phone-rules.ts'

/** Half-written new cases of one agent: their photos lie in the memory of a small phone while the page is open. */
export const MOST_NEW_CASES = 20

interface Forms {
  readonly forms: Readonly<Record<string, OpenForm>>
}

/** The form of this new case, if it is open. */
export function newCaseOf({ forms }: Forms, caseId: CaseId): Draft | null {
  const draft = forms[newCaseSlot(caseId)]?.draft
  return draft === undefined || isFact(draft) ? null : draft
}

/** Every open form of a new case. */
export function newCasesOf({ forms }: Forms): readonly Draft[] {
  return Object.values(forms).flatMap(({ draft }) => (isFact(draft) ? [] : [draft]))
}

/**
 * Opens a form for the next resident: one in which nothing was written yet, or a new one. What is half written stays as it is,
 * and 20 of them are enough (V36). Null before the disk has said which there are (V27).
 */
export function openNewCase(): CaseId | 'full' | null {
  const { isRead, forms, put } = useDrafts.getState()
  if (!isRead) return null
  const open = newCasesOf({ forms })
  const blank = open.find((draft) => !isBegun(draft))
  if (blank === undefined && open.length >= MOST_NEW_CASES) return 'full'
  const { until, ...fresh } = newDraft(today(), phoneRules().authorityMonths)
  // What was ticked before its item was taken back is of another resident.
  const draft = { ...fresh, ...blank, until, materials: [] }
  put(draft)
  return draft.caseId
}

/** Changes the form of a new case as it stands now; photos arrive later than they were asked for. */
export function changeNewCase(caseId: CaseId, step: (draft: Draft) => Draft): void {
  const draft = newCaseOf(useDrafts.getState(), caseId)
  if (draft !== null) useDrafts.getState().put(step(draft))
}
