import {
  AccountActBody,
  AccountAnswer,
  AccountList,
  AccountPlaces,
  ChangeAccountBody,
  CreateAccountBody,
  FirstSignInBody,
} from '@counter/shared/contract/accounts'
import { Page, StaffIdField } from '@counter/shared/contract/fields'
import { History } from '@counter/shared/contract/history'
import { StaffSession } from '@counter/shared/contract/people'
import type { FastifyPluginAsyncZod } from '@fastify/type-provider-zod'
import { z } from 'zod'
import { signInWithCode } from '../../usecases/people/account-codes.ts'
import { type AccountResult, changeAccount, createAccount } from '../../usecases/people/change-account.ts'
import { readAccountPlaces, readAccounts } from '../../usecases/people/read-accounts.ts'
import { readHistory } from '../../usecases/people/read-history.ts'
import { sessionRules } from '../../usecases/people/session-rules.ts'
import { toAccount, toAccountAnswer, toAccountPlaces } from '../../views/account-views.ts'
import { toHistory } from '../../views/history-views.ts'
import { toStaffSession } from '../../views/people-views.ts'
import { EVERYBODY, originOf, phoneOf, staffCookieOf } from './access.ts'
import { refusals } from './refusals.ts'
import type { PeopleDeps } from './session-routes.ts'

const params = z.strictObject({ id: StaffIdField })
const ADMIN = { config: { actors: ['admin'] as const } }
const answer = { response: { 200: AccountAnswer, ...refusals } }

/** The administrator's people, and the door by which a person sets the own password (A-3, P20). */
export function accountRoutes(deps: PeopleDeps): FastifyPluginAsyncZod {
  function told(result: AccountResult): AccountAnswer {
    for (const id of result.endedSessions) deps.onSessionEnded(id)
    return toAccountAnswer(result)
  }

  return async (app) => {
    app.get(
      '/staff',
      {
        ...ADMIN,
        schema: { querystring: z.strictObject(Page), response: { 200: AccountList, ...refusals } },
      },
      async (request) => {
        const { cursor = null, limit } = request.query
        const { rows, next } = readAccounts(deps, { cursor, limit })
        return { items: rows.map(toAccount), next }
      },
    )
    app.get(
      '/staff/places',
      { ...ADMIN, schema: { response: { 200: AccountPlaces, ...refusals } } },
      async () => toAccountPlaces(readAccountPlaces(deps)),
    )
    app.get(
      '/staff/:id/history',
      {
        ...ADMIN,
        schema: { params, querystring: z.strictObject(Page), response: { 200: History, ...refusals } },
      },
      async (request) => {
        const { cursor = null, limit } = request.query
        return toHistory(readHistory(deps, `staff:${request.params.id}`, { cursor, limit }))
      },
    )
    app.post('/staff', { ...ADMIN, schema: { body: CreateAccountBody, ...answer } }, async (request) => {
      const { commandId, signInName, reason, ...post } = request.body
      return told(
        await createAccount(deps, { origin: originOf(request, commandId), signInName, post, reason }),
      )
    })
    app.post(
      '/staff/:id/change',
      { ...ADMIN, schema: { params, body: ChangeAccountBody, ...answer } },
      async (request) => {
        const { commandId, expectedVersion, reason, ...post } = request.body
        return told(
          await changeAccount(deps, {
            origin: originOf(request, commandId),
            staff: request.params.id,
            reason,
            act: { kind: 'change', post, expectedVersion },
          }),
        )
      },
    )
    for (const kind of ['stop', 'resume', 'new-code', 'end-sessions'] as const) {
      app.post(
        `/staff/:id/${kind}`,
        { ...ADMIN, schema: { params, body: AccountActBody, ...answer } },
        async (request) => {
          const { commandId, reason } = request.body
          return told(
            await changeAccount(deps, {
              origin: originOf(request, commandId),
              staff: request.params.id,
              reason,
              act: { kind },
            }),
          )
        },
      )
    }
    app.post(
      '/sessions/first',
      {
        config: { actors: EVERYBODY },
        schema: { body: FirstSignInBody, response: { 200: StaffSession, ...refusals } },
      },
      async (request, reply) => {
        const { token, signedIn, endedSessions } = await signInWithCode(deps, deps.passwords, deps.limiter, {
          ...request.body,
          source: request.ip,
          phone: phoneOf(deps, request),
        })
        for (const id of endedSessions) deps.onSessionEnded(id)
        const { name, options } = staffCookieOf(signedIn, deps.store.now())
        return reply
          .setCookie(name, token, options)
          .send(toStaffSession(signedIn, sessionRules(deps, signedIn)))
      },
    )
  }
}
