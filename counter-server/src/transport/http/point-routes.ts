import { UnsureTimeList } from '@counter/shared/contract/capture-time'
import { Done, VillageCodeField } from '@counter/shared/contract/fields'
import {
  AgentCardBody,
  NumberGaps,
  PointDetailsBody,
  PointFindings,
  PointList,
  PointPostsBody,
} from '@counter/shared/contract/points'
import { RelativeList, RelativeQuery } from '@counter/shared/contract/relations'
import type { FastifyPluginAsyncZod } from '@fastify/type-provider-zod'
import { z } from 'zod'
import type { Deps } from '../../usecases/deps.ts'
import { changeAgentCard, changePoint } from '../../usecases/village/change-point.ts'
import { changePosts } from '../../usecases/village/change-posts.ts'
import { readNumberGaps, readPointFindings, readPoints } from '../../usecases/village/read-points.ts'
import { readRelatives } from '../../usecases/village/read-relatives.ts'
import { readUnsureTimes } from '../../usecases/village/read-unsure-times.ts'
import { toNumberGaps, toPointFindings, toPointList } from '../../views/point-views.ts'
import { toRelativeList } from '../../views/relation-views.ts'
import { toUnsureTimes } from '../../views/unsure-time-views.ts'
import { originOf } from './access.ts'
import { refusals } from './refusals.ts'

const params = z.strictObject({ village: VillageCodeField })
const READERS = { config: { actors: ['supervisor', 'leader'] as const } }

/** 代办点: what the centre knows of its village points, and what the supervisor does about them (V88 to V90). */
export function pointRoutes(deps: Deps): FastifyPluginAsyncZod {
  return async (app) => {
    app.get(
      '/points',
      { ...READERS, schema: { response: { 200: PointList, ...refusals } } },
      async (request) =>
        deps.store.read((tx) =>
          toPointList(readPoints(tx), request.asker.actor === 'leader' ? 'leader' : 'supervisor'),
        ),
    )
    app.get(
      '/points/relatives',
      {
        config: { actors: ['supervisor'] },
        schema: { querystring: RelativeQuery, response: { 200: RelativeList, ...refusals } },
      },
      async ({ query }) => deps.store.read((tx) => toRelativeList(readRelatives(tx, query.filed === 'yes'))),
    )
    app.get(
      '/points/unsure-times',
      { config: { actors: ['supervisor'] }, schema: { response: { 200: UnsureTimeList, ...refusals } } },
      async () => toUnsureTimes(readUnsureTimes(deps)),
    )
    app.get(
      '/points/:village/numbers',
      { config: { actors: ['supervisor'] }, schema: { params, response: { 200: NumberGaps, ...refusals } } },
      async ({ params: { village } }) => deps.store.read((tx) => toNumberGaps(readNumberGaps(tx, village))),
    )
    app.get(
      '/points/:village/findings',
      {
        config: { actors: ['supervisor'] },
        schema: { params, response: { 200: PointFindings, ...refusals } },
      },
      async ({ params: { village } }) =>
        deps.store.read((tx) => toPointFindings(readPointFindings(tx, village))),
    )
    app.post(
      '/points/:village/posts',
      {
        config: { actors: ['supervisor'] },
        schema: { params, body: PointPostsBody, response: { 200: Done, ...refusals } },
      },
      async (request) => {
        const { commandId, lead, deputy, reason } = request.body
        const origin = originOf(request, commandId)
        const { village } = request.params
        return changePosts(deps, { origin, village, posts: { lead, deputy }, reason })
      },
    )
    app.post(
      '/points/:village/details',
      {
        config: { actors: ['supervisor'] },
        schema: { params, body: PointDetailsBody, response: { 200: Done, ...refusals } },
      },
      async (request) => {
        const { commandId, reason, ...details } = request.body
        const origin = originOf(request, commandId)
        return changePoint(deps, { origin, village: request.params.village, reason }, details)
      },
    )
    app.post(
      '/points/:village/card',
      {
        config: { actors: ['supervisor'] },
        schema: { params, body: AgentCardBody, response: { 200: Done, ...refusals } },
      },
      async (request) => {
        const { commandId, reason, ...card } = request.body
        const origin = originOf(request, commandId)
        return changeAgentCard(deps, { origin, village: request.params.village, reason }, card)
      },
    )
  }
}
