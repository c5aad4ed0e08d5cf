import {
  ChangeDeviceBody,
  DeviceActBody,
  DeviceList,
  DeviceReportBody,
  DeviceReported,
} from '@counter/shared/contract/devices'
import { DeviceIdField, Done } from '@counter/shared/contract/fields'
import type { FastifyPluginAsyncZod } from '@fastify/type-provider-zod'
import { z } from 'zod'
import type { Presence } from '../../usecases/hall/presence.ts'
import { nameSpeakingWall } from '../../usecases/hall/speaking-wall.ts'
import {
  askForSound,
  changeDevice,
  readDevices,
  reportDevice,
  revokeDevice,
} from '../../usecases/people/devices.ts'
import type { ShuttingDeps } from '../../usecases/people/phone-life.ts'
import { toDeviceLine, toDeviceReported } from '../../views/device-views.ts'
import { originOf } from './access.ts'
import { refusals } from './refusals.ts'

export interface DeviceDeps extends ShuttingDeps {
  readonly presence: Presence
  readonly build: string
  /** Closes the sockets of an ended session at once (I39). */
  readonly onSessionEnded: (sessionId: string) => void
}

const params = z.strictObject({ id: DeviceIdField })
const done = { 200: Done, ...refusals }
const KEEPERS = { actors: ['supervisor', 'admin'] as const }

/** kiosks and walls as the administrator keeps them, and what they tell of themselves. */
export function deviceRoutes(deps: DeviceDeps): FastifyPluginAsyncZod {
  return async (app) => {
    app.get(
      '/devices',
      { config: KEEPERS, schema: { response: { 200: DeviceList, ...refusals } } },
      async () => {
        const { devices, villages } = readDevices(deps)
        return { items: devices.map(toDeviceLine), next: null, build: deps.build, villages: [...villages] }
      },
    )

    app.post(
      '/devices/:id/change',
      { config: KEEPERS, schema: { params, body: ChangeDeviceBody, response: done } },
      async (request) => {
        const { commandId, name, place, diagonalInches } = request.body
        const { id: device } = request.params
        return changeDevice(deps, {
          origin: originOf(request, commandId),
          device,
          name,
          place,
          diagonalInches,
        })
      },
    )

    app.post(
      '/devices/:id/revoke',
      { config: KEEPERS, schema: { params, body: DeviceActBody, response: done } },
      async (request) => {
        const origin = originOf(request, request.body.commandId)
        for (const id of await revokeDevice(deps, { origin, device: request.params.id }))
          deps.onSessionEnded(id)
        return { done: true as const }
      },
    )

    app.post(
      '/devices/:id/sound-test',
      { config: KEEPERS, schema: { params, body: DeviceActBody, response: done } },
      async (request) =>
        askForSound(deps, {
          origin: originOf(request, request.body.commandId),
          device: request.params.id,
        }),
    )

    app.post(
      '/devices/:id/speak',
      {
        config: { actors: ['wall', 'clerk', 'supervisor', 'admin'] },
        schema: { params, body: DeviceActBody, response: done },
      },
      async (request) =>
        nameSpeakingWall(deps, {
          origin: originOf(request, request.body.commandId),
          device: request.params.id,
        }),
    )

    app.post(
      '/devices/report',
      {
        config: { actors: ['kiosk', 'wall'] },
        schema: { body: DeviceReportBody, response: { 200: DeviceReported, ...refusals } },
      },
      async (request) => toDeviceReported(await reportDevice(deps, originOf(request, null), request.body)),
    )
  }
}
