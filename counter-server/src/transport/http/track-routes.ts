import { Done } from '@counter/shared/contract/fields'
import { IssuedTicket, Rejoined } from '@counter/shared/contract/hall'
import { Slip } from '@counter/shared/contract/paper'
import { TrackLooks } from '@counter/shared/contract/public/looks'
import {
  MissingPaperBody,
  ReturnVisitBody,
  TrackActBody,
  TrackBody,
  TrackCase,
  TrackTicket,
} from '@counter/shared/contract/public/track'
import type { CaseId, CommandId, TicketId } from '@counter/shared/vocabulary/ids'
import type { FastifyPluginAsyncZod } from '@fastify/type-provider-zod'
import type { FastifyRequest } from 'fastify'
import { Refusal } from '../../domain/refusal.ts'
import type { Tx } from '../../store/tx.ts'
import { readLooks } from '../../usecases/cases/read-looks.ts'
import {
  findTrackedCase,
  findTrackedCaseByCode,
  findTrackedCaseByCodeAlone,
  keptCaseId,
  readTrackedCase,
} from '../../usecases/cases/read-track-case.ts'
import { urgeCase } from '../../usecases/cases/urge-case.ts'
import { findTrackedByCodeAlone } from '../../usecases/hall/find-by-code.ts'
import { issueReturnVisit } from '../../usecases/hall/issue-return-visit.ts'
import { findTracked, findTrackedByCode, readTrackedTicket } from '../../usecases/hall/read-track-ticket.ts'
import {
  cancelByToken,
  postponeByToken,
  rejoinByToken,
  restoreByToken,
} from '../../usecases/hall/resident-acts.ts'
import { lacksPaper, printMissing } from '../../usecases/paper/print-again.ts'
import { toIssuedTicket } from '../../views/hall-views.ts'
import { toSlip } from '../../views/paper-views.ts'
import { toTrackCase, toTrackLooks, toTrackTicket } from '../../views/track-views.ts'
import { EVERYBODY, originOf } from './access.ts'
import type { HallDeps } from './hall-routes.ts'
import { refusals } from './refusals.ts'
import { createWrongCodes } from './wrong-codes.ts'

type Secret = { token: string } | { code: string } | { number: string; code: string }

// The kiosk asks for a ticket first; the code of a case is no wrong try.
function findAtKiosk(tx: Tx, code: string): TicketId | null {
  const ticket = findTrackedByCodeAlone(tx, code)
  if (ticket === null && findTrackedCaseByCodeAlone(tx, code) !== null) throw new Refusal('code.not_found')
  return ticket
}

const RESIDENT = { config: { actors: EVERYBODY } }

/** What a resident sees and does with the secret of a slip (P-1, P-2, P41); every wrong one answers alike. */
export function trackRoutes(deps: HallDeps): FastifyPluginAsyncZod {
  const wrong = createWrongCodes()

  function find<Id>(
    request: FastifyRequest,
    { secret, half }: { secret: Secret; half: 'first' | 'second' },
    look: (tx: Tx) => Id | null,
  ): Id {
    const source = request.asker.device?.device.id ?? request.ip
    // A code alone does not say what it is of, so a kiosk asks for both.
    const isAlone = 'code' in secret && !('number' in secret)
    const part = isAlone ? { code: secret.code, is: half } : null
    // Nobody tries out a token of 128 bits, but the open page of an old number asks with one, from an address that many share.
    const isTyped = !('token' in secret)
    if (isTyped) wrong.requireTurn(source, deps.store.now(), part)
    const id = deps.store.read((tx) => look(tx) as never) as Id | null
    if (id !== null) return id
    if (isTyped) wrong.failed(source, deps.store.now(), part)
    throw new Refusal('code.not_found')
  }

  function findCase(request: FastifyRequest, secret: Secret): CaseId {
    return find(request, { secret, half: 'second' }, (tx) => {
      if ('token' in secret) return findTrackedCase(tx, secret.token)
      if ('number' in secret) return findTrackedCaseByCode(tx, secret.number, secret.code)
      // From outside a code alone proves nothing: it needs the number too (P41).
      return request.asker.actor === 'kiosk' ? findTrackedCaseByCodeAlone(tx, secret.code) : null
    })
  }

  function findTicket(request: FastifyRequest, secret: Secret): TicketId {
    return find(request, { secret, half: 'first' }, (tx) => {
      if ('token' in secret) return findTracked(tx, secret.token)
      if ('number' in secret) return findTrackedByCode(tx, secret.number, secret.code)
      return request.asker.actor === 'kiosk' ? findAtKiosk(tx, secret.code) : null
    })
  }

  const readCase = (id: CaseId) => deps.store.read((tx) => toTrackCase(readTrackedCase(deps, tx, id)))

  return async (app) => {
    app.post(
      '/track/case',
      { ...RESIDENT, schema: { body: TrackBody, response: { 200: TrackCase, ...refusals } } },
      async (request) => readCase(findCase(request, request.body)),
    )
    app.post(
      '/track/case/looks',
      { ...RESIDENT, schema: { body: TrackBody, response: { 200: TrackLooks, ...refusals } } },
      async (request) => {
        const id = findCase(request, request.body)
        return toTrackLooks(deps.store.read((tx) => readLooks(tx, id)))
      },
    )
    app.post(
      '/track/case/urge',
      { ...RESIDENT, schema: { body: TrackActBody, response: { 200: TrackCase, ...refusals } } },
      async (request) => {
        const id = findCase(request, request.body)
        const origin = {
          ...originOf(request, request.body.commandId as CommandId),
          actor: 'token',
          role: 'token',
        }
        const asker = { origin, actor: 'token', staff: null } as const
        const kept = deps.store.read((tx) => keptCaseId(tx, id))
        await urgeCase(deps, { asker, id: kept, expectedVersion: null })
        return readCase(id)
      },
    )
    app.post(
      '/track/case/return-visit',
      {
        config: { actors: ['kiosk'] },
        schema: { body: ReturnVisitBody, response: { 200: IssuedTicket, ...refusals } },
      },
      async (request) => {
        const { commandId, cls, ...secret } = request.body
        const asked = findCase(request, secret)
        const caseId = deps.store.read((tx) => keptCaseId(tx, asked))
        const origin = originOf(request, commandId as CommandId)
        const order = { origin, caseId, cls, channel: 'kiosk', reason: null } as const
        return toIssuedTicket(await issueReturnVisit(deps, order), deps.publicUrl)
      },
    )
    app.post(
      '/track/ticket',
      { ...RESIDENT, schema: { body: TrackBody, response: { 200: TrackTicket, ...refusals } } },
      async (request) => {
        const id = findTicket(request, request.body)
        return deps.store.read((tx) => {
          const tracked = readTrackedTicket(deps, tx, id)
          if (tracked === null) throw new Refusal('code.not_found')
          const isKiosk = request.asker.actor === 'kiosk'
          return toTrackTicket(tracked, isKiosk ? { lacksPaper: lacksPaper(tx, tracked.ticket) } : undefined)
        })
      },
    )
    app.post(
      '/track/ticket/paper',
      {
        config: { actors: ['kiosk'] },
        schema: { body: MissingPaperBody, response: { 200: Slip, ...refusals } },
      },
      async (request) => {
        const { commandId, ...secret } = request.body
        const ticket = findTicket(request, secret)
        const origin = originOf(request, commandId as CommandId)
        return toSlip(await printMissing(deps, { origin, ticket }), deps.publicUrl)
      },
    )
    app.post(
      '/track/ticket/rejoin',
      { ...RESIDENT, schema: { body: TrackActBody, response: { 200: Rejoined, ...refusals } } },
      async (request) => {
        const origin = originOf(request, request.body.commandId as CommandId)
        return rejoinByToken(deps, { origin, ticket: findTicket(request, request.body) })
      },
    )
    app.post(
      '/track/ticket/postpone',
      { ...RESIDENT, schema: { body: TrackActBody, response: { 200: Rejoined, ...refusals } } },
      async (request) => {
        const origin = originOf(request, request.body.commandId as CommandId)
        return postponeByToken(deps, { origin, ticket: findTicket(request, request.body) })
      },
    )
    app.post(
      '/track/ticket/restore',
      { ...RESIDENT, schema: { body: TrackActBody, response: { 200: Done, ...refusals } } },
      async (request) => {
        const origin = originOf(request, request.body.commandId as CommandId)
        return restoreByToken(deps, { origin, ticket: findTicket(request, request.body) })
      },
    )
    app.post(
      '/track/ticket/cancel',
      { ...RESIDENT, schema: { body: TrackActBody, response: { 200: Done, ...refusals } } },
      async (request) => {
        const origin = originOf(request, request.body.commandId as CommandId)
        return cancelByToken(deps, { origin, ticket: findTicket(request, request.body) })
      },
    )
  }
}
