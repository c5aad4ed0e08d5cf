import {
  ChangeNoticeBody,
  Notice,
  NoticeList,
  PublishNoticeBody,
  StopNoticeBody,
} from '@counter/shared/contract/notices'
import type { FastifyPluginAsyncZod } from '@fastify/type-provider-zod'
import { z } from 'zod'
import type { Deps } from '../../usecases/deps.ts'
import { changeNotice, publishNotice, readNotices, stopNotice } from '../../usecases/township/notices.ts'
import { toNotice } from '../../views/notice-views.ts'
import { originOf } from './access.ts'
import { refusals } from './refusals.ts'

const params = z.strictObject({ id: z.uuid() })
const answer = { response: { 200: Notice, ...refusals } }
const KEEPERS = { actors: ['supervisor', 'admin'] as const }

/** the notices of the hall. */
export function noticeRoutes(deps: Deps): FastifyPluginAsyncZod {
  return async (app) => {
    app.get(
      '/notices',
      { config: KEEPERS, schema: { response: { 200: NoticeList, ...refusals } } },
      async () => ({ items: readNotices(deps).map(toNotice), next: null }),
    )
    app.post(
      '/notices',
      { config: KEEPERS, schema: { body: PublishNoticeBody, ...answer } },
      async (request) => {
        const { commandId, ...page } = request.body
        return toNotice(await publishNotice(deps, { origin: originOf(request, commandId), page }))
      },
    )
    app.post(
      '/notices/:id/change',
      { config: KEEPERS, schema: { params, body: ChangeNoticeBody, ...answer } },
      async (request) => {
        const { commandId, expectedVersion: version, ...page } = request.body
        const origin = originOf(request, commandId)
        return toNotice(await changeNotice(deps, { origin, id: request.params.id, version, page }))
      },
    )
    app.post(
      '/notices/:id/stop',
      { config: KEEPERS, schema: { params, body: StopNoticeBody, ...answer } },
      async (request) => {
        const { commandId, expectedVersion: version } = request.body
        const origin = originOf(request, commandId)
        return toNotice(await stopNotice(deps, { origin, id: request.params.id, version }))
      },
    )
  }
}
