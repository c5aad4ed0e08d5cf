import { CaseAnswer, type CaseDetail } from '@counter/shared/contract/cases'
import { CaseIdField, CommandIdField, Sha256Field, textField } from '@counter/shared/contract/fields'
import type { FastifyPluginAsyncZod } from '@fastify/type-provider-zod'
import { z } from 'zod'
import type { Deps } from '../../usecases/deps.ts'
import { attachFile } from '../../usecases/files/attach-file.ts'
import type { FilePlaces } from '../../usecases/files/content-shelf.ts'
import { showFile } from '../../usecases/files/show-file.ts'
import { toCaseAnswer } from '../../views/case-views.ts'
import { caseAskerOf, caseCommandOf } from './case-asker.ts'
import { bytesOf, FILE_BODY_LIMIT, parseFiles, sendFile } from './file-body.ts'
import { refusals } from './refusals.ts'

/** A header carries no Chinese, so the name comes as an address would. */
const EncodedName = z
  .string()
  .max(1500)
  .transform((written, context) => {
    try {
      return decodeURIComponent(written)
    } catch {
      context.addIssue({ code: 'custom', message: 'not encoded' })
      return z.NEVER
    }
  })
  .pipe(textField(120, 1))

const attachHeaders = z.object({
  'x-command-id': CommandIdField,
  'x-material': EncodedName,
  'x-received': z.enum(['yes', 'no']),
})

/** The files of a case: added in the hall and in the unit, shown to whoever may see the case, by no public link (C437). */
export function caseFileRoutes(deps: Deps, files: FilePlaces): FastifyPluginAsyncZod {
  return async (app) => {
    parseFiles(app)

    app.post(
      '/cases/:id/files',
      {
        bodyLimit: FILE_BODY_LIMIT,
        config: { actors: ['clerk', 'handler', 'supervisor'] },
        schema: {
          params: z.strictObject({ id: CaseIdField }),
          headers: attachHeaders,
          response: { 200: CaseAnswer, ...refusals },
        },
      },
      async (request) => {
        const { 'x-command-id': commandId, 'x-material': material, 'x-received': received } = request.headers
        const command = caseCommandOf(request, request.params.id, { commandId })
        const asked = { material, isReceived: received === 'yes', content: bytesOf(request) }
        const { shown, receipt } = await attachFile(deps, files, command, asked)
        return toCaseAnswer(shown as CaseDetail, receipt)
      },
    )

    app.get(
      '/cases/:id/files/:sha256',
      {
        config: { actors: ['clerk', 'handler', 'agent', 'supervisor'] },
        schema: { params: z.strictObject({ id: CaseIdField, sha256: Sha256Field }) },
      },
      async (request, reply) =>
        sendFile(reply, await showFile(deps, files.shelf, caseAskerOf(request), request.params)),
    )
  }
}
