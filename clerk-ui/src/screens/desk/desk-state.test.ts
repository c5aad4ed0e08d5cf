import type { DeskTicket, WindowStateView } from '@counter/shared/contract/desk'
import { describe, expect, it } from 'vitest'
import { type DeskSigns, deskState } from './desk-state.ts'

const calm: DeskSigns = { net: 'online', isCalling: false, isUnsettled: false, isOutcomeOpen: false }
const seen = (waiting: number, state: 'open' | 'paused' = 'open'): WindowStateView => ({
  window: { window: 2, name: '2号窗口', state, reason: null, pausedAt: null, until: null, duty: null },
  tickets: [],
  figures: {
    waiting,
    order: [],
    servedToday: 0,
    rules: { undoSeconds: 8, holdAlertMinutes: 30, startsOnTyping: true },
  },
  heard: null,
  devices: [],
  cases: [],
})
const ticket = (status: 'called' | 'serving') => ({ status }) as DeskTicket

describe('what the centre of the workbench shows', () => {
  it.each([
    ['idle', seen(3), null, calm],
    ['idle-empty', seen(0), null, calm],
    ['paused', seen(3, 'paused'), null, calm],
    ['called', seen(3), ticket('called'), calm],
    ['serving', seen(3), ticket('serving'), calm],
    ['outcome', seen(3), ticket('serving'), { ...calm, isOutcomeOpen: true }],
    ['calling', seen(3), null, { ...calm, isCalling: true }],
    ['error', seen(3), null, { ...calm, isCalling: true, isUnsettled: true }],
    ['offline', seen(3), ticket('called'), { ...calm, net: 'offline' }],
  ] as const)('[U31] is %s', (state, view, current, signs) => {
    expect(deskState(view, current, signs)).toBe(state)
  })

  it('[U33] a finish that also calls shows that it is calling, not the number before', () => {
    expect(deskState(seen(3), ticket('serving'), { ...calm, isCalling: true })).toBe('calling')
  })
})
