import { Done, Page } from '@counter/shared/contract/fields'
import { History } from '@counter/shared/contract/history'
import { AddWindowBody, RenameWindowBody, RetireWindowBody } from '@counter/shared/contract/window-plan'
import type { FastifyPluginAsyncZod } from '@fastify/type-provider-zod'
import { z } from 'zod'
import type { Deps } from '../../usecases/deps.ts'
import { changeWindow } from '../../usecases/hall/change-windows.ts'
import { readHistory } from '../../usecases/people/read-history.ts'
import { toHistory } from '../../views/history-views.ts'
import { originOf } from './access.ts'
import { refusals } from './refusals.ts'

const windowParams = z.strictObject({ window: z.coerce.number().int().min(1).max(99) })
const ADMIN = { config: { actors: ['admin'] as const } }
const done = { response: { 200: Done, ...refusals } }

/** The administrator's windows: added, renamed, retired, and who took which over. */
export function windowRoutes(deps: Deps): FastifyPluginAsyncZod {
  return async (app) => {
    app.post('/windows', { ...ADMIN, schema: { body: AddWindowBody, ...done } }, async (request) => {
      const { commandId, window, name, reason } = request.body
      const change = { kind: 'add', name, reason } as const
      return changeWindow(deps, { origin: originOf(request, commandId), window, change })
    })
    app.post(
      '/windows/:window/rename',
      { ...ADMIN, schema: { params: windowParams, body: RenameWindowBody, ...done } },
      async (request) => {
        const { commandId, name, reason } = request.body
        return changeWindow(deps, {
          origin: originOf(request, commandId),
          window: request.params.window,
          change: { kind: 'rename', name, reason },
        })
      },
    )
    app.post(
      '/windows/:window/retire',
      { ...ADMIN, schema: { params: windowParams, body: RetireWindowBody, ...done } },
      async (request) => {
        const { commandId, reason, isConfirmed = false } = request.body
        return changeWindow(deps, {
          origin: originOf(request, commandId),
          window: request.params.window,
          change: { kind: 'retire', reason, isConfirmed },
        })
      },
    )
    app.get(
      '/windows/:window/history',
      {
        config: { actors: ['admin', 'supervisor'] },
        schema: {
          params: windowParams,
          querystring: z.strictObject(Page),
          response: { 200: History, ...refusals },
        },
      },
      async (request) => {
        const { cursor = null, limit } = request.query
        return toHistory(readHistory(deps, `window:${request.params.window}`, { cursor, limit }))
      },
    )
  }
}
