import { CommandIdField, Done } from '@counter/shared/contract/fields'
import { ConfirmBody, LostSyncAnswer, LostSyncBody } from '@counter/shared/contract/lost-phone'
import { VillageHeader } from '@counter/shared/contract/village'
import { VillageAttentionList } from '@counter/shared/contract/village-attention'
import type { FastifyPluginAsyncZod } from '@fastify/type-provider-zod'
import { z } from 'zod'
import type { Deps } from '../../usecases/deps.ts'
import { createTurns } from '../../usecases/files/turns.ts'
import { handOverLost } from '../../usecases/village/hand-over-lost.ts'
import type { LostCommand, UnreadLost } from '../../usecases/village/keep-lost.ts'
import { isOwnPayload } from '../../usecases/village/payload-hash.ts'
import { readLostOf } from '../../usecases/village/read-attention.ts'
import { solveAttention } from '../../usecases/village/solve-attention.ts'
import { toVillageAttention } from '../../views/village-attention-views.ts'
import { deviceOf, originOf, staffOf } from './access.ts'
import { caseAskerOf } from './case-asker.ts'
import { refusals } from './refusals.ts'
import { commandIdOf, isTooLarge, toVillageCommand } from './village-bodies.ts'
import { solutionOf } from './village-solution.ts'

const BODY_LIMIT = 256 * 1024
const params = z.strictObject({ id: CommandIdField })
const MINE = '本人确认'
const NOT_MINE = '本人说不是自己登记的'

/** What becomes of the work on a phone that was reported lost: the phone hands it over, its author says whose it is (V80). */
export function lostPhoneRoutes(deps: Deps): FastifyPluginAsyncZod {
  const turns = createTurns()
  return async (app) => {
    app.post(
      '/sync/lost',
      {
        bodyLimit: BODY_LIMIT,
        config: { actors: ['lost'] },
        schema: { body: LostSyncBody, response: { 200: LostSyncAnswer, ...refusals } },
      },
      async (request): Promise<LostSyncAnswer> => {
        const { nonce, deviceNow, free, left, commands } = request.body
        const onFault = (error: unknown) => request.log.error({ err: error }, 'fault of one command')
        const said = { origin: originOf(request, null), phone: deviceOf(request), deviceNow, free, left }
        const { kept, mayWipe } = await turns.take('lost', () =>
          handOverLost({ ...deps, onFault }, said, commands.map(toLostCommand)),
        )
        const results = commands.map(({ header }, place) => ({
          id: commandIdOf(header),
          isKept: kept[place] === true,
        }))
        return { product: 'village-counter', protocol: 1, nonce, results, wipe: mayWipe }
      },
    )

    app.get(
      '/api/village-attention/own',
      { config: { actors: ['agent'] }, schema: { response: { 200: VillageAttentionList, ...refusals } } },
      async (request) => {
        const { staff } = staffOf(request)
        return { items: deps.store.read((tx) => readLostOf(tx, staff).map(toVillageAttention)) }
      },
    )

    app.post(
      '/api/village-attention/:id/confirm',
      {
        config: { actors: ['agent'] },
        schema: { params, body: ConfirmBody, response: { 200: Done, ...refusals } },
      },
      async (request) => {
        const { commandId, isOwn, apart } = request.body
        const { id } = request.params
        const how = isOwn ? (apart === undefined ? 'apply' : 'apart') : 'reject'
        const solution = solutionOf(deps, id, { how })
        const asker = { ...caseAskerOf(request), origin: originOf(request, commandId) }
        const author = staffOf(request).staff.id
        return solveAttention(deps, {
          asker,
          id,
          solution,
          reason: apart ?? (isOwn ? MINE : NOT_MINE),
          author,
        })
      },
    )
  }
}

// Null for what rests where it is: nothing names it, or it is whole as it was frozen, in a form that the next update may know.
function toLostCommand({
  author,
  header,
  payload,
}: LostSyncBody['commands'][number]): LostCommand | UnreadLost | null {
  const frozen = { header, payload }
  const isLarge = isTooLarge(frozen)
  const command = isLarge ? null : toVillageCommand(frozen)
  if (command !== null) return { author, command }
  const told = VillageHeader.safeParse(header)
  if (!told.success) return null
  const isWhole = !isLarge && payload != null && isOwnPayload({ header: told.data, frozen })
  if (isWhole) return null
  const { type } = told.data
  return { author, unread: { header: told.data, facts: { type }, frozen: { header, payload: null } } }
}
