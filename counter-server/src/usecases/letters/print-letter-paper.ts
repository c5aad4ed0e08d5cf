import type { PaperWay } from '@counter/shared/vocabulary/case-paper'
import type { PaperId } from '@counter/shared/vocabulary/ids'
import { findPapersOf } from '../../store/case-papers.ts'
import { findAnswer, once } from '../../store/receipts.ts'
import type { Tx } from '../../store/tx.ts'
import type { CaseAsker } from '../cases/case-asker.ts'
import { notePrint } from '../cases/case-papers.ts'
import type { PaperSecrets, ReceiptFacts } from '../cases/paper-facts.ts'
import { printedSecrets } from '../cases/receipt-facts.ts'
import type { Deps } from '../deps.ts'
import { openLetter, tellLetter } from './letter-scene.ts'
import type { RegisteredLetter } from './register-letter.ts'

/** Prints a paper of a letter, or gives it as a file; from the second time on it is a copy 补打 (U30, C904). Refuses `print.not_found`, `letter.not_found`. */
export function printLetterPaper(
  deps: Deps,
  asker: CaseAsker,
  asked: { readonly id: string; readonly paper: PaperId; readonly way: PaperWay },
): Promise<ReceiptFacts> {
  const { origin } = asker
  return deps.store.write((tx) =>
    once(tx, { origin, name: 'letter.print', subject: asked.id, content: asked }, () => {
      const { facts } = openLetter(deps, tx, asker, asked.id)
      const printed = notePrint(tx, origin, { ...asked, version: facts.rev })
      tellLetter(tx, asked.id, [facts.unit])
      return { ...printed, ...toldBefore(tx, asked.id, deps.publicUrl) }
    }),
  )
}

// The server has code and token as hashes; only the sealed receipt of the command that told them still has them (C1103).
function toldBefore(tx: Tx, id: string, publicUrl: string): PaperSecrets {
  const [first] = findPapersOf(tx, { letter: id })
  const told =
    first?.commandId == null ? null : findAnswer<Partial<RegisteredLetter> | null>(tx, first.commandId)
  if (told?.queryCode === undefined || told.token === undefined) return printedSecrets(null, publicUrl, 'say')
  return printedSecrets({ queryCode: told.queryCode, token: told.token }, publicUrl, 'say')
}
