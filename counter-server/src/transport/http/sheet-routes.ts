import { ReadSheetsBody, SheetsRead } from '@counter/shared/contract/sheets'
import type { FastifyPluginAsyncZod } from '@fastify/type-provider-zod'
import { refusals } from './refusals.ts'
import { readSheets } from './sheet-body.ts'

const BODY_LIMIT = 4_300_000

/**
 * Reads a chosen XLSX or CSV file and answers its cells. Nothing is kept: the page shows the rows, and whoever imports
 * them sends them back as rows, so that a preview and a command speak of the same thing (K52).
 */
export const sheetRoutes: FastifyPluginAsyncZod = async (app) => {
  app.post(
    '/sheets',
    {
      bodyLimit: BODY_LIMIT,
      config: { actors: ['admin', 'supervisor'] },
      schema: { body: ReadSheetsBody, response: { 200: SheetsRead, ...refusals } },
    },
    async (request, reply) => {
      reply.header('cache-control', 'no-store')
      return { sheets: [...(await readSheets(Buffer.from(request.body.content, 'base64')))] }
    },
  )
}
