import { expect, test } from 'vitest'
import { aHall, aTicket, at, aWindow, RELIEF } from '../../../test/queue-fixtures.ts'
import { hallAlarm } from './hall-alarm.ts'
import { QUEUE_DEFAULTS } from './settings.ts'

// Every service takes exactly 8 minutes.
const outlook = {
  byTopic: new Map([[RELIEF, { configuredMean: 8, observed: Array.from({ length: 20 }, () => 8) }]]),
  observedInLine: 20,
  missShare: 0,
  returnShare: 0,
  paceSpread: 0,
  walkMinutes: 0,
  turnMinutes: 0,
  priority: [],
  sessions: [],
}
const queue = (count: number) =>
  Array.from({ length: count }, (_, index) => aTicket({ serial: index + 1, issuedAt: at('09:30') }))
const closed = (window: number, services = { relief: 'main' as const }) =>
  aWindow(window, { state: 'closed', duty: null, services })

test('[Q43] three people at one window are no alarm', () => {
  expect(hallAlarm(aHall({ waiting: queue(3) }), outlook, [RELIEF])).toBeNull()
})

test('[Q43] above 30 minutes it alarms, and says what one more window would do', () => {
  // Four services of 8 minutes are 32 at one window; two and two are 16 at two.
  const hall = aHall({ windows: [aWindow(1), closed(2)], waiting: queue(4) })
  expect(hallAlarm(hall, outlook, [RELIEF])).toEqual({
    waiting: 4,
    p80: 32,
    advice: { window: 2, fromP90: 32, toP90: 16 },
  })
})

test('[Q43] a closed window that serves something else is no advice', () => {
  const other = aWindow(2, { state: 'closed', duty: null, services: { social: 'main' } })
  const hall = aHall({ windows: [aWindow(1), other], waiting: queue(4) })
  expect(hallAlarm(hall, outlook, [RELIEF])).toEqual({ waiting: 4, p80: 32, advice: null })
})

test('[Q43] 15 people are an alarm also where no wait can be told, 14 are none', () => {
  const few = { ...outlook, observedInLine: 0 }
  expect(hallAlarm(aHall({ waiting: queue(15) }), few, [RELIEF])).toEqual({
    waiting: 15,
    p80: null,
    advice: null,
  })
  expect(hallAlarm(aHall({ waiting: queue(14) }), few, [RELIEF])).toBeNull()
})

test('[Q43] a hall says itself from how many people and above which wait it alarms', () => {
  const waiting = queue(4)
  const alarmed = (changes: Partial<typeof QUEUE_DEFAULTS>) =>
    hallAlarm(aHall({ waiting, settings: { ...QUEUE_DEFAULTS, ...changes } }), outlook, [RELIEF])
  // Four people wait 32 minutes: 32 is not above 32, and four are fewer than five.
  expect(alarmed({ alarmP80Minutes: 32, alarmWaiting: 5 })).toBeNull()
  expect(alarmed({ alarmP80Minutes: 31, alarmWaiting: 5 })).toMatchObject({ p80: 32 })
  expect(alarmed({ alarmP80Minutes: 32, alarmWaiting: 4 })).toMatchObject({ waiting: 4 })
})
