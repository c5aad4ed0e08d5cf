import { Page, PlainDateField, VillageCodeField } from '@counter/shared/contract/fields'
import { Replay } from '@counter/shared/contract/replay'
import { CloseDayBody, DayClosed, SuperviseState } from '@counter/shared/contract/supervise'
import { LogBook } from '@counter/shared/contract/village'
import type { FastifyPluginAsyncZod } from '@fastify/type-provider-zod'
import { z } from 'zod'
import { readLogBook } from '../../usecases/cases/read-log-book.ts'
import { readSupervise } from '../../usecases/cases/read-supervise.ts'
import type { Deps } from '../../usecases/deps.ts'
import { closeToday } from '../../usecases/hall/close-day.ts'
import { readReplay } from '../../usecases/hall/read-replay.ts'
import type { WaitEstimator } from '../../usecases/hall/wait.ts'
import { toLogBook } from '../../views/log-book-views.ts'
import { toReplay } from '../../views/replay-views.ts'
import { toSuperviseState } from '../../views/supervise-views.ts'
import { originOf } from './access.ts'
import { caseAskerOf } from './case-asker.ts'
import { refusals } from './refusals.ts'

const LogBookQuery = z.strictObject({ ...Page, village: VillageCodeField.optional() })

/** Today's board for supervisor and leader, the close of the day by hand (Q13), and the agency log book (L-1, V16). */
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
    app.get(
      '/log-book',
      {
        config: { actors: ['agent', 'supervisor', 'leader', 'clerk'] },
        schema: { querystring: LogBookQuery, response: { 200: LogBook, ...refusals } },
      },
      async (request) => {
        const { village = null, cursor = null, limit } = request.query
        return toLogBook(readLogBook(deps, caseAskerOf(request), { village, cursor, limit }))
      },
    )
  }
}
