import { RateBody, Rated, RatingOffer, RatingOfferBody } from '@counter/shared/contract/public/rating'
import {
  AppealBody,
  DecideAppealBody,
  FollowUpStepBody,
  FollowUpView,
  OwnRatings,
  RaterPhone,
  RatingBoard,
} from '@counter/shared/contract/ratings'
import type { CommandId } from '@counter/shared/vocabulary/ids'
import type { FastifyPluginAsyncZod } from '@fastify/type-provider-zod'
import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import { Refusal } from '../../domain/refusal.ts'
import type { Deps } from '../../usecases/deps.ts'
import { decideAppeal, makeAppeal } from '../../usecases/ratings/appeals.ts'
import { readRatingBoard, revealPhone, takeStep } from '../../usecases/ratings/follow-ups.ts'
import { readOwnRatings } from '../../usecases/ratings/own-ratings.ts'
import { rateService, readOffer } from '../../usecases/ratings/rate-service.ts'
import { toFollowUp, toRatingBoard } from '../../views/rating-views.ts'
import { EVERYBODY, originOf, readAsker } from './access.ts'
import { caseAskerOf } from './case-asker.ts'
import { refusals } from './refusals.ts'

const params = z.strictObject({ id: z.uuid() })

/** 好差评: given by the holder of a link, followed up by supervisors; no level is ever told to a clerk (U28). */
export function ratingRoutes(deps: Deps): FastifyPluginAsyncZod {
  // A clerk's browser could rate for a resident who has left (C1002); a cookie that has run out is nobody's session.
  function requireResident(request: FastifyRequest): void {
    let isStaff = false
    try {
      isStaff = readAsker(deps, request, 'staff').staff !== null
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
    }
    if (isStaff) throw new Refusal('rating.staff_session')
  }

  return async (app) => {
    app.post(
      '/ratings/offer',
      {
        config: { actors: EVERYBODY },
        schema: { body: RatingOfferBody, response: { 200: RatingOffer, ...refusals } },
      },
      async (request) => readOffer(deps, request.body.token),
    )
    app.post(
      '/ratings',
      { config: { actors: EVERYBODY }, schema: { body: RateBody, response: { 200: Rated, ...refusals } } },
      async (request) => {
        requireResident(request)
        const { commandId, ...given } = request.body
        const origin = { actor: 'token', role: 'token', device: null, commandId: commandId as CommandId }
        return rateService(deps, { origin, given })
      },
    )
    app.get(
      '/ratings',
      {
        config: { actors: ['supervisor', 'leader'] },
        schema: { response: { 200: RatingBoard, ...refusals } },
      },
      async (request) =>
        toRatingBoard(readRatingBoard(deps, originOf(request, null).actor), request.asker.actor === 'leader'),
    )
    app.get(
      '/ratings/own',
      { config: { actors: ['clerk'] }, schema: { response: { 200: OwnRatings, ...refusals } } },
      async (request) => ({ average: readOwnRatings(deps, caseAskerOf(request)) }),
    )
    app.post(
      '/ratings/:id/phone',
      { config: { actors: ['supervisor'] }, schema: { params, response: { 200: RaterPhone, ...refusals } } },
      (request) => revealPhone(deps, { origin: originOf(request, null), id: request.params.id }),
    )
    app.post(
      '/ratings/:id/step',
      {
        config: { actors: ['supervisor'] },
        schema: { params, body: FollowUpStepBody, response: { 200: FollowUpView, ...refusals } },
      },
      async (request) => {
        const { commandId, expectedVersion: version, step, text } = request.body
        const origin = originOf(request, commandId)
        return toFollowUp(await takeStep(deps, { origin, id: request.params.id, version, step, text }))
      },
    )
    app.post(
      '/ratings/:id/appeal',
      {
        config: { actors: ['supervisor'] },
        schema: { params, body: AppealBody, response: { 200: FollowUpView, ...refusals } },
      },
      async (request) => {
        const { commandId, text } = request.body
        const origin = originOf(request, commandId)
        return toFollowUp(await makeAppeal(deps, { origin, id: request.params.id, text }))
      },
    )
    app.post(
      '/ratings/:id/decide-appeal',
      {
        config: { actors: ['supervisor', 'leader'] },
        schema: { params, body: DecideAppealBody, response: { 200: FollowUpView, ...refusals } },
      },
      async (request) => {
        const { commandId, isUpheld, reason } = request.body
        const origin = originOf(request, commandId)
        const decided = await decideAppeal(deps, { origin, id: request.params.id, isUpheld, reason })
        return toFollowUp(decided, request.asker.actor === 'leader')
      },
    )
  }
}
