import { CasePrintBody } from '@counter/shared/contract/case-bodies'
import { CaseIdField, PaperIdField } from '@counter/shared/contract/fields'
import { Receipt } from '@counter/shared/contract/receipt'
import type { PaperWay } from '@counter/shared/vocabulary/case-paper'
import type { PaperId } from '@counter/shared/vocabulary/ids'
import type { FastifyPluginAsyncZod } from '@fastify/type-provider-zod'
import { z } from 'zod'
import type { CaseAsker } from '../../usecases/cases/case-asker.ts'
import { printCasePaper } from '../../usecases/cases/case-papers.ts'
import type { ReceiptFacts } from '../../usecases/cases/paper-facts.ts'
import type { Deps } from '../../usecases/deps.ts'
import { printLetterPaper } from '../../usecases/letters/print-letter-paper.ts'
import { toReceipt } from '../../views/receipt-views.ts'
import { caseAskerOf } from './case-asker.ts'
import { docxHeaders, paperDocx } from './paper-docx.ts'
import { refusals } from './refusals.ts'

const actors = ['clerk', 'handler', 'supervisor'] as const

type Print<Id> = (
  deps: Deps,
  asker: CaseAsker,
  asked: { readonly id: Id; readonly paper: PaperId; readonly way: PaperWay },
) => Promise<ReceiptFacts>

/** The papers of a case or letter once more: on paper, or as a Word file (C904, U30). Both are noted in its trail. */
export function casePaperRoutes(deps: Deps): FastifyPluginAsyncZod {
  return async (app) => {
    await app.register(papersUnder('cases', CaseIdField, printCasePaper, deps))
    await app.register(papersUnder('letters', z.uuid(), printLetterPaper, deps))
  }
}

function papersUnder<Id extends string>(
  noun: 'cases' | 'letters',
  id: z.ZodType<Id>,
  print: Print<Id>,
  deps: Deps,
): FastifyPluginAsyncZod {
  const params = z.strictObject({ id, paper: PaperIdField })
  const given = async (
    asker: CaseAsker,
    asked: { readonly id: Id; readonly paper: PaperId },
    way: PaperWay,
  ): Promise<Receipt> => toReceipt(await print(deps, asker, { ...asked, way }))

  return async (app) => {
    app.post(
      `/${noun}/:id/papers/:paper/print`,
      {
        config: { actors },
        schema: { params, body: CasePrintBody, response: { 200: Receipt, ...refusals } },
      },
      (request) => given(caseAskerOf(request, request.body.commandId), request.params, 'print'),
    )
    app.post(
      `/${noun}/:id/papers/:paper/docx`,
      { config: { actors }, schema: { params, body: CasePrintBody } },
      async (request, reply) => {
        const receipt = await given(caseAskerOf(request, request.body.commandId), request.params, 'docx')
        return reply.headers(docxHeaders(receipt.paperNumber)).send(await paperDocx(receipt))
      },
    )
  }
}
