import type { FollowUpView, RatingBoard } from '@counter/shared/contract/ratings'

/** A 差评 on which nobody has worked yet. */
export const FOLLOW_UP = {
  id: '019eb2a0-0000-4000-8000-000000000071',
  kind: 'ticket',
  number: '综 012',
  businessDate: '2026-06-12',
  level: 4,
  reasons: ['waited_long'],
  text: '',
  givenAt: '2026-06-12T01:40:00.000Z',
  step: 'opened',
  isNamed: true,
  phone: '138****0001',
  contact: { dueAt: '2026-06-15T09:30:00.000Z', light: 'yellow', left: 0, isLate: false },
  rectify: { dueAt: '2026-07-06T09:30:00.000Z', light: 'green', left: 15, isLate: false },
  next: ['verified'],
  steps: [],
  appeal: null,
  version: 1,
} as unknown as FollowUpView

export const RATINGS = {
  since: '2026-05-13',
  services: { n: 50, rated: 19 },
  levels: [
    { level: 1, n: 12 },
    { level: 2, n: 6 },
    { level: 4, n: 1 },
  ],
  open: [FOLLOW_UP],
} as unknown as RatingBoard
