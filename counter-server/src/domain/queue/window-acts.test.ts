import { describe, expect, test } from 'vitest'
import { aTicket, at, aWindow, CLERK, OTHER_CLERK, refusal } from '../../../test/queue-fixtures.ts'
import { requireFree, requireOnDuty } from './hall-window.ts'
import { closeWindow, openWindow, pauseWindow, resumeWindow, takeOverWindow } from './window-acts.ts'

const opening = { staff: OTHER_CLERK, device: null, elsewhere: null, now: at('09:40') }
const closed = aWindow(2, { state: 'closed', duty: null })
const busy = aWindow(2, { occupant: aTicket({ serial: 7, status: 'serving', window: 2 }) })
const pause = { reason: '去取材料', until: null, now: at('10:30') }

describe('a window', () => {
  test('[Q20] opens with a duty', () => {
    expect(openWindow(closed, opening).window).toMatchObject({
      state: 'open',
      duty: { staff: OTHER_CLERK, openedAt: at('09:40') },
    })
  })

  test('[Q20] in use is refused with since when', () => {
    expect(() => openWindow(aWindow(2), opening)).toThrow(
      expect.objectContaining(refusal('window.in_use', { w: 2, t: '08:30' })),
    )
  })

  test('[QT11] is not opened for a clerk who has one already', () => {
    expect(() => openWindow(closed, { ...opening, elsewhere: aWindow(4) })).toThrow(
      expect.objectContaining(refusal('window.in_use', { w: 4, t: '08:30' })),
    )
  })

  test('[Q20] is taken over with a reason, and its ticket stays', () => {
    expect(() => takeOverWindow(busy, opening, null)).toThrow(
      expect.objectContaining(refusal('reason.required')),
    )
    const { window, event } = takeOverWindow(busy, opening, '换班')
    expect(window).toMatchObject({ duty: { staff: OTHER_CLERK }, occupant: { number: '综 007' } })
    expect(event.data).toMatchObject({ from: CLERK, clerk: OTHER_CLERK, reason: '换班' })
  })

  test('[Q22] does not close or pause while it has a ticket', () => {
    const refused = expect.objectContaining(refusal('window.busy', { n: '综 007' }))
    expect(() => closeWindow(busy, CLERK, [])).toThrow(refused)
    expect(() => pauseWindow(busy, CLERK, pause)).toThrow(refused)
  })

  test('[Q22] gives back what it held and what was directed to it, under the same keys', () => {
    const tickets = [
      aTicket({ serial: 1, status: 'held', window: 2 }),
      aTicket({ serial: 2, directedWindow: 2 }),
      aTicket({ serial: 3, status: 'missed', directedWindow: 2 }),
      aTicket({ serial: 4, status: 'held', window: 3 }),
      aTicket({ serial: 5, directedWindow: 3 }),
      aTicket({ serial: 6 }),
    ]
    const { window, released } = closeWindow(aWindow(2), CLERK, tickets)
    expect(window).toMatchObject({ state: 'closed', duty: null })
    expect(
      released.map(({ ticket, event }) => [ticket.serial, ticket.status, ticket.directedWindow, event.type]),
    ).toEqual([
      [1, 'waiting', null, 'ticket.released'],
      [2, 'waiting', null, 'ticket.released'],
      [3, 'missed', null, 'ticket.released'],
    ])
    expect(released.map(({ ticket }) => ticket.callKey)).toEqual(
      tickets.slice(0, 3).map(({ callKey }) => callKey),
    )
  })

  test('[Q23] pauses with a reason and an optional end, and goes on', () => {
    expect(() => pauseWindow(aWindow(2), CLERK, { ...pause, reason: null })).toThrow(
      expect.objectContaining(refusal('reason.required')),
    )
    const { window } = pauseWindow(aWindow(2), CLERK, { ...pause, until: at('10:45') })
    expect(window).toMatchObject({
      state: 'paused',
      duty: { pausedAt: at('10:30'), reason: '去取材料', until: at('10:45') },
    })
    expect(resumeWindow(window, CLERK).window).toEqual(aWindow(2))
  })

  test('[Q23] refuses who is not on duty there, and everybody while closed or paused', () => {
    const paused = aWindow(2, { state: 'paused' })
    expect(() => requireOnDuty(closed, CLERK)).toThrow(expect.objectContaining(refusal('window.not_open')))
    expect(() => requireOnDuty(paused, CLERK)).toThrow(expect.objectContaining(refusal('window.paused')))
    expect(() => requireOnDuty(aWindow(2), OTHER_CLERK)).toThrow(
      expect.objectContaining(refusal('window.not_yours')),
    )
    expect(() => requireFree(closed)).toThrow(expect.objectContaining(refusal('window.not_open')))
    expect(() => requireFree(paused)).toThrow(expect.objectContaining(refusal('window.paused')))
  })
})
