import { Done } from '@counter/shared/contract/fields'
import {
  LeaseAnswer,
  OfflineCommand,
  OfflineSyncAnswer,
  OfflineSyncBody,
  RenewLeaseBody,
  SettleAttentionBody,
} from '@counter/shared/contract/leases'
import type { FastifyPluginAsyncZod } from '@fastify/type-provider-zod'
import { z } from 'zod'
import type { Deps } from '../../usecases/deps.ts'
import { renewLease } from '../../usecases/hall/renew-lease.ts'
import { settleAttention } from '../../usecases/hall/settle-attention.ts'
import { syncOffline } from '../../usecases/hall/sync-offline.ts'
import { toLeaseBlock } from '../../views/lease-views.ts'
import { deviceOf, originOf } from './access.ts'
import { refusals } from './refusals.ts'

/** What lets a kiosk go on without the server: numbers lent beforehand, and what it kept meanwhile (Q46 to Q50). */
export function leaseRoutes(deps: Deps): FastifyPluginAsyncZod {
  return async (app) => {
    app.post(
      '/leases',
      {
        config: { actors: ['kiosk'] },
        schema: { body: RenewLeaseBody, response: { 200: LeaseAnswer, ...refusals } },
      },
      async (request) => {
        const { commandId, holds, left } = request.body
        const { id: device } = deviceOf(request)
        const origin = originOf(request, commandId)
        const { block } = await renewLease(deps, { origin, device, holds, left })
        return { block: block === null ? null : toLeaseBlock(block, deps.publicUrl) }
      },
    )

    app.post(
      '/tickets/sync',
      {
        config: { actors: ['kiosk'] },
        schema: { body: OfflineSyncBody, response: { 200: OfflineSyncAnswer, ...refusals } },
      },
      async (request) => {
        const sent = request.body.commands.map((raw) => ({
          raw,
          command: OfflineCommand.safeParse(raw).data ?? null,
        }))
        const onFault = (error: unknown) => request.log.error({ err: error }, 'fault of one kept number')
        const { id: device } = deviceOf(request)
        const origin = originOf(request, null)
        return { results: await syncOffline({ ...deps, onFault }, { origin, device, sent }) }
      },
    )

    app.post(
      '/lease-attention/:id/settle',
      {
        config: { actors: ['supervisor'] },
        schema: {
          params: z.strictObject({ id: z.uuid() }),
          body: SettleAttentionBody,
          response: { 200: Done, ...refusals },
        },
      },
      async (request) => {
        const { commandId, how, reason } = request.body
        return settleAttention(deps, {
          origin: originOf(request, commandId),
          id: request.params.id,
          how,
          reason,
        })
      },
    )
  }
}
