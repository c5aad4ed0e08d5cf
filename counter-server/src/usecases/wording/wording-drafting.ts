import type { CasePaperKind } from '@counter/shared/vocabulary/case-paper'
import type { PaperWording, WordingPart } from '@counter/shared/vocabulary/paper-wording'
import { SHIPPED_WORDING, shippedWording } from '@counter/shared/vocabulary/shipped-wording'
import {
  changedWording,
  requireWording,
  type WordingProblem,
  wordingProblems,
} from '../../domain/wording/check-wording.ts'
import type { DraftRow } from '../../store/catalogue-drafts.ts'
import type { Origin } from '../../store/origin.ts'
import { once } from '../../store/receipts.ts'
import { nameOfActor } from '../../store/settings.ts'
import type { Tx } from '../../store/tx.ts'
import { findWordings, insertWording } from '../../store/wordings.ts'
import { type Drafting, openDraft } from '../catalogue/drafting.ts'
import type { Deps } from '../deps.ts'

/** A draft of a wording with what stands in its way and what it would change (C901). */
export interface WordingDraftFacts {
  readonly row: DraftRow<'wording'>
  readonly authors: readonly string[]
  readonly submittedBy: string | null
  readonly settledBy: string | null
  readonly problems: readonly WordingProblem[]
  readonly changed: readonly WordingPart[]
}

/** The wording of a kind of paper as it is printed now, with the number of its version. */
export function presentWording(
  tx: Tx,
  kind: CasePaperKind,
): { readonly version: number; readonly wording: PaperWording } {
  const [newest] = findWordings(tx, kind, 1)
  return newest === undefined
    ? { version: SHIPPED_WORDING, wording: shippedWording(kind) }
    : { version: newest.version, wording: newest.content }
}

/** How the next wording of a kind of paper is drafted; papers given before keep theirs (C901). */
export const WORDING_DRAFTING: Drafting<'wording', WordingDraftFacts> = {
  kind: 'wording',
  facts: wordingDraftFacts,
  requireKeepable: () => {},
  requirePublishable: (_tx, { code, content }) => requireWording(code, content),
  publish: putIntoForce,
}

/** Begins the next wording of a kind of paper from the present one; refuses `item_draft.already_open`. */
export function startWording(
  deps: Pick<Deps, 'store' | 'newId'>,
  { origin, kind }: { readonly origin: Origin; readonly kind: CasePaperKind },
): Promise<WordingDraftFacts> {
  return deps.store.write((tx) =>
    once(tx, { origin, name: 'wording_draft.start', subject: kind, content: { kind } }, () => {
      const { version, wording } = presentWording(tx, kind)
      const opening = { origin, drafting: WORDING_DRAFTING }
      return openDraft(tx, deps, opening, { code: kind, base: version, content: wording })
    }),
  )
}

export function wordingDraftFacts(tx: Tx, row: DraftRow<'wording'>): WordingDraftFacts {
  const name = (actor: string | null) => (actor === null ? null : nameOfActor(tx, actor))
  return {
    row,
    authors: row.authors.map((actor) => nameOfActor(tx, actor)),
    submittedBy: name(row.submittedBy),
    settledBy: name(row.settledBy),
    problems: wordingProblems(row.code, row.content),
    changed: changedWording(row.code, row.content, presentWording(tx, row.code).wording),
  }
}

function putIntoForce(tx: Tx, origin: Origin, { id, code, content }: DraftRow<'wording'>): number {
  const version = presentWording(tx, code).version + 1
  insertWording(tx, {
    kind: code,
    version,
    content,
    draft: id,
    publishedBy: origin.actor,
    publishedAt: tx.at,
  })
  const data = { draft: id, kind: code }
  tx.record({ type: 'wording.published', subject: `wording:${code}`, version, origin, data })
  return version
}
