import type { FastifyInstance } from 'fastify'
import { bookingRoutes } from '../transport/http/booking-routes.ts'
import { deskBookingRoutes } from '../transport/http/desk-booking-routes.ts'
import { deskRoutes } from '../transport/http/desk-routes.ts'
import { deviceRoutes } from '../transport/http/device-routes.ts'
import { greetRoutes } from '../transport/http/greet-routes.ts'
import { hallRoutes } from '../transport/http/hall-routes.ts'
import { leaseRoutes } from '../transport/http/lease-routes.ts'
import { noticeRoutes } from '../transport/http/notice-routes.ts'
import { paperDayRoutes } from '../transport/http/paper-day-routes.ts'
import { paperRoutes } from '../transport/http/paper-routes.ts'
import { phoneRoutes } from '../transport/http/phone-routes.ts'
import { quotaRoutes } from '../transport/http/quota-routes.ts'
import { ratingDeskRoutes } from '../transport/http/rating-desk-routes.ts'
import { ratingRoutes } from '../transport/http/rating-routes.ts'
import { remainingRoutes } from '../transport/http/remaining-routes.ts'
import { returnVisitRoutes } from '../transport/http/return-visit-routes.ts'
import { ticketRoutes } from '../transport/http/ticket-routes.ts'
import { windowRoutes } from '../transport/http/window-routes.ts'
import type { AppDeps } from './deps.ts'

/** Kiosk, wall, window and phone of those who come to the hall. */
export async function hallApi(api: FastifyInstance, deps: AppDeps): Promise<void> {
  await api.register(hallRoutes(deps), { prefix: '/api' })
  await api.register(leaseRoutes(deps), { prefix: '/api' })
  await api.register(paperRoutes(deps), { prefix: '/api' })
  await api.register(deviceRoutes(deps), { prefix: '/api' })
  await api.register(phoneRoutes(deps), { prefix: '/api' })
  await api.register(noticeRoutes(deps), { prefix: '/api' })
  await api.register(deskRoutes(deps), { prefix: '/api' })
  await api.register(windowRoutes(deps), { prefix: '/api' })
  await api.register(quotaRoutes(deps), { prefix: '/api' })
  await api.register(bookingRoutes(deps), { prefix: '/api' })
  await api.register(deskBookingRoutes(deps), { prefix: '/api' })
  await api.register(ticketRoutes(deps), { prefix: '/api' })
  await api.register(returnVisitRoutes(deps), { prefix: '/api' })
  await api.register(remainingRoutes(deps), { prefix: '/api' })
  await api.register(greetRoutes(deps), { prefix: '/api' })
  await api.register(paperDayRoutes(deps), { prefix: '/api' })
  await api.register(ratingDeskRoutes(deps), { prefix: '/api' })
  await api.register(ratingRoutes(deps), { prefix: '/api' })
}
