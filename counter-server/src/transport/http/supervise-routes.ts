import { PlainDateField } from '@counter/shared/contract/fields'
import { IdleLooks } from '@counter/shared/contract/idle-looks'
import { Replay } from '@counter/shared/contract/replay'
import { CloseDayBody, DayClosed, SuperviseState } from '@counter/shared/contract/supervise'
import type { FastifyPluginAsyncZod } from '@fastify/type-provider-zod'
import { z } from 'zod'
import { readSupervise } from '../../usecases/cases/read-supervise.ts'
import type { Deps } from '../../usecases/deps.ts'
import { closeToday } from '../../usecases/hall/close-day.ts'
import { readReplay } from '../../usecases/hall/read-replay.ts'
import type { WaitEstimator } from '../../usecases/hall/wait.ts'
import { readIdleLooks } from '../../usecases/record/read-idle-looks.ts'
import { toIdleLooks } from '../../views/idle-look-views.ts'
import { toReplay } from '../../views/replay-views.ts'
import { toSuperviseState } from '../../views/supervise-views.ts'
import { originOf } from './access.ts'
import { refusals } from './refusals.ts'

/** Today's board for supervisor and leader, the close of the day by hand (Q13) (L-1). */
export function superviseRoutes(deps: Deps & { readonly wait: WaitEstimator }): FastifyPluginAsyncZod {
  return async (app) => {
    app.get(
      '/supervise',
      {
        config: { actors: ['supervisor', 'leader'] },
        schema: { response: { 200: SuperviseState, ...refusals } },
      },
      async (request) => {
        const reader = request.asker.actor === 'leader' ? 'leader' : 'supervisor'
        return deps.store.read((tx) => toSuperviseState(readSupervise(deps, tx), reader))
      },
    )
    app.get(
      '/looks/idle',
      { config: { actors: ['supervisor'] }, schema: { response: { 200: IdleLooks, ...refusals } } },
      async () => toIdleLooks(deps.store.read(readIdleLooks)),
    )
    app.get(
      '/replays/:day',
      {
        config: { actors: ['supervisor'] },
        schema: { params: z.strictObject({ day: PlainDateField }), response: { 200: Replay, ...refusals } },
      },
      async ({ params: { day } }) => toReplay(day, readReplay(deps, day)),
    )
    app.post(
      '/days/close',
      {
        config: { actors: ['supervisor'] },
        schema: { body: CloseDayBody, response: { 200: DayClosed, ...refusals } },
      },
      async (request) =>
        closeToday(deps, { origin: originOf(request, request.body.commandId), byHand: true }),
    )
  }
}
