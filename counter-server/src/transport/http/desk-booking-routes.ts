import {
  BookingList,
  BookingMade,
  BookingQuery,
  ChangeBookingBody,
  CheckedIn,
  DeskBooking,
  FindBookingBody,
  MakeBookingBody,
  MoveBody,
  PlainBookingBody,
} from '@counter/shared/contract/booking'
import { BookingIdField, TicketIdField } from '@counter/shared/contract/fields'
import type { FastifyPluginAsyncZod } from '@fastify/type-provider-zod'
import { z } from 'zod'
import { Refusal } from '../../domain/refusal.ts'

import { cancelPlace, changePlace } from '../../usecases/booking/booking-acts.ts'
import { checkInBooking } from '../../usecases/booking/check-in.ts'
import { findBookingOfCode, requireBooking } from '../../usecases/booking/find-booking.ts'
import { makeBooking } from '../../usecases/booking/make-booking.ts'
import { moveToBooking } from '../../usecases/booking/move-ticket.ts'
import { listedBooking, readBookings } from '../../usecases/booking/read-bookings.ts'
import { toBookingMade, toCheckedIn, toDeskBooking, toListedBooking } from '../../views/booking-views.ts'
import { originOf, staffOf } from './access.ts'
import { placeOf } from './booking-routes.ts'
import type { HallDeps } from './hall-routes.ts'
import { refusals } from './refusals.ts'

const params = z.strictObject({ id: BookingIdField })
const CLERK = { config: { actors: ['clerk'] as const } }
/** At the end of a day the supervisor helps to find a place for whoever is left (Q42). */
const READERS = { config: { actors: ['clerk', 'supervisor'] as const } }

/** What a clerk does with bookings: for somebody without a phone, by a code that is read out, at the end of a day (Q38, Q39, Q42). */
export function deskBookingRoutes(deps: HallDeps): FastifyPluginAsyncZod {
  return async (app) => {
    app.get(
      '/bookings',
      { ...READERS, schema: { querystring: BookingQuery, response: { 200: BookingList, ...refusals } } },
      async (request) => ({
        items: deps.store.read((tx) => readBookings(tx, request.query.date).map(toListedBooking)),
        next: null,
      }),
    )
    app.post(
      '/bookings',
      { ...CLERK, schema: { body: MakeBookingBody, response: { 200: BookingMade, ...refusals } } },
      async (request) => {
        const { commandId, phone, ...place } = request.body
        const origin = originOf(request, commandId)
        const booked = await makeBooking(deps, { origin, place: placeOf(place), phone, channel: 'desk' })
        return toBookingMade(booked, deps.publicUrl)
      },
    )
    app.post(
      '/bookings/find',
      { ...READERS, schema: { body: FindBookingBody, response: { 200: DeskBooking, ...refusals } } },
      async (request) =>
        deps.store.read((tx) => {
          const id = findBookingOfCode(tx, request.body.code)
          if (id === null) throw new Refusal('booking.unknown')
          return toListedBooking(listedBooking(tx, requireBooking(tx, id)))
        }),
    )
    app.post(
      '/bookings/:id/change',
      { ...CLERK, schema: { params, body: ChangeBookingBody, response: { 200: DeskBooking, ...refusals } } },
      async (request) => {
        const { commandId, ...place } = request.body
        const origin = originOf(request, commandId)
        return toDeskBooking(
          await changePlace(deps, { origin, id: request.params.id, place: placeOf(place) }),
        )
      },
    )
    app.post(
      '/bookings/:id/cancel',
      { ...CLERK, schema: { params, body: PlainBookingBody, response: { 200: DeskBooking, ...refusals } } },
      async (request) => {
        const origin = originOf(request, request.body.commandId)
        return toDeskBooking(await cancelPlace(deps, { origin, id: request.params.id }))
      },
    )
    app.post(
      '/bookings/:id/check-in',
      { ...CLERK, schema: { params, body: PlainBookingBody, response: { 200: CheckedIn, ...refusals } } },
      async (request) => {
        const origin = originOf(request, request.body.commandId)
        const arrived = await checkInBooking(deps, { origin, id: request.params.id, channel: 'desk' })
        return toCheckedIn(arrived, deps.publicUrl)
      },
    )
    app.post(
      '/tickets/:id/move',
      {
        ...READERS,
        schema: {
          params: z.strictObject({ id: TicketIdField }),
          body: MoveBody,
          response: { 200: BookingMade, ...refusals },
        },
      },
      async (request) => {
        const { commandId, expectedVersion, date, band, phone, reason } = request.body
        const { window } = staffOf(request)
        const booked = await moveToBooking(deps, {
          origin: originOf(request, commandId),
          window,
          ticket: request.params.id,
          expectedVersion: expectedVersion ?? null,
          to: placeOf({ topic: '', date, band }),
          phone,
          reason,
        })
        return toBookingMade(booked, deps.publicUrl)
      },
    )
  }
}
