import type { TrackTicket } from '@counter/shared/contract/public/track'
import type { Instant } from '@counter/shared/vocabulary/time'
import { describe, expect, test } from 'vitest'
import { nothingTracked, pollAfterMs, trackedAfterAnswer, trackedAfterNews } from './track.ts'

const NOW = '2026-06-12T01:40:00.000Z' as Instant
const ticket: TrackTicket = {
  what: 'ticket',
  number: '综 012',
  businessDate: '2026-06-12',
  status: 'waiting',
  topic: 'relief',
  window: null,
  ahead: 3,
  low: 10,
  high: 20,
  nowCalled: null,
  canRejoin: false,
  canPostpone: true,
  canRestore: false,
  notices: [],
  why: { reason: 'in_order', n: 20 },
  isExpired: false,
  version: 1,
}

describe('what a phone page knows', () => {
  test('[P-1] a snapshot shows the ticket and when it was heard', () => {
    const tracked = trackedAfterNews(nothingTracked, { type: 'snapshot', state: ticket }, NOW)
    expect(tracked).toEqual({ is: 'shown', state: ticket, heardAt: NOW, refused: null })
  })

  test('[P-1] the last of several changes stands', () => {
    const called = { ...ticket, status: 'called', window: 2, ahead: null, version: 3 }
    const changes = [
      { kind: 'ticket_changed', state: { ...ticket, ahead: 1, version: 2 } },
      { kind: 'ticket_changed', state: called },
    ]
    expect(trackedAfterNews(nothingTracked, { type: 'changed', changes }, NOW).state).toEqual(called)
  })

  test('[U10] silence keeps what is shown with its time', () => {
    const tracked = trackedAfterAnswer(nothingTracked, { ok: true, value: ticket }, NOW)
    const silence = { ok: false, code: 'offline', params: {}, fields: [] } as const
    expect(trackedAfterAnswer(tracked, silence, '2026-06-12T02:00:00.000Z' as Instant)).toBe(tracked)
    expect(trackedAfterAnswer(nothingTracked, silence, NOW).is).toBe('failed')
  })

  test('[P-1] a wrong secret shows nothing of what was there', () => {
    const tracked = trackedAfterAnswer(nothingTracked, { ok: true, value: ticket }, NOW)
    const wrong = { ok: false, code: 'code.not_found', params: {}, fields: [] } as const
    expect(trackedAfterAnswer(tracked, wrong, NOW)).toMatchObject({
      is: 'missing',
      state: null,
      refused: 'code.not_found',
    })
  })

  test('[P-1] asks every 10 s with at most two ahead, else every 30 s', () => {
    expect(pollAfterMs(ticket)).toBe(30_000)
    expect(pollAfterMs({ ...ticket, ahead: 2 })).toBe(10_000)
    expect(pollAfterMs({ ...ticket, status: 'called', ahead: null })).toBe(10_000)
    expect(pollAfterMs(null)).toBe(30_000)
  })
})
