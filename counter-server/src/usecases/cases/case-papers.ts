import type { CasePaperKind, PaperWay } from '@counter/shared/vocabulary/case-paper'
import type { CaseId, PaperId } from '@counter/shared/vocabulary/ids'
import type { Instant } from '@counter/shared/vocabulary/time'
import { Refusal } from '../../domain/refusal.ts'
import { findCasePapers, findPaper, findPaperPrints, insertPaperPrint } from '../../store/case-papers.ts'
import { findAnswer, once } from '../../store/receipts.ts'
import type { Tx } from '../../store/tx.ts'
import { findWording } from '../../store/wordings.ts'
import type { Deps } from '../deps.ts'
import type { CaseAsker } from './case-asker.ts'
import { type CaseDone, requireShown } from './case-scene.ts'
import type { PaperSecrets, PaperValues, ReceiptFacts } from './paper-facts.ts'
import { printedSecrets } from './receipt-facts.ts'

/** One paper of a case with every time that it left the system. */
export interface CasePaperLine {
  readonly id: PaperId
  readonly kind: CasePaperKind
  readonly number: string
  readonly madeAt: Instant
  readonly prints: readonly {
    readonly nth: number
    readonly way: PaperWay
    readonly at: Instant
    readonly by: string
  }[]
}

/** The papers of a case, the first one first; `people` names who printed. */
export function readCasePapers(tx: Tx, id: CaseId, people: (actor: string) => string): CasePaperLine[] {
  const papers = findCasePapers(tx, id)
  const prints = findPaperPrints(
    tx,
    papers.map((paper) => paper.id),
  )
  return papers.map(({ commandId: _, ...paper }) => ({
    ...paper,
    prints: prints
      .filter((print) => print.paper === paper.id)
      .map(({ nth, way, at, by }) => ({ nth, way, at, by: people(by) })),
  }))
}

/** Prints a paper that was made, or gives it as a file; from the second time on it is a copy 补打 (U30, C904). Refuses `print.not_found`. */
export function printCasePaper(
  { store, publicUrl }: Deps,
  asker: CaseAsker,
  asked: { readonly id: CaseId; readonly paper: PaperId; readonly way: PaperWay },
): Promise<ReceiptFacts> {
  const { origin } = asker
  return store.write((tx) =>
    once(tx, { origin, name: 'paper.print', subject: asked.id, content: asked }, () => {
      const { rev } = requireShown(tx, asker, asked.id)
      const paper = findPaper<PaperValues>(tx, asked.paper)
      if (paper === undefined || paper.case !== asked.id) throw new Refusal('print.not_found')
      const nth = insertPaperPrint(tx, { id: paper.id, way: asked.way, by: origin.actor })
      tx.record({
        type: 'paper.printed',
        subject: asked.id,
        version: rev,
        origin,
        data: { paper: paper.id, nth, way: asked.way },
      })
      tx.tell({ kind: 'case_changed', id: asked.id })
      const wording = findWording(tx, paper.kind, paper.template)
      return { ...paper.values, ...toldBefore(tx, asked.id, publicUrl), id: paper.id, nth, wording }
    }),
  )
}

// The server has code and token as hashes; only the sealed receipt of the command that told them still has them (C1103).
function toldBefore(tx: Tx, id: CaseId, publicUrl: string): PaperSecrets {
  for (const { commandId } of findCasePapers(tx, id)) {
    const told = commandId === null ? null : findAnswer<Partial<CaseDone> | null>(tx, commandId)?.receipt
    if (told?.token) return { queryCode: told.queryCode, token: told.token, link: told.link }
  }
  return printedSecrets(null, publicUrl)
}
