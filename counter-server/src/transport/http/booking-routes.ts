import { CheckedIn, CheckInBody } from '@counter/shared/contract/booking'
import {
  Booking,
  BookingSecret,
  BookingTaken,
  BookingTopics,
  CancelOwnBody,
  ChangeOwnBody,
  FreeBands,
  FreeQuery,
  TakeBookingBody,
} from '@counter/shared/contract/public/booking'
import type { BookingId, CommandId, TopicKey } from '@counter/shared/vocabulary/ids'
import type { PlainDate, PlainTime } from '@counter/shared/vocabulary/time'
import type { FastifyPluginAsyncZod } from '@fastify/type-provider-zod'
import type { FastifyRequest } from 'fastify'
import type { Place } from '../../domain/booking/booking.ts'
import { Refusal } from '../../domain/refusal.ts'
import type { Tx } from '../../store/tx.ts'
import { cancelPlace, changePlace } from '../../usecases/booking/booking-acts.ts'
import { checkInBooking } from '../../usecases/booking/check-in.ts'
import {
  findBookingOfCode,
  findBookingOfPerson,
  findBookingOfToken,
  requireBooking,
} from '../../usecases/booking/find-booking.ts'
import { readBookingSettings, readFreeDays } from '../../usecases/booking/free-bands.ts'
import { makeBooking } from '../../usecases/booking/make-booking.ts'
import { readCentre } from '../../usecases/township/read-centre.ts'
import {
  toBookingTaken,
  toBookingTopics,
  toCheckedIn,
  toFreeBands,
  toPublicBooking,
} from '../../views/booking-views.ts'
import { EVERYBODY, originOf } from './access.ts'
import type { HallDeps } from './hall-routes.ts'
import { refusals } from './refusals.ts'
import { createWrongCodes } from './wrong-codes.ts'

/** What a page of zod/mini names as plain text, by the names of the trade. */
export function placeOf({ topic, date, band }: { topic: string; date: string; band: string }): Place {
  return { topic: topic as TopicKey, date: date as PlainDate, band: band as PlainTime }
}

const RESIDENT = { config: { actors: EVERYBODY } }
/** Whoever would fill the bands in other people's names is soon stopped; a household is not (decision 014). */
const TAKE_LIMIT = { max: 30, timeWindow: '1 hour' }

/** Bookings from the phone and check-in at the kiosk, without a login; every wrong secret answers alike (Q36 to Q39, P41). */
export function bookingRoutes(deps: HallDeps): FastifyPluginAsyncZod {
  const wrong = createWrongCodes()

  function find(request: FastifyRequest, look: (tx: Tx) => BookingId | null): BookingId {
    const source = request.asker.device?.device.id ?? request.ip
    wrong.requireTurn(source, deps.store.now())
    const id = deps.store.read((tx) => look(tx) as never) as BookingId | null
    if (id !== null) return id
    wrong.failed(source, deps.store.now())
    throw new Refusal('booking.unknown')
  }

  const ofToken = (request: FastifyRequest, token: string) =>
    find(request, (tx) => findBookingOfToken(tx, token))

  return async (app) => {
    app.get(
      '/bookings/topics',
      { ...RESIDENT, schema: { response: { 200: BookingTopics, ...refusals } } },
      async () => deps.store.read((tx) => toBookingTopics(readCentre(tx), readBookingSettings(tx))),
    )
    app.get(
      '/bookings/free',
      { ...RESIDENT, schema: { querystring: FreeQuery, response: { 200: FreeBands, ...refusals } } },
      async (request) =>
        deps.store.read((tx) => toFreeBands(readFreeDays(tx, request.query.topic as TopicKey))),
    )
    app.post(
      '/bookings/take',
      {
        config: { actors: EVERYBODY, rateLimit: TAKE_LIMIT },
        schema: { body: TakeBookingBody, response: { 200: BookingTaken, ...refusals } },
      },
      async (request) => {
        const { commandId, phone, ...place } = request.body
        const origin = originOf(request, commandId as CommandId)
        const booked = await makeBooking(deps, { origin, place: placeOf(place), phone, channel: 'phone' })
        return toBookingTaken(booked, deps.publicUrl)
      },
    )
    app.post(
      '/bookings/own',
      { ...RESIDENT, schema: { body: BookingSecret, response: { 200: Booking, ...refusals } } },
      async (request) => {
        const secret = request.body
        const id =
          'token' in secret
            ? ofToken(request, secret.token)
            : find(request, (tx) => findBookingOfPerson(tx, secret.code, secret.phone))
        return deps.store.read((tx) => toPublicBooking(requireBooking(tx, id)))
      },
    )
    app.post(
      '/bookings/own/change',
      { ...RESIDENT, schema: { body: ChangeOwnBody, response: { 200: Booking, ...refusals } } },
      async (request) => {
        const { commandId, token, ...place } = request.body
        const origin = originOf(request, commandId as CommandId)
        const id = ofToken(request, token)
        return toPublicBooking(await changePlace(deps, { origin, id, place: placeOf(place) }))
      },
    )
    app.post(
      '/bookings/own/cancel',
      { ...RESIDENT, schema: { body: CancelOwnBody, response: { 200: Booking, ...refusals } } },
      async (request) => {
        const { commandId, token } = request.body
        const origin = originOf(request, commandId as CommandId)
        return toPublicBooking(await cancelPlace(deps, { origin, id: ofToken(request, token) }))
      },
    )
    app.post(
      '/bookings/check-in',
      {
        config: { actors: ['kiosk'] },
        schema: { body: CheckInBody, response: { 200: CheckedIn, ...refusals } },
      },
      async (request) => {
        const body = request.body
        const id =
          'token' in body
            ? ofToken(request, body.token)
            : find(request, (tx) => findBookingOfCode(tx, body.code))
        const origin = originOf(request, body.commandId)
        return toCheckedIn(await checkInBooking(deps, { origin, id, channel: 'kiosk' }), deps.publicUrl)
      },
    )
  }
}
