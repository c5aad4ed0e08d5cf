import { CASE_PAPERS, type CasePaperKind } from '@counter/shared/vocabulary/case-paper'
import { type DraftRow, findDraftsOf, findOpenDrafts } from '../../store/catalogue-drafts.ts'
import { nameOfActor } from '../../store/settings.ts'
import type { Tx } from '../../store/tx.ts'
import { findWordings, type WordingRow } from '../../store/wordings.ts'
import { presentWording, type WordingDraftFacts, wordingDraftFacts } from './wording-drafting.ts'

/** A kind of paper with the version that is printed now and the draft that waits. */
export interface WordingLine {
  readonly kind: CasePaperKind
  readonly version: number
  readonly draft: DraftRow<'wording'>['state'] | null
}

export function readWordings(tx: Tx): WordingLine[] {
  const drafts = new Map(
    findOpenDrafts(tx, 'wording', CASE_PAPERS.length).map(({ code, state }) => [code, state]),
  )
  return CASE_PAPERS.map((kind) => ({
    kind,
    version: presentWording(tx, kind).version,
    draft: drafts.get(kind) ?? null,
  }))
}

/** The wording of a kind of paper with every version that papers were given with, and its drafts (C901). */
export interface WordingFacts {
  readonly kind: CasePaperKind
  /** Newest first; what came with the product is known to the screen. */
  readonly versions: readonly (Omit<WordingRow, 'publishedBy'> & { readonly publishedBy: string })[]
  readonly drafts: readonly WordingDraftFacts[]
}

const MOST_VERSIONS = 100
const SHOWN_DRAFTS = 20

export function readWording(tx: Tx, kind: CasePaperKind): WordingFacts {
  return {
    kind,
    versions: findWordings(tx, kind, MOST_VERSIONS).map((row) => ({
      ...row,
      publishedBy: nameOfActor(tx, row.publishedBy),
    })),
    drafts: findDraftsOf(tx, { kind: 'wording', code: kind }, SHOWN_DRAFTS).map((row) =>
      wordingDraftFacts(tx, row),
    ),
  }
}
