import { CommandIdField, Done } from '@counter/shared/contract/fields'
import { SolveBody, VillageAttentionList } from '@counter/shared/contract/village-attention'
import type { CommandId } from '@counter/shared/vocabulary/ids'
import type { FastifyPluginAsyncZod } from '@fastify/type-provider-zod'
import { z } from 'zod'
import { Refusal } from '../../domain/refusal.ts'
import type { Deps } from '../../usecases/deps.ts'
import { readKeptCommand, readVillageAttention } from '../../usecases/village/read-attention.ts'
import { type Solution, solveAttention } from '../../usecases/village/solve-attention.ts'
import { toVillageAttention } from '../../views/village-attention-views.ts'
import { originOf } from './access.ts'
import { caseAskerOf } from './case-asker.ts'
import { refusals } from './refusals.ts'
import { toVillageCommand } from './village-bodies.ts'
import { mended } from './village-mend.ts'

const SOLVERS = { config: { actors: ['supervisor', 'clerk'] as const } }
const params = z.strictObject({ id: CommandIdField })
type Solving = z.infer<typeof SolveBody>

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

function solutionOf(deps: Deps, id: CommandId, { how, mend = {}, number }: Solving): Solution {
  if (how === 'reject') return { how }
  if (how === 'link') {
    if (number === undefined) throw new Refusal('case.not_found')
    return { how, number }
  }
  const kept = deps.store.read((tx) => readKeptCommand(tx, id))
  const payload = mended(kept.payload, mend)
  const command = toVillageCommand({ header: kept.header, payload })
  if (command === null) throw new Refusal('command.malformed')
  return { how, command }
}
