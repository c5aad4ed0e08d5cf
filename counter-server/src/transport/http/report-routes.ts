import { ExportBody, HallToday, Report, ReportQuery } from '@counter/shared/contract/reports'
import type { FastifyPluginAsyncZod } from '@fastify/type-provider-zod'
import type { FastifyRequest } from 'fastify'
import writeXlsxFile from 'write-excel-file/node'
import { Refusal } from '../../domain/refusal.ts'
import type { Deps } from '../../usecases/deps.ts'
import { noteExport } from '../../usecases/reports/note-export.ts'
import { createHallTodayReader } from '../../usecases/reports/read-hall-today.ts'
import { readReport } from '../../usecases/reports/read-report.ts'
import { toHallToday } from '../../views/hall-today-views.ts'
import { fileName, sheetOf, toCsv, toXlsxCells } from '../../views/report-files.ts'
import { type ReportReader, toReport } from '../../views/report-views.ts'
import { originOf } from './access.ts'
import { refusals } from './refusals.ts'

const READERS = ['supervisor', 'leader'] as const
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** Figures of a day, week or month, their files, and the hall's load of today (Q70, L-1). */
export function reportRoutes(deps: Deps): FastifyPluginAsyncZod {
  const readHallToday = createHallTodayReader(deps)
  return async (app) => {
    app.get(
      '/reports',
      {
        config: { actors: READERS },
        schema: { querystring: ReportQuery, response: { 200: Report, ...refusals } },
      },
      async (request) => {
        const { span, day = null } = request.query
        return toReport(await readReport(deps, { span, day }), readerOf(request))
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
        const report = toReport(await readReport(deps, { span, day }), readerOf(request))
        const table = report.tables.find((each) => each.name === name)
        if (table === undefined) throw new Refusal('session.forbidden')
        await noteExport(deps, { origin: originOf(request, null), span, day, table: name, format })
        const sheet = sheetOf(table, language)
        const content =
          format === 'csv' ? Buffer.from(toCsv(sheet)) : await writeXlsxFile(toXlsxCells(sheet)).toBuffer()
        return reply
          .headers({
            'content-type': format === 'csv' ? 'text/csv; charset=utf-8' : XLSX,
            'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(fileName(report, name, language, format))}`,
            'cache-control': 'no-store',
            'x-content-type-options': 'nosniff',
          })
          .send(content)
      },
    )
  }
}

function readerOf({ asker }: FastifyRequest): ReportReader {
  return asker.actor === 'leader' ? 'leader' : 'supervisor'
}
