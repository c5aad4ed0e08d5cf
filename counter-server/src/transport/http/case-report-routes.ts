import { CaseExportBody, CaseReport, CaseReportQuery, OnTimeNow } from '@counter/shared/contract/case-reports'
import type { JudgedBy } from '@counter/shared/vocabulary/case-report'
import type { UnitCode } from '@counter/shared/vocabulary/ids'
import { LETTER_REPORT_TABLE } from '@counter/shared/vocabulary/rating-report'
import type { ReportTableName } from '@counter/shared/vocabulary/report'
import type { PlainDate } from '@counter/shared/vocabulary/time'
import type { FastifyPluginAsyncZod } from '@fastify/type-provider-zod'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { Refusal } from '../../domain/refusal.ts'
import { noteExport } from '../../usecases/reports/note-export.ts'
import { readOnTime } from '../../usecases/reports/read-on-time.ts'
import { type CaseReportReader, toCaseReport } from '../../views/case-report-views.ts'
import { toOnTime } from '../../views/on-time-views.ts'
import { toPublicTable } from '../../views/public-table.ts'
import { originOf } from './access.ts'
import { refusals } from './refusals.ts'
import type { ReportDeps } from './report-routes.ts'
import { sendTable } from './send-table.ts'
import { untilGone } from './until-gone.ts'

/** What is in no file for anybody: single clerks, and letters, whose sums would give small counts away (U39). */
const INTERNAL: readonly ReportTableName[] = ['cases_staff', LETTER_REPORT_TABLE]
const READERS = ['supervisor', 'leader', 'handler'] as const

interface Period {
  readonly from: PlainDate
  readonly to: PlainDate
  readonly judged: JudgedBy
}

/** The figures of cases and their files; a handler has those of the own unit (C402, C605). */
export function caseReportRoutes(deps: ReportDeps): FastifyPluginAsyncZod {
  async function made(request: FastifyRequest, reply: FastifyReply, period: Period): Promise<CaseReport> {
    const { from, to, judged } = period
    const reader = readerOf(request)
    const unit = reader === 'handler' ? ownUnit(request) : null
    return toCaseReport(
      await deps.reports.make('cases', { from, to, judged, unit }, untilGone(reply)),
      reader,
    )
  }

  return async (app) => {
    app.get(
      '/reports/cases',
      {
        config: { actors: READERS },
        schema: { querystring: CaseReportQuery, response: { 200: CaseReport, ...refusals } },
      },
      (request, reply) => made(request, reply, request.query),
    )
    app.get(
      '/supervise/on-time',
      {
        config: { actors: ['supervisor', 'leader'] },
        schema: { response: { 200: OnTimeNow, ...refusals } },
      },
      async () => deps.store.read((tx) => toOnTime(readOnTime(tx))),
    )
    app.post(
      '/reports/cases/export',
      { config: { actors: READERS }, schema: { body: CaseExportBody } },
      async (request, reply) => {
        const { table: name, format, language, isPublic, ...period } = request.body
        const report = await made(request, reply, period)
        const whole = report.tables.find((each) => each.name === name)
        if (whole === undefined || (isPublic && INTERNAL.includes(name)))
          throw new Refusal('session.forbidden')
        const table = isPublic ? toPublicTable(whole) : whole
        const of = `${period.from}:${period.to}:${period.judged}${isPublic ? ':public' : ''}`
        const origin = originOf(request, null)
        const centre = await noteExport(deps, { origin, table, of, format })
        const maker = request.asker.staff?.staff.displayName ?? ''
        return sendTable(reply, format, { ...report, table, centre, maker, language })
      },
    )
  }
}

function readerOf({ asker: { actor } }: FastifyRequest): CaseReportReader {
  return actor === 'leader' || actor === 'handler' ? actor : 'supervisor'
}

function ownUnit({ asker: { staff } }: FastifyRequest): UnitCode {
  const unit = staff?.staff.unit ?? null
  if (unit === null) throw new Refusal('session.forbidden')
  return unit
}
