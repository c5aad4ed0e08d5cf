import { SyncAnswer, SyncBody, SyncBodyBefore } from '@counter/shared/contract/village'
import type { DeviceId } from '@counter/shared/vocabulary/ids'
import { civilDate } from '@counter/shared/vocabulary/plain-date'
import type { FastifyPluginAsyncZod } from '@fastify/type-provider-zod'
import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import { Refusal } from '../../domain/refusal.ts'
import { isSpoken } from '../../domain/village/protocol.ts'
import { villageChanges } from '../../feed/village-changes.ts'
import type { Deps } from '../../usecases/deps.ts'
import { createTurns } from '../../usecases/files/turns.ts'
import { mustWipe } from '../../usecases/people/phone-life.ts'
import { receiptsAgree } from '../../usecases/village/compare-receipts.ts'
import { lendNumbers } from '../../usecases/village/lend-numbers.ts'
import { missingCommands } from '../../usecases/village/missing-commands.ts'
import { noteContact, type Said } from '../../usecases/village/note-contact.ts'
import { protocolDays } from '../../usecases/village/protocol-days.ts'
import { takeTable } from '../../usecases/village/take-table.ts'
import { tellOutcomes } from '../../usecases/village/tell-outcomes.ts'
import type { VillageAgent } from '../../usecases/village/village-agent.ts'
import { originOf, staffOf } from './access.ts'
import { type SaidOfPhone, toNewest } from './older-sync.ts'
import { refusals } from './refusals.ts'
import { toOutcomeResult } from './sync-outcomes.ts'
import { takeCommands } from './take-commands.ts'

const BODY_LIMIT = 256 * 1024
const Spoken = z.discriminatedUnion('protocol', [SyncBody, SyncBodyBefore])

/** The agent of the session, at the own point (V2, V4). */
export function agentOf(deps: Deps, request: FastifyRequest): VillageAgent {
  return { deps, origin: originOf(request, null), staff: staffOf(request).staff }
}

/** `POST /sync`: one status per command, in the order in which they were sent (V46 to V51). */
export function syncRoutes(deps: Deps): FastifyPluginAsyncZod {
  // Eleven points that come back at once would else fill a commit with their cases, and whoever calls next would wait for it.
  const turns = createTurns()
  return async (app) => {
    app.post(
      '/sync',
      {
        bodyLimit: BODY_LIMIT,
        config: { actors: ['agent'] },
        preValidation: async ({ body }) => refuseOldProtocol(deps, body),
        schema: { body: Spoken, response: { 200: SyncAnswer, ...refusals } },
      },
      async (request): Promise<SyncAnswer> => {
        const body = ofPhone(toNewest(request.body), staffOf(request).session.phone)
        const { protocol, nonce, deviceNow, deviceId: device, commands } = body
        const { known = [], waiting, have, table, cursor } = body
        const agent = agentOf(deps, request)
        refuseOther(agent, body)
        const onFault = (error: unknown) => request.log.error({ err: error }, 'fault of one command')
        const wipe = mustWipe(deps, staffOf(request).session.phone)
        const lent = await lentTo(deps, agent, wipe ? { ...body, leases: undefined } : body, onFault)
        await noteContact(deps, agent, saidBy(body, lent.length))
        const results = await takeCommands({ ...deps, onFault, turns }, agent, commands, {
          deviceNow,
          device,
        })
        const outcomes = await tellOutcomes(deps, agent, waiting)
        return {
          product: 'village-counter',
          protocol,
          nonce,
          serverNow: deps.store.now(),
          storeEpoch: deps.store.epoch,
          results,
          ...(cursor === undefined ? {} : changesFor(deps, agent, cursor)),
          ...agreement(receiptsAgree(deps, device, have)),
          missing: [...missingCommands(deps, known)],
          taken:
            table === undefined || device === null ? [] : [...(await takeTable(deps, agent, device, table))],
          outcomes: outcomes.map(toOutcomeResult),
          leases: [...lent],
          wipe,
        }
      },
    )
  }
}

// After the commands, so that a phone sees at once what became of them (V55).
function changesFor(
  { store }: Deps,
  { staff: { village } }: VillageAgent,
  cursor: NonNullable<SyncBody['cursor']>,
): Partial<SyncAnswer> {
  if (village === null) return {}
  const { changes, errands, ...told } = villageChanges(store, village, cursor)
  return { ...told, changes: [...changes], ...(errands === undefined ? {} : { errands: [...errands] }) }
}

// Said to those alone who ask.
function agreement(agrees: boolean | null): Pick<SyncAnswer, 'agrees'> {
  return agrees === null ? {} : { agrees }
}

// Said before the form is looked at: that of an older protocol may be another one (V58).
function refuseOldProtocol(deps: Deps, body: unknown): void {
  const isForm = typeof body === 'object' && body !== null && 'protocol' in body
  if (!isForm || typeof body.protocol !== 'number') return
  const today = civilDate(deps.store.now())
  if (!isSpoken(body.protocol, today, protocolDays(deps))) throw new Refusal('protocol.too_old')
}

// Somebody else has signed in between the page's reading of its items and this request: these are not theirs to say (V35).
function refuseOther({ staff }: VillageAgent, { carrierId = null }: Pick<SaidOfPhone, 'carrierId'>): void {
  if (carrierId !== null && carrierId !== staff.id) throw new Refusal('session.forbidden')
}

// An enrolled phone is who its session says, whatever it calls itself (V3).
function ofPhone(body: SaidOfPhone, phone: DeviceId | null): SaidOfPhone {
  return phone === null ? body : { ...body, deviceId: phone }
}

// What was taken is acknowledged whatever becomes of the numbers: they are asked for again (V44, V61).
async function lentTo(
  deps: Deps,
  agent: VillageAgent,
  { deviceId, leases, outbox: { unsent, attention } }: Pick<SaidOfPhone, 'deviceId' | 'leases' | 'outbox'>,
  onFault: (error: unknown) => void,
): Promise<readonly string[]> {
  if (deviceId === null || leases === undefined) return []
  const waiting = unsent + attention
  return lendNumbers(deps, agent, { ...leases, device: deviceId, waiting }).catch((error: unknown) => {
    onFault(error)
    return []
  })
}

// A phone counts before it is lent more (V61).
function saidBy({ deviceId, deviceNow, appVersion, outbox }: SaidOfPhone, lent: number): Said {
  const { unsent, filesUnsent, attention, oldestAt, persisted, numbersFree: free } = outbox
  return {
    device: deviceId,
    deviceNow,
    appVersion,
    unsent,
    oldestAt: oldestAt ?? null,
    filesUnsent,
    attention,
    persisted: persisted ?? null,
    numbersFree: free === undefined ? null : free + lent,
  }
}
