import { Done } from '@counter/shared/contract/fields'
import {
  Challenge,
  ChallengeBody,
  Device,
  DeviceSessionBody,
  EnrolBody,
  Enrolment,
  EnrolmentBody,
  FirstAdministratorBody,
  SignInBody,
  SignOutBody,
  StaffSession,
  SwitchBody,
} from '@counter/shared/contract/people'
import { DEVICE_PAGES } from '@counter/shared/vocabulary/actor'
import type { FastifyPluginAsyncZod } from '@fastify/type-provider-zod'
import { createEnrolment, type DeviceDoor } from '../../usecases/people/enrolment.ts'
import { makeFirstAdministrator, type StartCode } from '../../usecases/people/first-administrator.ts'
import type { Passwords } from '../../usecases/people/passwords.ts'
import type { ShuttingDeps } from '../../usecases/people/phone-life.ts'
import { takeUpSession } from '../../usecases/people/phone-sessions.ts'
import { sessionRules } from '../../usecases/people/session-rules.ts'
import { signIn } from '../../usecases/people/sign-in.ts'
import type { SignInLimiter } from '../../usecases/people/sign-in-limiter.ts'
import { signOut } from '../../usecases/people/sign-out.ts'
import { toDevice, toStaffSession } from '../../views/people-views.ts'
import {
  COOKIES,
  cookieOf,
  deviceOf,
  EVERYBODY,
  originOf,
  phoneOf,
  STAFF,
  staffCookieOf,
  staffOf,
} from './access.ts'
import { refusals } from './refusals.ts'

export interface PeopleDeps extends ShuttingDeps {
  readonly passwords: Passwords
  readonly limiter: SignInLimiter
  readonly door: DeviceDoor
  readonly startCode: () => StartCode | null
  /** Closes the sockets of an ended session at once (P12, I39). */
  readonly onSessionEnded: (sessionId: string) => void
}

/** Signing in and out, enrolling devices, the first administrator (N9). */
export function sessionRoutes(deps: PeopleDeps): FastifyPluginAsyncZod {
  return async (app) => {
    app.post(
      '/sessions',
      {
        config: { actors: EVERYBODY },
        schema: { body: SignInBody, response: { 200: StaffSession, ...refusals } },
      },
      async (request, reply) => {
        const { token, signedIn } = await signIn(deps, deps.passwords, deps.limiter, {
          ...request.body,
          source: request.ip,
          phone: phoneOf(deps, request),
        })
        const { name, options } = staffCookieOf(signedIn, deps.store.now())
        return reply
          .setCookie(name, token, options)
          .send(toStaffSession(signedIn, sessionRules(deps, signedIn)))
      },
    )

    app.get(
      '/sessions/own',
      { config: { actors: STAFF }, schema: { response: { 200: StaffSession, ...refusals } } },
      async (request) => toStaffSession(staffOf(request), sessionRules(deps, staffOf(request))),
    )

    app.post(
      '/sessions/switch',
      {
        config: { actors: ['village'] },
        schema: { body: SwitchBody, response: { 200: StaffSession, ...refusals } },
      },
      async (request, reply) => {
        const known = request.cookies[COOKIES.staff]
        const { staffId: staff } = request.body
        const { token, signedIn } = await takeUpSession(deps, deviceOf(request), { staff, known })
        const { name, options } = staffCookieOf(signedIn, deps.store.now())
        if (token !== null) reply.setCookie(name, token, options)
        return toStaffSession(signedIn, sessionRules(deps, signedIn))
      },
    )

    app.post(
      '/sessions/end',
      {
        config: { actors: STAFF },
        schema: { body: SignOutBody, response: { 200: Done, ...refusals } },
      },
      async (request, reply) => {
        const { session } = staffOf(request)
        await signOut(deps, session, { origin: originOf(request, null), unsent: request.body.unsent ?? null })
        deps.onSessionEnded(session.id)
        const { name, options } = cookieOf('staff')
        return reply.clearCookie(name, options).send({ done: true as const })
      },
    )

    app.post(
      '/first-administrator',
      {
        config: { actors: EVERYBODY },
        schema: { body: FirstAdministratorBody, response: { 200: Done, ...refusals } },
      },
      async (request) => makeFirstAdministrator(deps, deps.passwords, deps.startCode(), request.body),
    )

    app.post(
      '/devices/enrol',
      { config: { actors: EVERYBODY }, schema: { body: EnrolBody, response: { 200: Device, ...refusals } } },
      async (request) => {
        const { formerId = null, ...asked } = request.body
        return toDevice(await deps.door.enrol({ ...asked, formerId, source: request.ip }))
      },
    )

    app.post(
      '/devices/challenge',
      {
        config: { actors: EVERYBODY },
        schema: { body: ChallengeBody, response: { 200: Challenge, ...refusals } },
      },
      async (request) => ({
        challenge: deps.door.challenge(request.body.deviceId),
      }),
    )

    app.post(
      '/devices/session',
      {
        config: { actors: EVERYBODY },
        schema: { body: DeviceSessionBody, response: { 200: Device, ...refusals } },
      },
      async (request, reply) => {
        const { token, signedIn } = await deps.door.session(request.body.deviceId, request.body.signature)
        const { name, options } = cookieOf(signedIn.device.kind)
        return reply
          .setCookie(name, token, { ...options, maxAge: 30 * 86_400 })
          .send(toDevice(signedIn.device))
      },
    )

    app.post(
      '/devices/lost-session',
      {
        config: { actors: EVERYBODY },
        schema: { body: DeviceSessionBody, response: { 200: Done, ...refusals } },
      },
      async (request, reply) => {
        const token = await deps.door.lostSession(request.body.deviceId, request.body.signature)
        const { name, options } = cookieOf('lost')
        return reply.setCookie(name, token, options).send({ done: true as const })
      },
    )

    app.post(
      '/enrolments',
      {
        config: { actors: ['supervisor', 'admin'] },
        schema: { body: EnrolmentBody, response: { 200: Enrolment, ...refusals } },
      },
      async (request) => {
        const { commandId, kind, name, village = null } = request.body
        const made = await createEnrolment(deps, {
          origin: originOf(request, commandId),
          kind,
          name,
          village,
        })
        return { ...made, link: `${deps.publicUrl}${DEVICE_PAGES[kind]}#enrol=${made.code}` }
      },
    )
  }
}
