import {
  PaperDayAnswer,
  PaperDayBody,
  SpareSheet,
  SpareSheetBody,
  SpareSheets,
} from '@counter/shared/contract/paper-day'
import type { PlainTime } from '@counter/shared/vocabulary/time'
import type { FastifyPluginAsyncZod } from '@fastify/type-provider-zod'
import type { Deps } from '../../usecases/deps.ts'
import { enterPaperDay } from '../../usecases/paper/enter-paper-day.ts'
import { type PrintedSheet, printSpareSheet, readSpareSheets } from '../../usecases/paper/spare-sheet.ts'
import { originOf } from './access.ts'
import { refusals } from './refusals.ts'

const HALL_STAFF = { config: { actors: ['clerk', 'supervisor'] as const } }

/** Days on paper: spare numbers beforehand, and what was served by hand afterwards (Q35, issue line 15). */
export function paperDayRoutes(deps: Deps): FastifyPluginAsyncZod {
  return async (app) => {
    app.get(
      '/spare-sheets',
      { ...HALL_STAFF, schema: { response: { 200: SpareSheets, ...refusals } } },
      async () => ({ items: readSpareSheets(deps).map(toSheet), next: null }),
    )
    app.post(
      '/spare-sheets',
      { ...HALL_STAFF, schema: { body: SpareSheetBody, response: { 200: SpareSheet, ...refusals } } },
      async (request) => {
        const { commandId, count } = request.body
        return toSheet(await printSpareSheet(deps, { origin: originOf(request, commandId), count }))
      },
    )
    app.post(
      '/paper-days/enter',
      { ...HALL_STAFF, schema: { body: PaperDayBody, response: { 200: PaperDayAnswer, ...refusals } } },
      async (request) => {
        const { commandId, rows } = request.body
        return enterPaperDay(deps, {
          origin: originOf(request, commandId),
          rows: rows.map(({ takenAt, startedAt, endedAt, ...row }) => ({
            ...row,
            takenAt: takenAt as PlainTime,
            startedAt: startedAt as PlainTime,
            endedAt: endedAt as PlainTime,
          })),
        })
      },
    )
  }
}

function toSheet({ first, last, printedAt, name }: PrintedSheet): SpareSheet {
  return { first, last, printedAt, by: name }
}
