import { CaseAnswer, type CaseDetail } from '@counter/shared/contract/cases'
import { CaseIdField } from '@counter/shared/contract/fields'
import {
  CloseOrderBody,
  OrderList,
  OrderQuery,
  ReplyOrderBody,
  SuperviseBody,
} from '@counter/shared/contract/orders'
import type { FastifyPluginAsyncZod } from '@fastify/type-provider-zod'
import { z } from 'zod'
import type { CaseDone } from '../../usecases/cases/case-scene.ts'
import { closeOrder } from '../../usecases/cases/close-order.ts'
import { listOpenOrders } from '../../usecases/cases/read-orders.ts'
import { replyOrder } from '../../usecases/cases/reply-order.ts'
import { superviseCase } from '../../usecases/cases/supervise-case.ts'
import type { Deps } from '../../usecases/deps.ts'
import { toCaseAnswer } from '../../views/case-views.ts'
import { toOrderList } from '../../views/order-views.ts'
import { caseAskerOf, caseCommandOf } from './case-asker.ts'
import { refusals } from './refusals.ts'

const params = z.strictObject({ id: CaseIdField })
const answer = { response: { 200: CaseAnswer, ...refusals } }
const ISSUERS = { actors: ['supervisor', 'leader'] as const }

/** Supervision orders 督办单: issued, answered by the unit, closed by the issuer (C705). */
export function orderRoutes(deps: Deps): FastifyPluginAsyncZod {
  async function done(command: Promise<CaseDone>) {
    const { shown, receipt } = await command
    return toCaseAnswer(shown as CaseDetail, receipt)
  }

  return async (app) => {
    app.get(
      '/orders',
      {
        config: { actors: ['handler', 'supervisor', 'leader'] },
        schema: { querystring: OrderQuery, response: { 200: OrderList, ...refusals } },
      },
      async (request) => {
        const { lines, next } = listOpenOrders(deps, caseAskerOf(request), request.query)
        return toOrderList(lines, next)
      },
    )
    app.post(
      '/cases/:id/supervise',
      { config: ISSUERS, schema: { params, body: SuperviseBody, ...answer } },
      async (request) => {
        const { level, rule, content } = request.body
        const command = caseCommandOf(request, request.params.id, request.body)
        return done(superviseCase(deps, command, { level, rule, content }))
      },
    )
    app.post(
      '/cases/:id/reply-order',
      { config: { actors: ['handler'] }, schema: { params, body: ReplyOrderBody, ...answer } },
      async (request) => {
        const { order, reply } = request.body
        return done(
          replyOrder(deps, caseCommandOf(request, request.params.id, request.body), { order, reply }),
        )
      },
    )
    app.post(
      '/cases/:id/close-order',
      { config: ISSUERS, schema: { params, body: CloseOrderBody, ...answer } },
      async (request) => {
        const { order, result } = request.body
        return done(
          closeOrder(deps, caseCommandOf(request, request.params.id, request.body), { order, result }),
        )
      },
    )
  }
}
