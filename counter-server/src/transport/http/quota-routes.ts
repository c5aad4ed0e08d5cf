import { ChangeQuotaBody, QuotaList } from '@counter/shared/contract/quota'
import type { PlainTime } from '@counter/shared/vocabulary/time'
import type { FastifyPluginAsyncZod } from '@fastify/type-provider-zod'
import type { Deps } from '../../usecases/deps.ts'
import { changeQuota, readQuotas } from '../../usecases/hall/change-quota.ts'
import { originOf } from './access.ts'
import { refusals } from './refusals.ts'

const answer = { response: { 200: QuotaList, ...refusals } }

/** The bounds of numbers per topic, day and band, which an administrator sets (Q40). */
export function quotaRoutes(deps: Deps): FastifyPluginAsyncZod {
  return async (app) => {
    app.get('/quotas', { config: { actors: ['admin', 'supervisor'] }, schema: answer }, async () => ({
      items: readQuotas(deps),
      next: null,
    }))
    app.post(
      '/quotas',
      { config: { actors: ['admin'] }, schema: { body: ChangeQuotaBody, ...answer } },
      async (request) => {
        const { commandId, topic, date, band, most } = request.body
        const at = { topic, date, band: band as PlainTime | null }
        const items = await changeQuota(deps, { origin: originOf(request, commandId), at, most })
        return { items, next: null }
      },
    )
  }
}
