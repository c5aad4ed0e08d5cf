import { expect, test } from 'vitest'
import { aTicket, at } from '../../../test/queue-fixtures.ts'
import { QUEUE_DEFAULTS } from './settings.ts'
import type { Ticket } from './ticket.ts'
import { whyWaiting } from './why-waiting.ts'

const CASES: readonly [string, Partial<Ticket>, string, number | null][] = [
  ['in the order of arrival', {}, 'in_order', 20],
  ['with a head start', { cls: 'priority' }, 'priority', 20],
  ['at its appointed time', { cls: 'appointment' }, 'appointment', null],
  ['passed by later arrivals', { overtaken: 2 }, 'passed', 2],
  ['protected from now on', { overtaken: 6, protectedAt: at('09:30') }, 'protected', 6],
  ['back after it was missed', { rejoins: 1 }, 'rejoined', 3],
  ['postponed by its resident', { postpones: 1, rejoins: 1 }, 'postponed', 3],
  ['sent to one window', { directedWindow: 4, overtaken: 1 }, 'directed', 4],
]

test.each(CASES)('[Q19] a resident is told why the number waits %s', (_how, changes, reason, n) => {
  expect(whyWaiting(aTicket(changes), QUEUE_DEFAULTS)).toEqual({ reason, n })
})
