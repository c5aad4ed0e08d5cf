import { BoxOpeningBody, BoxOpenings, DutyBody, DutyRoster } from '@counter/shared/contract/letter-bodies'
import type { FastifyPluginAsyncZod } from '@fastify/type-provider-zod'
import type { Deps } from '../../usecases/deps.ts'
import { openBox, readBox, readPeople, readRoster, setDuty } from '../../usecases/letters/duty.ts'
import { toBoxOpenings, toDutyRoster } from '../../views/duty-views.ts'
import { originOf, staffOf } from './access.ts'
import { refusals } from './refusals.ts'

const READERS = ['clerk', 'handler', 'supervisor', 'leader'] as const

/** The duty post of the 24-hour phone and the weekly opening of the box (cases.md 13). */
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
