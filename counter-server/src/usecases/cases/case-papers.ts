import type { CasePaperKind, PaperWay } from '@counter/shared/vocabulary/case-paper'
import type { CaseId, PaperId } from '@counter/shared/vocabulary/ids'
import type { Instant } from '@counter/shared/vocabulary/time'
import { Refusal } from '../../domain/refusal.ts'
import {
  findPaper,
  findPaperPrints,
  findPapersOf,
  insertPaperPrint,
  type PaperSubject,
} from '../../store/case-papers.ts'
import type { Origin } from '../../store/origin.ts'
import { findAnswer, once } from '../../store/receipts.ts'
import type { Tx } from '../../store/tx.ts'
import { findWording } from '../../store/wordings.ts'
import type { Deps } from '../deps.ts'
import type { CaseAsker } from './case-asker.ts'
import { type CaseDone, requireShown } from './case-scene.ts'
import type { PaperSecrets, PaperValues, ReceiptFacts } from './paper-facts.ts'
import { printedSecrets } from './receipt-facts.ts'

/** One paper of a case or letter with every time that it left the system. */
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

/** The papers of a case or letter, the first one first; `people` names who printed. */
export function readPapersOf(tx: Tx, of: PaperSubject, people: (actor: string) => string): CasePaperLine[] {
  const papers = findPapersOf(tx, of)
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
      const printed = notePrint(tx, origin, { ...asked, version: rev })
      tx.tell({ kind: 'case_changed', id: asked.id })
      return { ...printed, ...toldBefore(tx, asked.id, publicUrl) }
    }),
  )
}

/** A paper of a case or letter leaves the system once more; its trail and the journal say so. Refuses `print.not_found`. */
export function notePrint(
  tx: Tx,
  origin: Origin,
  asked: {
    readonly id: string
    readonly paper: PaperId
    readonly way: PaperWay
    readonly version: number
  },
): Omit<ReceiptFacts, keyof PaperSecrets> {
  const { id, way, version } = asked
  const paper = findPaper<PaperValues>(tx, asked.paper)
  if (paper === undefined || (paper.case ?? paper.letter) !== id) throw new Refusal('print.not_found')
  const nth = insertPaperPrint(tx, { id: paper.id, way, by: origin.actor })
  const data = { paper: paper.id, nth, way }
  tx.record({ type: 'paper.printed', subject: id, version, origin, data })
  const wording = findWording(tx, paper.kind, paper.template)
  return { ...paper.values, id: paper.id, nth, wording }
}

// The server has code and token as hashes; only the sealed receipt of the command that told them still has them (C1103).
function toldBefore(tx: Tx, id: CaseId, publicUrl: string): PaperSecrets {
  for (const { commandId } of findPapersOf(tx, { case: id })) {
    const told = commandId === null ? null : findAnswer<Partial<CaseDone> | null>(tx, commandId)?.receipt
    if (told?.token) return { queryCode: told.queryCode, token: told.token, link: told.link }
  }
  return printedSecrets(null, publicUrl)
}
