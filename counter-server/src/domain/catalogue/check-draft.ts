import type { ItemGap, ItemPart } from '@counter/shared/vocabulary/item'
import type { RefusalCode, RefusalParams } from '@counter/shared/vocabulary/refusal'
import type { PlainDate } from '@counter/shared/vocabulary/time'
import { Refusal } from '../refusal.ts'
import { type CentreWords, gapsOf, kindFacts } from './draft-gaps.ts'
import type { ItemDraft } from './item-content.ts'
import { isOverStatutory, kindProblem, needsReason } from './limit-rules.ts'
import { isVague, nameTwice } from './material-rules.ts'

/** One thing that stands in the way of publishing, with the part of the editor it belongs to. */
export interface DraftProblem {
  readonly code: RefusalCode
  readonly part: ItemPart
  readonly params: RefusalParams
}

/** What a draft is checked against. */
export interface DraftChecks {
  readonly centre: CentreWords
  /** Today, or the day on which the version before comes into force, if that is later. */
  readonly earliest: PlainDate
  /** ⚙ `item.verifyBlocksPublish` (C107). */
  readonly isVerifyBlocking: boolean
}

/** Everything that stands in the way of publishing: gaps first, then vague materials, then the limits (C102 to C105, C107). */
export function problemsOf(draft: ItemDraft, checks: DraftChecks): DraftProblem[] {
  return [
    ...gapsOf(draft, checks.centre).map((gap) => problem('item.incomplete', gap, { gaps: gap })),
    ...materialProblems(draft),
    ...limitProblems(draft),
    ...(checks.isVerifyBlocking && draft.content.verify ? [problem('item.unverified', 'verify')] : []),
    ...(draft.effectiveFrom < checks.earliest
      ? [problem('item.effective_too_early', 'effectiveFrom', { d: checks.earliest })]
      : []),
  ]
}

/** Refuses with all gaps at once (`item.incomplete`), else with the first problem (C102 to C105, C107). */
export function requirePublishable(draft: ItemDraft, checks: DraftChecks): void {
  const gaps = gapsOf(draft, checks.centre)
  if (gaps.length > 0) throw new Refusal('item.incomplete', { gaps: gaps.join(',') })
  const [first] = problemsOf(draft, checks)
  if (first !== undefined) throw new Refusal(first.code, first.params)
}

function materialProblems({ content }: ItemDraft): DraftProblem[] {
  const names = content.materials.map(({ name }) => name)
  const twice = nameTwice(names)
  return [
    ...names.filter(isVague).map((name) => problem('item.vague_material', 'materials', { name })),
    ...(twice === null ? [] : [problem('item.material_twice', 'materials', { name: twice })]),
  ]
}

function limitProblems(draft: ItemDraft): DraftProblem[] {
  const { committedLimit: committed, statutoryLimit: statutory } = draft.content
  const kind = kindProblem(kindFacts(draft))
  return [
    ...(kind === null || kind === 'deadline_none' ? [] : [problem('item.immediate_limits', 'caseType')]),
    ...(isOverStatutory(committed, statutory) ? [problem('item.limit_over_statutory', 'committed')] : []),
    ...(needsReason(committed, statutory) && committed.reason.trim() === ''
      ? [problem('item.limit_reason_missing', 'committed')]
      : []),
  ]
}

function problem(code: RefusalCode, part: ItemGap | ItemPart, params: RefusalParams = {}): DraftProblem {
  return { code, part, params }
}
