import { describe, expect, test } from 'vitest'
import { event } from '../../../test/statistics-fixtures.ts'
import { fairnessOf } from './fairness.ts'

describe('the fairness report', () => {
  test('[Q70] picks, directs, early misses, undos, reclasses and protections, with reasons and by whom', () => {
    const report = fairnessOf([
      event('ticket.called', 'a', '09:00:00', { kind: 'pick', reason: '行动不便' }),
      event('ticket.called', 'b', '09:01:00', { kind: 'pick', reason: '行动不便' }),
      event('ticket.called', 'c', '09:02:00', { kind: 'next', reason: null }),
      event('ticket.started', 'd', '09:03:00', { trigger: 'direct', reason: '问路' }),
      event('ticket.missed', 'e', '09:04:00', { early: true, reason: '人走了' }),
      event('ticket.missed', 'f', '09:05:00', { early: false, reason: null }),
      { ...event('call.undone', 'g', '09:06:00'), actor: 'staff:two' },
      event('ticket.reclassed', 'h', '09:07:00', { reason: '持残疾证' }),
      { ...event('ticket.protected', 'i', '09:08:00'), actor: 'staff:two' },
    ])
    expect(report.lines).toEqual([
      { kind: 'pick', n: 2, reasons: [{ reason: '行动不便', n: 2 }] },
      { kind: 'direct', n: 1, reasons: [{ reason: '问路', n: 1 }] },
      { kind: 'early_miss', n: 1, reasons: [{ reason: '人走了', n: 1 }] },
      { kind: 'undo', n: 1, reasons: [] },
      { kind: 'reclass', n: 1, reasons: [{ reason: '持残疾证', n: 1 }] },
      { kind: 'protection', n: 1, reasons: [] },
    ])
    expect(report.byStaff).toEqual([
      {
        staff: 'staff:one',
        counts: { pick: 2, direct: 1, early_miss: 1, undo: 0, reclass: 1, protection: 0 },
      },
      {
        staff: 'staff:two',
        counts: { pick: 0, direct: 0, early_miss: 0, undo: 1, reclass: 0, protection: 1 },
      },
    ])
  })
})
