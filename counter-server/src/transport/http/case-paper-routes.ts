import { CasePrintBody } from '@counter/shared/contract/case-bodies'
import { Receipt } from '@counter/shared/contract/cases'
import { CaseIdField, PaperIdField } from '@counter/shared/contract/fields'
import type { PaperWay } from '@counter/shared/vocabulary/case-paper'
import type { FastifyPluginAsyncZod } from '@fastify/type-provider-zod'
import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import { printCasePaper } from '../../usecases/cases/case-papers.ts'
import type { Deps } from '../../usecases/deps.ts'
import { toReceipt } from '../../views/case-views.ts'
import { caseAskerOf } from './case-asker.ts'
import { paperDocx } from './paper-docx.ts'
import { refusals } from './refusals.ts'

const params = z.strictObject({ id: CaseIdField, paper: PaperIdField })
const actors = ['clerk', 'handler', 'supervisor'] as const
const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

/** The papers of a case once more: on paper, or as a Word file (C904, U30). Both are noted in its trail. */
export function casePaperRoutes(deps: Deps): FastifyPluginAsyncZod {
  async function given(request: FastifyRequest, way: PaperWay): Promise<Receipt> {
    const { id, paper } = request.params as z.infer<typeof params>
    const { commandId } = request.body as z.infer<typeof CasePrintBody>
    return toReceipt(await printCasePaper(deps, caseAskerOf(request, commandId), { id, paper, way }))
  }

  return async (app) => {
    app.post(
      '/cases/:id/papers/:paper/print',
      {
        config: { actors },
        schema: { params, body: CasePrintBody, response: { 200: Receipt, ...refusals } },
      },
      (request) => given(request, 'print'),
    )
    app.post(
      '/cases/:id/papers/:paper/docx',
      { config: { actors }, schema: { params, body: CasePrintBody } },
      async (request, reply) => {
        const receipt = await given(request, 'docx')
        return reply
          .headers({
            'content-type': DOCX,
            'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(`${receipt.paperNumber}.docx`)}`,
            'cache-control': 'no-store',
            'x-content-type-options': 'nosniff',
          })
          .send(await paperDocx(receipt))
      },
    )
  }
}
