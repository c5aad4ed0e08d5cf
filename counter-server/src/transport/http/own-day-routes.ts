import { StaffIdField } from '@counter/shared/contract/fields'
import {
  Colleagues,
  HandedOver,
  HandOverBody,
  HandOverList,
  HandOverQuery,
  LeaveBody,
  LeaveSet,
  OwnDay,
} from '@counter/shared/contract/own-day'
import type { FastifyPluginAsyncZod } from '@fastify/type-provider-zod'
import { z } from 'zod'
import { handOverCases, readColleagues, readHandOver } from '../../usecases/cases/hand-over-cases.ts'
import { readOwnDay } from '../../usecases/cases/read-own-day.ts'
import type { Deps } from '../../usecases/deps.ts'
import { setLeave } from '../../usecases/people/set-leave.ts'
import { toCaseRow } from '../../views/case-row-views.ts'
import { toColleagues, toOwnDay } from '../../views/own-day-views.ts'
import { caseAskerOf } from './case-asker.ts'
import { refusals } from './refusals.ts'

const params = z.strictObject({ id: StaffIdField })
const GIVERS = { actors: ['handler', 'supervisor'] as const }
// A clerk has nothing to hand over, but a deputy.
const LEAVERS = { actors: ['clerk', 'handler', 'supervisor'] as const }

/** A person's own day, his deputy, and what is handed over to a colleague (issue line 17). */
export function ownDayRoutes(deps: Deps): FastifyPluginAsyncZod {
  return async (app) => {
    app.get(
      '/own-day',
      { config: { actors: ['clerk', 'handler'] }, schema: { response: { 200: OwnDay, ...refusals } } },
      async (request) => toOwnDay(readOwnDay(deps, caseAskerOf(request))),
    )
    app.get(
      '/hand-over',
      { config: LEAVERS, schema: { response: { 200: Colleagues, ...refusals } } },
      async (request) => toColleagues(readColleagues(deps, caseAskerOf(request))),
    )
    app.get(
      '/hand-over/:id',
      {
        config: GIVERS,
        schema: { params, querystring: HandOverQuery, response: { 200: HandOverList, ...refusals } },
      },
      async (request) => {
        const asked = { of: request.params.id, ...request.query }
        const { lines, next } = readHandOver(deps, caseAskerOf(request), asked)
        return { items: lines.map(toCaseRow), next }
      },
    )
    app.post(
      '/hand-over',
      { config: GIVERS, schema: { body: HandOverBody, response: { 200: HandedOver, ...refusals } } },
      async (request) => {
        const { commandId, ...asked } = request.body
        return handOverCases(deps, caseAskerOf(request, commandId), asked)
      },
    )
    app.post(
      '/leaves/:id',
      { config: LEAVERS, schema: { params, body: LeaveBody, response: { 200: LeaveSet, ...refusals } } },
      async (request) => {
        const { commandId, reason, ...leave } = request.body
        return setLeave(deps, caseAskerOf(request, commandId), { staff: request.params.id, leave, reason })
      },
    )
  }
}
