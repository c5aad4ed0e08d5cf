import { ChangeSettingBody, Setting, SettingList } from '@counter/shared/contract/settings'
import type { FastifyPluginAsyncZod } from '@fastify/type-provider-zod'
import { z } from 'zod'
import type { Deps } from '../../usecases/deps.ts'
import { changeSetting, readAllSettings } from '../../usecases/hall/change-setting.ts'
import { toSetting } from '../../views/setting-views.ts'
import { originOf } from './access.ts'
import { refusals } from './refusals.ts'

const ADMIN = { config: { actors: ['admin'] as const } }

/** The ⚙ settings, for the administrator alone (C1502, A-7). */
export function settingRoutes(deps: Deps): FastifyPluginAsyncZod {
  return async (app) => {
    app.get('/settings', { ...ADMIN, schema: { response: { 200: SettingList, ...refusals } } }, async () => ({
      items: readAllSettings(deps).map(toSetting),
      next: null,
    }))
    app.post(
      '/settings/:key',
      {
        ...ADMIN,
        schema: {
          params: z.strictObject({ key: z.string().min(1).max(60) }),
          body: ChangeSettingBody,
          response: { 200: Setting, ...refusals },
        },
      },
      async (request) => {
        const { commandId, value, reason } = request.body
        return toSetting(
          await changeSetting(deps, {
            origin: originOf(request, commandId),
            key: request.params.key,
            value,
            reason,
          }),
        )
      },
    )
  }
}
