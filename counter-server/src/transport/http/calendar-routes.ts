import {
  CalendarPage,
  ChangePreview,
  ClockChange,
  ConfirmClockBody,
  EnterChangeBody,
  PublishChangeBody,
  WithdrawChangeBody,
} from '@counter/shared/contract/calendar'
import type { FastifyPluginAsyncZod } from '@fastify/type-provider-zod'
import { z } from 'zod'
import type { ChangeFacts } from '../../usecases/cases/change-facts.ts'
import { enterChange } from '../../usecases/cases/enter-change.ts'
import { type Previews, previewChange } from '../../usecases/cases/preview-change.ts'
import { publishChange, withdrawChange } from '../../usecases/cases/publish-change.ts'
import { readCalendars, withCalendar } from '../../usecases/cases/read-calendars.ts'
import type { Deps } from '../../usecases/deps.ts'
import { confirmClock, type MachineClock } from '../../usecases/record/watch-clock.ts'
import { toCalendarPage, toChangePreview, toClockChange } from '../../views/calendar-views.ts'
import { originOf } from './access.ts'
import { refusals } from './refusals.ts'

/** Everything the calendars need besides the use cases' own world. */
export interface CalendarDeps extends Deps {
  readonly previews: Previews
  /** Brings the open cases up to the rules in force; the tick does the same (C604). */
  readonly sweepClocks: () => Promise<unknown>
  /** The machine's clock, which an administrator takes as right again (R8). */
  readonly machine: MachineClock | null
}

const params = z.strictObject({ id: z.uuid() })
const READERS = { actors: ['admin', 'supervisor', 'leader'] as const }
const EITHER = { actors: ['admin', 'supervisor'] as const }
const ENTERS = { actors: ['admin'] as const }
const PUBLISHES = { actors: ['supervisor'] as const }
const changed = { response: { 200: ClockChange, ...refusals } }

/** calendars and the settings that move due dates; one person enters, another publishes (C603). */
export function calendarRoutes(deps: CalendarDeps): FastifyPluginAsyncZod {
  const shown = (facts: ChangeFacts) => deps.store.read((tx) => toClockChange(withCalendar(tx, facts)))
  return async (app) => {
    app.get(
      '/calendars',
      { config: READERS, schema: { response: { 200: CalendarPage, ...refusals } } },
      async () => toCalendarPage(readCalendars(deps)),
    )
    app.post(
      '/clock/confirm',
      { config: ENTERS, schema: { body: ConfirmClockBody, response: { 200: CalendarPage, ...refusals } } },
      async (request) => {
        const { commandId, reason } = request.body
        await confirmClock(deps, { origin: originOf(request, commandId), reason })
        return toCalendarPage(readCalendars(deps))
      },
    )
    app.post(
      '/clock-changes',
      { config: ENTERS, schema: { body: EnterChangeBody, ...changed } },
      async (request) => {
        const { commandId, reason, ...wanted } = request.body
        return shown(await enterChange(deps, { origin: originOf(request, commandId), wanted, reason }))
      },
    )
    app.get(
      '/clock-changes/:id/preview',
      { config: EITHER, schema: { params, response: { 200: ChangePreview, ...refusals } } },
      async (request) => toChangePreview(await previewChange(deps, request.params.id)),
    )
    app.post(
      '/clock-changes/:id/publish',
      { config: PUBLISHES, schema: { params, body: PublishChangeBody, ...changed } },
      async (request) => {
        const { commandId, preview } = request.body
        const origin = originOf(request, commandId)
        const facts = await publishChange(deps, { origin, id: request.params.id, preview })
        // Whoever publishes does not wait for thousands of cases; what is left over the next tick takes up.
        deps
          .sweepClocks()
          .catch((error: unknown) => request.log.error({ err: error }, 'cases not brought up'))
        return shown(facts)
      },
    )
    app.post(
      '/clock-changes/:id/withdraw',
      { config: EITHER, schema: { params, body: WithdrawChangeBody, ...changed } },
      async (request) => {
        const { commandId, reason } = request.body
        const origin = originOf(request, commandId)
        return shown(await withdrawChange(deps, { origin, id: request.params.id, reason }))
      },
    )
  }
}
