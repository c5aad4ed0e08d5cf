import { CommandIdField, Done } from '@counter/shared/contract/fields'
import { SolveBody, VillageAttentionList } from '@counter/shared/contract/village-attention'
import type { FastifyPluginAsyncZod } from '@fastify/type-provider-zod'
import { z } from 'zod'
import type { Deps } from '../../usecases/deps.ts'
import { readVillageAttention } from '../../usecases/village/read-attention.ts'
import { solveAttention } from '../../usecases/village/solve-attention.ts'
import { toVillageAttention } from '../../views/village-attention-views.ts'
import { originOf } from './access.ts'
import { caseAskerOf } from './case-asker.ts'
import { refusals } from './refusals.ts'
import { solutionOf } from './village-solution.ts'

const SOLVERS = { config: { actors: ['supervisor', 'clerk'] as const } }
const params = z.strictObject({ id: CommandIdField })

/** 中心代处理: what village points could not get through, and how the centre solves it (V51, V90). */
export function villageAttentionRoutes(deps: Deps): FastifyPluginAsyncZod {
  return async (app) => {
    app.get(
      '/village-attention',
      { ...SOLVERS, schema: { response: { 200: VillageAttentionList, ...refusals } } },
      async () => ({
        items: deps.store.read((tx) => readVillageAttention(tx).map(toVillageAttention)),
      }),
    )
    app.post(
      '/village-attention/:id/solve',
      { ...SOLVERS, schema: { params, body: SolveBody, response: { 200: Done, ...refusals } } },
      async (request) => {
        const { id } = request.params
        const { commandId, reason } = request.body
        const asker = { ...caseAskerOf(request), origin: originOf(request, commandId) }
        const solution = solutionOf(deps, id, request.body)
        return solveAttention(deps, { asker, id, solution, reason })
      },
    )
  }
}
