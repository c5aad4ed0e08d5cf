import {
  BookReadBody,
  BookReadings,
  BoxOpeningBody,
  BoxOpenings,
  DutyBody,
  DutyRoster,
} from '@counter/shared/contract/letter-bodies'
import type { FastifyPluginAsyncZod } from '@fastify/type-provider-zod'
import type { Deps } from '../../usecases/deps.ts'
import { noteBookRead, readBook } from '../../usecases/letters/book.ts'
import { openBox, readBox, readPeople, readRoster, setDuty } from '../../usecases/letters/duty.ts'
import { toBookReadings, toBoxOpenings, toDutyRoster } from '../../views/duty-views.ts'
import { originOf, staffOf } from './access.ts'
import { refusals } from './refusals.ts'

const READERS = ['clerk', 'handler', 'supervisor', 'leader'] as const

/** The duty post of the 24-hour phone, the weekly opening of the box and the daily reading of the book (cases.md 13). */
export function dutyRoutes(deps: Deps): FastifyPluginAsyncZod {
  const people = () => deps.store.read(readPeople)
  return async (app) => {
    app.get(
      '/duty',
      { config: { actors: READERS }, schema: { response: { 200: DutyRoster, ...refusals } } },
      async (request) => {
        const mayChange = request.asker.actor === 'supervisor'
        return toDutyRoster(deps.store.read(readRoster), mayChange ? people() : [])
      },
    )
    app.post(
      '/duty',
      {
        config: { actors: ['supervisor'] },
        schema: { body: DutyBody, response: { 200: DutyRoster, ...refusals } },
      },
      async (request) => {
        const { commandId, ...duty } = request.body
        return toDutyRoster(await setDuty(deps, { origin: originOf(request, commandId), ...duty }), people())
      },
    )
    app.get(
      '/book-readings',
      { config: { actors: READERS }, schema: { response: { 200: BookReadings, ...refusals } } },
      async () => toBookReadings(deps.store.read(readBook)),
    )
    app.post(
      '/book-readings',
      {
        config: { actors: ['clerk', 'supervisor'] },
        schema: { body: BookReadBody, response: { 200: BookReadings, ...refusals } },
      },
      async (request) => {
        const { commandId, count } = request.body
        const asked = { origin: originOf(request, commandId), staff: staffOf(request).staff.id, count }
        return toBookReadings(await noteBookRead(deps, asked))
      },
    )
    app.get(
      '/box-openings',
      { config: { actors: READERS }, schema: { response: { 200: BoxOpenings, ...refusals } } },
      async () => toBoxOpenings(deps.store.read(readBox), people()),
    )
    app.post(
      '/box-openings',
      {
        config: { actors: ['clerk', 'supervisor'] },
        schema: { body: BoxOpeningBody, response: { 200: BoxOpenings, ...refusals } },
      },
      async (request) => {
        const { commandId, second, count } = request.body
        const first = staffOf(request).staff.id
        const origin = originOf(request, commandId)
        return toBoxOpenings(await openBox(deps, { origin, first, second, count }), people())
      },
    )
  }
}
