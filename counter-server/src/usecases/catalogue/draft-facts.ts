import type { ItemPart } from '@counter/shared/vocabulary/item'
import { civilDate, laterOf } from '@counter/shared/vocabulary/plain-date'
import { type DraftChecks, type DraftProblem, problemsOf } from '../../domain/catalogue/check-draft.ts'
import { publishedForm } from '../../domain/catalogue/draft-content.ts'
import { changedParts } from '../../domain/catalogue/draft-differences.ts'
import type { DraftRow } from '../../store/catalogue-drafts.ts'
import { findItemVersions } from '../../store/items.ts'
import { findSetting, nameOfActor } from '../../store/settings.ts'
import type { Tx } from '../../store/tx.ts'
import { centreWords } from './centre-words.ts'

/** A draft with what stands in its way and what it would change (C102, A-1). */
export interface DraftFacts {
  readonly row: DraftRow
  readonly authors: readonly string[]
  readonly submittedBy: string | null
  readonly settledBy: string | null
  readonly problems: readonly DraftProblem[]
  readonly changed: readonly ItemPart[]
}

export function draftFacts(tx: Tx, row: DraftRow): DraftFacts {
  const [newest] = findItemVersions(tx, row.code, 1)
  const name = (actor: string | null) => (actor === null ? null : nameOfActor(tx, actor))
  return {
    row,
    authors: row.authors.map((actor) => nameOfActor(tx, actor)),
    submittedBy: name(row.submittedBy),
    settledBy: name(row.settledBy),
    problems: problemsOf(publishedForm(row.content), draftChecks(tx, row)),
    changed: newest === undefined ? [] : changedParts(publishedForm(row.content), publishedForm(newest)),
  }
}

/** What a draft is checked against at this moment (C102, C107). */
export function draftChecks(tx: Tx, { code }: Pick<DraftRow, 'code'>): DraftChecks {
  const [newest] = findItemVersions(tx, code, 1)
  return {
    centre: centreWords(tx),
    earliest: laterOf(civilDate(tx.at), newest?.effectiveFrom ?? civilDate(tx.at)),
    isVerifyBlocking: findSetting(tx, 'item.verifyBlocksPublish'),
  }
}
