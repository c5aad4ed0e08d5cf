import { RetentionBody, RetentionView } from '@counter/shared/contract/retention'
import type { FastifyPluginAsyncZod } from '@fastify/type-provider-zod'
import { z } from 'zod'
import type { ErasureRegister } from '../../store/erasure-register.ts'
import type { Deps } from '../../usecases/deps.ts'
import type { FilePlaces } from '../../usecases/files/content-shelf.ts'
import { actorName } from '../../usecases/people/actor-names.ts'
import {
  enterRetention,
  type RetentionPage,
  readRetention,
  runRetention,
  withdrawRetention,
} from '../../usecases/record/run-retention.ts'
import { toRetention } from '../../views/retention-views.ts'
import { originOf } from './access.ts'
import { refusals } from './refusals.ts'

const params = z.strictObject({ id: z.uuid() })
const answer = { response: { 200: RetentionView, ...refusals } }
const EITHER = { config: { actors: ['admin', 'supervisor'] as const } }
const ENTERS = { config: { actors: ['admin'] as const } }
const RUNS = { config: { actors: ['supervisor'] as const } }

/** Removal of personal data whose time is over: the administrator asks, the supervisor lets it run (C1501). */
export function retentionRoutes(
  deps: Deps & { readonly files: FilePlaces; readonly erasures: ErasureRegister },
): FastifyPluginAsyncZod {
  const shown = (page: RetentionPage) =>
    deps.store.read((tx) => toRetention(page, (actor) => actorName(tx, actor)))
  return async (app) => {
    app.get('/retention', { ...EITHER, schema: answer }, async () => shown(deps.store.read(readRetention)))
    app.post('/retention', { ...ENTERS, schema: { body: RetentionBody, ...answer } }, async (request) =>
      shown(await enterRetention(deps, originOf(request, request.body.commandId))),
    )
    app.post(
      '/retention/:id/run',
      { ...RUNS, schema: { params, body: RetentionBody, ...answer } },
      async (request) =>
        shown(await runRetention(deps, originOf(request, request.body.commandId), request.params.id)),
    )
    app.post(
      '/retention/:id/withdraw',
      { ...EITHER, schema: { params, body: RetentionBody, ...answer } },
      async (request) =>
        shown(await withdrawRetention(deps, originOf(request, request.body.commandId), request.params.id)),
    )
  }
}
