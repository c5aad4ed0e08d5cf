import { DeviceIdField, Done, TicketIdField } from '@counter/shared/contract/fields'
import {
  OwnPrinter,
  PaperActBody,
  PaperTrail,
  PictureBody,
  PinBody,
  Printers,
  PrintReportBody,
  ScaleBody,
  SentPaper,
  SetPinBody,
  SetPrinterBody,
  Slip,
} from '@counter/shared/contract/paper'
import type { FastifyPluginAsyncZod } from '@fastify/type-provider-zod'
import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { Raster } from '../../domain/paper/raster.ts'
import { changePaper } from '../../usecases/paper/change-paper.ts'
import { readOwnPrinter } from '../../usecases/paper/own-printer.ts'
import { printAgain } from '../../usecases/paper/print-again.ts'
import { readPapers } from '../../usecases/paper/read-papers.ts'
import type { PaperSender } from '../../usecases/paper/send-paper.ts'
import { readPrinters, setPrinter } from '../../usecases/paper/set-printer.ts'
import { reportPrint } from '../../usecases/paper/settle-paper.ts'
import { checkKioskPin, saveOwnScale, setKioskPin } from '../../usecases/people/kiosk-staff.ts'
import { toPaperTrail, toPrinters, toSlip } from '../../views/paper-views.ts'
import { deviceOf, originOf } from './access.ts'
import { refusals } from './refusals.ts'
import type { PeopleDeps } from './session-routes.ts'

export interface PaperDeps extends PeopleDeps {
  readonly papers: PaperSender
}

// Whoever gives numbers prints them.
const PRINTS = { config: { actors: ['kiosk', 'clerk', 'supervisor'] as const } }
const KIOSK = { config: { actors: ['kiosk'] as const } }
const ADMIN = { config: { actors: ['admin'] as const } }
const jobParams = z.strictObject({ id: z.uuid() })
// The longest slip of 80 mm in base64 is some 85 KB.
const PICTURE_LIMIT = 98_304

/** Papers and the printers they come out of (Q44, Q45, U30), and the staff page of a kiosk (K-10). */
export function paperRoutes(deps: PaperDeps): FastifyPluginAsyncZod {
  return async (app) => {
    app.post(
      '/print-jobs/:id/report',
      {
        ...PRINTS,
        schema: { params: jobParams, body: PrintReportBody, response: { 200: Done, ...refusals } },
      },
      async (request) => {
        const { commandId, state } = request.body
        return reportPrint(deps, { origin: originOf(request, commandId), id: request.params.id, state })
      },
    )

    app.post(
      '/print-jobs/:id/send',
      {
        ...PRINTS,
        bodyLimit: PICTURE_LIMIT,
        schema: { params: jobParams, body: PictureBody, response: { 200: SentPaper, ...refusals } },
      },
      async (request) =>
        deps.papers.send({
          origin: originOf(request, request.body.commandId),
          place: placeOf(request),
          raster: rasterOf(request.body),
          id: request.params.id,
        }),
    )

    app.post(
      '/print-jobs/:id/again',
      { ...PRINTS, schema: { params: jobParams, body: PaperActBody, response: { 200: Slip, ...refusals } } },
      async (request) => {
        const origin = originOf(request, request.body.commandId)
        return toSlip(await printAgain(deps, { origin, id: request.params.id }), deps.publicUrl)
      },
    )

    app.get(
      '/tickets/:id/papers',
      {
        config: { actors: ['clerk', 'supervisor'] },
        schema: {
          params: z.strictObject({ id: TicketIdField }),
          response: { 200: PaperTrail, ...refusals },
        },
      },
      async (request) => toPaperTrail(readPapers(deps, request.params.id)),
    )

    app.get(
      '/printers/own',
      { ...PRINTS, schema: { response: { 200: OwnPrinter, ...refusals } } },
      async (request) => readOwnPrinter(deps, placeOf(request)),
    )

    app.post(
      '/printers/own/test',
      {
        ...PRINTS,
        bodyLimit: PICTURE_LIMIT,
        schema: { body: PictureBody, response: { 200: SentPaper, ...refusals } },
      },
      async (request) =>
        deps.papers.sendTest({
          origin: originOf(request, request.body.commandId),
          place: placeOf(request),
          raster: rasterOf(request.body),
        }),
    )

    app.get('/printers', { ...ADMIN, schema: { response: { 200: Printers, ...refusals } } }, async () =>
      toPrinters(readPrinters(deps)),
    )

    app.post(
      '/printers',
      { ...ADMIN, schema: { body: SetPrinterBody, response: { 200: Done, ...refusals } } },
      async (request) => {
        const { commandId, place, printer } = request.body
        const row = printer.kind === 'network' ? printer : { ...printer, host: null, port: null }
        return setPrinter(deps, { origin: originOf(request, commandId), place, printer: row })
      },
    )

    app.post(
      '/devices/:id/pin',
      {
        ...ADMIN,
        schema: {
          params: z.strictObject({ id: DeviceIdField }),
          body: SetPinBody,
          response: { 200: Done, ...refusals },
        },
      },
      async (request) => {
        const { commandId, pin } = request.body
        const command = { origin: originOf(request, commandId), device: request.params.id, pin }
        return setKioskPin(deps, deps.passwords, command)
      },
    )

    app.post(
      '/devices/own/pin',
      { ...KIOSK, schema: { body: PinBody, response: { 200: Done, ...refusals } } },
      async (request) =>
        checkKioskPin(deps, deps, {
          device: deviceOf(request),
          origin: originOf(request, null),
          pin: request.body.pin,
        }),
    )

    app.post(
      '/devices/own/paper',
      { ...KIOSK, schema: { body: PaperActBody, response: { 200: Done, ...refusals } } },
      async (request) =>
        changePaper(deps, {
          origin: originOf(request, request.body.commandId),
          device: deviceOf(request).id,
        }),
    )

    app.post(
      '/devices/own/scale',
      { ...KIOSK, schema: { body: ScaleBody, response: { 200: Done, ...refusals } } },
      async (request) => {
        const { commandId, pxPerMm } = request.body
        return saveOwnScale(deps, {
          origin: originOf(request, commandId),
          device: deviceOf(request).id,
          pxPerMm,
        })
      },
    )
  }
}

// A kiosk prints where it stands, a clerk at the window of the own duty.
function placeOf({ asker }: FastifyRequest) {
  if (asker.device !== null) return { device: asker.device.device.id }
  const window = asker.staff?.window ?? null
  return window === null ? null : { window }
}

function rasterOf({ width, height, dots }: z.infer<typeof PictureBody>): Raster {
  return { width, height, dots: Buffer.from(dots, 'base64') }
}
