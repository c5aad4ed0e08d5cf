import { DeviceReasonBody, FarewellBody, SealingKey } from '@counter/shared/contract/devices'
import { DeviceIdField, Done } from '@counter/shared/contract/fields'
import { RecoveredKey, RecoveryBody } from '@counter/shared/contract/recovery'
import type { FastifyPluginAsyncZod } from '@fastify/type-provider-zod'
import { z } from 'zod'
import { orderPhone, PHONE_ACTS, takeFarewell } from '../../usecases/people/phone-life.ts'
import { recoverKey } from '../../usecases/people/recover-key.ts'
import { originOf, staffOf } from './access.ts'
import type { DeviceDeps } from './device-routes.ts'
import { refusals } from './refusals.ts'

const params = z.strictObject({ id: DeviceIdField })
const done = { 200: Done, ...refusals }

/** What a village's phone seals to, what it is given back, and how its life ends: lost and found, or retired in the order of V81. */
export function phoneRoutes(deps: DeviceDeps): FastifyPluginAsyncZod {
  return async (app) => {
    for (const act of PHONE_ACTS)
      app.post(
        `/devices/:id/${act}`,
        {
          config: { actors: ['supervisor', 'admin'] },
          schema: { params, body: DeviceReasonBody, response: done },
        },
        async (request) => {
          const { commandId, reason } = request.body
          const order = { origin: originOf(request, commandId), device: request.params.id, act, reason }
          for (const id of await orderPhone(deps, order)) deps.onSessionEnded(id)
          return { done: true as const }
        },
      )

    app.get(
      '/sealing-key',
      { config: { actors: ['village'] }, schema: { response: { 200: SealingKey, ...refusals } } },
      async () => deps.store.keys.sealing.newest(deps.store.now()),
    )

    app.post(
      '/devices/recovery',
      {
        config: { actors: ['agent'] },
        schema: { body: RecoveryBody, response: { 200: RecoveredKey, ...refusals } },
      },
      async (request, reply) => {
        const { code, box } = request.body
        const key = await recoverKey(deps, staffOf(request), {
          origin: originOf(request, null),
          source: request.ip,
          code,
          box: Buffer.from(box, 'base64url'),
        })
        return reply.header('cache-control', 'no-store').send({ key: key.toString('base64url') })
      },
    )

    app.post(
      '/devices/farewell',
      { config: { actors: ['village'] }, schema: { body: FarewellBody, response: done } },
      async (request) => {
        for (const id of await takeFarewell(deps, originOf(request, null), request.body.step))
          deps.onSessionEnded(id)
        return { done: true as const }
      },
    )
  }
}
