import type { clockZh } from './clock-zh.ts'

export const clockEn: Record<keyof typeof clockZh, string> = {
  'clock.notice': 'Notice',
  'clock.waiting': 'Waiting for papers',
  'clock.committed': 'Promise',
  'clock.statutory': 'Statutory',
  'clock.delivery': 'Delivery',
  'clock.promise': 'Promised papers',
  'clock.pause': 'Pause',
  'clock.handup': 'Hand-up',
  'clock.handup_hard': 'Latest hand-up',
  'clock.relay': 'Relay of the notice',
  'clock.deliver': 'Delivery by the point',
  'clock.followup': 'Follow-up',
  'clock.explainTitle': 'How the {{clock}} limit is counted',
}
