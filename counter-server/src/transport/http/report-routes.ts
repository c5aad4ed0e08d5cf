import { ExportBody, HallToday, Report, ReportQuery } from '@counter/shared/contract/reports'
import type { FastifyPluginAsyncZod } from '@fastify/type-provider-zod'
import type { FastifyRequest } from 'fastify'
import { Refusal } from '../../domain/refusal.ts'
import type { Deps } from '../../usecases/deps.ts'
import { noteExport } from '../../usecases/reports/note-export.ts'
import { createHallTodayReader } from '../../usecases/reports/read-hall-today.ts'
import type { ReportMaker } from '../../usecases/reports/report-kinds.ts'
import { toHallToday } from '../../views/hall-today-views.ts'
import { type ReportReader, toReport } from '../../views/report-views.ts'
import { originOf } from './access.ts'
import { refusals } from './refusals.ts'
import { sendTable } from './send-table.ts'
import { untilGone } from './until-gone.ts'

const READERS = ['supervisor', 'leader'] as const

export type ReportDeps = Deps & { readonly reports: ReportMaker }

/** Figures of a day, week or month, their files, and the hall's load of today (Q70, L-1). */
export function reportRoutes(deps: ReportDeps): FastifyPluginAsyncZod {
  const readHallToday = createHallTodayReader(deps)
  return async (app) => {
    app.get(
      '/reports',
      {
        config: { actors: READERS },
        schema: { querystring: ReportQuery, response: { 200: Report, ...refusals } },
      },
      async (request, reply) => {
        const { span, day = null } = request.query
        return toReport(await deps.reports.make('hall', { span, day }, untilGone(reply)), readerOf(request))
      },
    )
    app.get(
      '/supervise/hall',
      { config: { actors: READERS }, schema: { response: { 200: HallToday, ...refusals } } },
      async () => toHallToday(await readHallToday()),
    )
    app.post(
      '/reports/export',
      { config: { actors: READERS }, schema: { body: ExportBody } },
      async (request, reply) => {
        const { span, day, table: name, format, language } = request.body
        const facts = await deps.reports.make('hall', { span, day }, untilGone(reply))
        const report = toReport(facts, readerOf(request))
        const table = report.tables.find((each) => each.name === name)
        if (table === undefined) throw new Refusal('session.forbidden')
        const origin = originOf(request, null)
        const centre = await noteExport(deps, { origin, table, of: `${span}:${day}`, format })
        const maker = request.asker.staff?.staff.displayName ?? ''
        return sendTable(reply, format, { ...report, table, judged: null, centre, maker, language })
      },
    )
  }
}

function readerOf({ asker }: FastifyRequest): ReportReader {
  return asker.actor === 'leader' ? 'leader' : 'supervisor'
}
