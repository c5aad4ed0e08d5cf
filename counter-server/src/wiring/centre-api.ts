import type { FastifyInstance } from 'fastify'
import { accountRoutes } from '../transport/http/account-routes.ts'
import { calendarRoutes } from '../transport/http/calendar-routes.ts'
import { callBackRoutes } from '../transport/http/call-back-routes.ts'
import { caseReportRoutes } from '../transport/http/case-report-routes.ts'
import { catalogueRoutes } from '../transport/http/catalogue-routes.ts'
import { catalogueSheetRoutes } from '../transport/http/catalogue-sheet-routes.ts'
import { dutyRoutes } from '../transport/http/duty-routes.ts'
import { errandRoutes } from '../transport/http/errand-routes.ts'
import { guideRoutes } from '../transport/http/guide-routes.ts'
import { ledgerRoutes } from '../transport/http/ledger-routes.ts'
import { logBookRoutes } from '../transport/http/log-book-routes.ts'
import { ownDayRoutes } from '../transport/http/own-day-routes.ts'
import { reportRoutes } from '../transport/http/report-routes.ts'
import { retentionRoutes } from '../transport/http/retention-routes.ts'
import { sessionRoutes } from '../transport/http/session-routes.ts'
import { settingRoutes } from '../transport/http/setting-routes.ts'
import { sheetRoutes } from '../transport/http/sheet-routes.ts'
import { superviseRoutes } from '../transport/http/supervise-routes.ts'
import { walkRoutes } from '../transport/http/walk-routes.ts'
import { wordingRoutes } from '../transport/http/wording-routes.ts'
import type { AppDeps } from './deps.ts'

/** The centre itself: people, sessions, calendars, catalogue, settings, supervision and reports. */
export async function centreApi(api: FastifyInstance, deps: AppDeps): Promise<void> {
  await api.register(sessionRoutes(deps), { prefix: '/api' })
  await api.register(accountRoutes(deps), { prefix: '/api' })
  await api.register(calendarRoutes(deps), { prefix: '/api' })
  await api.register(catalogueRoutes(deps), { prefix: '/api' })
  await api.register(catalogueSheetRoutes(deps), { prefix: '/api' })
  await api.register(wordingRoutes(deps), { prefix: '/api' })
  await api.register(ledgerRoutes(deps), { prefix: '/api' })
  await api.register(ownDayRoutes(deps), { prefix: '/api' })
  await api.register(guideRoutes(deps), { prefix: '/api' })
  await api.register(settingRoutes(deps), { prefix: '/api' })
  await api.register(retentionRoutes(deps), { prefix: '/api' })
  await api.register(sheetRoutes, { prefix: '/api' })
  await api.register(superviseRoutes(deps), { prefix: '/api' })
  await api.register(logBookRoutes(deps), { prefix: '/api' })
  await api.register(errandRoutes(deps), { prefix: '/api' })
  await api.register(callBackRoutes(deps), { prefix: '/api' })
  await api.register(walkRoutes(deps), { prefix: '/api' })
  await api.register(reportRoutes(deps), { prefix: '/api' })
  await api.register(caseReportRoutes(deps), { prefix: '/api' })
  await api.register(dutyRoutes(deps), { prefix: '/api' })
}
