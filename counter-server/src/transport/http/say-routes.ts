import { PublicAnswers, PublicAnswersQuery } from '@counter/shared/contract/public/answers'
import {
  Said,
  SayBody,
  SayPlaces,
  TrackLetter,
  TrackLetterBody,
} from '@counter/shared/contract/public/letter'
import { TrackLooks } from '@counter/shared/contract/public/looks'
import type { CommandId } from '@counter/shared/vocabulary/ids'
import { printedQueryCode } from '@counter/shared/vocabulary/number'
import type { FastifyPluginAsyncZod } from '@fastify/type-provider-zod'
import { Refusal } from '../../domain/refusal.ts'
import type { Deps } from '../../usecases/deps.ts'
import { readPublicAnswers } from '../../usecases/letters/publication.ts'
import { registerLetter } from '../../usecases/letters/register-letter.ts'
import { findTrackedLetter, readLetterLooks, readTrackedLetter } from '../../usecases/letters/track-letter.ts'
import { readCentre } from '../../usecases/township/read-centre.ts'
import { toPublicAnswers, toTrackLetter } from '../../views/letter-views.ts'
import { toTrackLooks } from '../../views/track-views.ts'
import { EVERYBODY } from './access.ts'
import { refusals } from './refusals.ts'
import { createTurns, type TurnRule } from './turns.ts'
import { createWrongCodes } from './wrong-codes.ts'

/** Behind the hall's own address stand many people, so its share is not a single person's. */
const TURNS: TurnRule = { perSource: 20, inAll: 200, spanMs: 3_600_000 }

/** P-5, `/say`: anybody writes, with or without a name, and reads the answer with number and code (C1304). */
export function sayRoutes(deps: Deps): FastifyPluginAsyncZod {
  const takeTurn = createTurns(TURNS)
  const wrong = createWrongCodes()

  // Whoever has link or code reads of the letter; too many wrong codes have to wait (P41).
  function findLetter({ ip, body }: { readonly ip: string; readonly body: TrackLetterBody }): string {
    const now = deps.store.now()
    const isTyped = !('token' in body)
    if (isTyped) wrong.requireTurn(ip, now)
    const id = deps.store.read((tx) => findTrackedLetter(tx, body))
    if (id !== null) return id
    if (isTyped) wrong.failed(ip, now)
    throw new Refusal('code.not_found')
  }

  return async (app) => {
    app.get(
      '/say',
      { config: { actors: EVERYBODY }, schema: { response: { 200: SayPlaces, ...refusals } } },
      async () => {
        const { supervisionPhone, dutyPhone } = deps.store.read(readCentre)
        return { supervisionPhone, dutyPhone }
      },
    )
    app.post(
      '/say',
      { config: { actors: EVERYBODY }, schema: { body: SayBody, response: { 200: Said, ...refusals } } },
      async (request) => {
        const { commandId, topic, isAboutStaff, text, name, phone } = request.body
        if (isAboutStaff) throw new Refusal('letter.about_staff')
        takeTurn(request.ip, deps.store.now())
        const origin = { actor: 'token', role: 'token', device: null, commandId: commandId as CommandId }
        const coming = {
          channel: 'website',
          topic,
          isAboutStaff,
          text,
          leader: '',
          isUrgent: false,
          people: 1,
          representatives: 1,
          about: null,
          external: null,
        } as const
        const writer = { name, phone: phone.trim(), address: '' }
        const asker = { origin, actor: 'token', staff: null } as const
        const { number, queryCode, token, dueOn } = await registerLetter(deps, asker, {
          coming,
          writer,
          arrived: null,
          answer: '',
        })
        return { number, queryCode: printedQueryCode(queryCode), token, dueOn }
      },
    )
    app.get(
      '/say/answers',
      {
        config: { actors: EVERYBODY },
        schema: { querystring: PublicAnswersQuery, response: { 200: PublicAnswers, ...refusals } },
      },
      async (request) => {
        const { answers, next } = readPublicAnswers(deps, { cursor: request.query.cursor, limit: 20 })
        return toPublicAnswers(answers, next)
      },
    )
    app.post(
      '/track/letter',
      {
        config: { actors: EVERYBODY },
        schema: { body: TrackLetterBody, response: { 200: TrackLetter, ...refusals } },
      },
      async (request) => {
        const id = findLetter(request)
        return deps.store.read((tx) => toTrackLetter(readTrackedLetter(tx, id)))
      },
    )
    app.post(
      '/track/letter/looks',
      {
        config: { actors: EVERYBODY },
        schema: { body: TrackLetterBody, response: { 200: TrackLooks, ...refusals } },
      },
      async (request) => {
        const id = findLetter(request)
        return toTrackLooks(deps.store.read((tx) => readLetterLooks(tx, id)))
      },
    )
  }
}
