import { Done } from '@counter/shared/contract/fields'
import {
  CorrectConsultationBody,
  LogBook,
  LogBookExportBody,
  LogBookQuery,
} from '@counter/shared/contract/log-book'
import type { FastifyPluginAsyncZod } from '@fastify/type-provider-zod'
import { z } from 'zod'
import { readLogBook } from '../../usecases/cases/read-log-book.ts'
import type { Deps } from '../../usecases/deps.ts'
import { correctConsultation } from '../../usecases/village/correct-consultation.ts'
import { exportLogBook } from '../../usecases/village/export-log-book.ts'
import { toLogBook } from '../../views/log-book-views.ts'
import { originOf } from './access.ts'
import { caseAskerOf } from './case-asker.ts'
import { logBookSheet } from './log-book-sheet.ts'
import { refusals } from './refusals.ts'
import { sendSheet } from './send-table.ts'

const params = z.strictObject({ id: z.uuid() })

/** 代办台账: read by the own point and by the centre; taken out by the supervisor only (V16, V19). */
export function logBookRoutes(deps: Deps): FastifyPluginAsyncZod {
  return async (app) => {
    app.get(
      '/log-book',
      {
        config: { actors: ['agent', 'supervisor', 'leader', 'clerk'] },
        schema: { querystring: LogBookQuery, response: { 200: LogBook, ...refusals } },
      },
      async (request) => {
        const { village = null, month = null, cursor = null, limit } = request.query
        return toLogBook(readLogBook(deps, caseAskerOf(request), { village, month, cursor, limit }))
      },
    )
    app.post(
      '/log-book/consultations/:id/correct',
      {
        config: { actors: ['agent', 'supervisor'] },
        schema: { params, body: CorrectConsultationBody, response: { 200: Done, ...refusals } },
      },
      async (request) => {
        const { commandId, ...asked } = request.body
        return correctConsultation(deps, caseAskerOf(request, commandId), request.params.id, asked)
      },
    )
    app.post(
      '/log-book/export',
      { config: { actors: ['supervisor'] }, schema: { body: LogBookExportBody } },
      async (request, reply) => {
        const { language, ...asked } = request.body
        const origin = originOf(request, null)
        const lines = await exportLogBook(deps, { origin, asker: caseAskerOf(request), ...asked })
        return sendSheet(reply, asked.format, logBookSheet(toLogBook({ lines, next: null }), asked, language))
      },
    )
  }
}
