import { CaseAnswer, type CaseDetail } from '@counter/shared/contract/cases'
import { CaseIdField, CommandIdField, Sha256Field, textField } from '@counter/shared/contract/fields'
import { MAX_FILE_BYTES } from '@counter/shared/vocabulary/case-file'
import type { FastifyPluginAsyncZod } from '@fastify/type-provider-zod'
import { z } from 'zod'
import type { Deps } from '../../usecases/deps.ts'
import { attachFile } from '../../usecases/files/attach-file.ts'
import type { FilePlaces } from '../../usecases/files/content-shelf.ts'
import { showFile } from '../../usecases/files/show-file.ts'
import { toCaseAnswer } from '../../views/case-views.ts'
import { caseAskerOf, caseCommandOf } from './case-asker.ts'
import { refusals } from './refusals.ts'

/** A little more than a file may have, so that one beyond is told how large it may be and not only cut off. */
const BODY_LIMIT = MAX_FILE_BYTES + 65_536

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
    app.addContentTypeParser(
      'application/octet-stream',
      { parseAs: 'buffer', bodyLimit: BODY_LIMIT },
      (_request, body, done) => done(null, body),
    )

    app.post(
      '/cases/:id/files',
      {
        bodyLimit: BODY_LIMIT,
        config: { actors: ['clerk', 'handler', 'supervisor'] },
        schema: {
          params: z.strictObject({ id: CaseIdField }),
          headers: attachHeaders,
          response: { 200: CaseAnswer, ...refusals },
        },
      },
      async (request) => {
        const { 'x-command-id': commandId, 'x-material': material, 'x-received': received } = request.headers
        const content = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0)
        const command = caseCommandOf(request, request.params.id, { commandId })
        const asked = { material, isReceived: received === 'yes', content }
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
      async (request, reply) => {
        const { mime, content } = await showFile(deps, files.shelf, caseAskerOf(request), request.params)
        return reply
          .headers({
            'content-type': mime,
            // A page shows it as a picture; opened by itself it is saved and never run (P42).
            'content-disposition': `attachment; filename="${FILE_NAMES[mime]}"`,
            'cache-control': 'no-store',
            'x-content-type-options': 'nosniff',
            'content-security-policy': "default-src 'none'; sandbox",
          })
          .send(content)
      },
    )
  }
}

/** Names that say nothing of whose paper it is. */
const FILE_NAMES = {
  'image/jpeg': 'file.jpg',
  'image/png': 'file.png',
  'application/pdf': 'file.pdf',
} as const
