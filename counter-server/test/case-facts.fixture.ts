import type { CaseId, ItemCode, StaffId, UnitCode, VillageCode } from '@counter/shared/vocabulary/ids'
import type { CaseEventPayloads, CaseFact } from '../src/domain/case/event.ts'
import type { MaterialMark } from '../src/domain/case/material-mark.ts'
import { day, hall, person, received } from './case-fixture.ts'

const deferred: MaterialMark = { name: '收入证明', state: 'deferred', promisedOn: null }
const lines = [
  { name: '户口簿', problem: '缺' },
  { name: '照片', problem: '不清楚' },
]

export const PAYLOADS: CaseEventPayloads = {
  'case.registered': { village: '05' as VillageCode, materials: [] },
  'case.received': payloadOf(received()),
  'case.imported': {
    ledger: 'l1',
    oldNumber: '民-17',
    channel: 'window',
    village: null,
    unit: 'MZ' as UnitCode,
    itemCode: 'MZ-001' as ItemCode,
    itemVersion: 1,
    caseType: 'deadline',
    materials: [],
    flags: ['imported'],
    acceptedAt: hall('2026-07-01 08:00'),
    toldDueOn: '2026-07-10' as never,
  },
  'case.converted': { reason: '系统故障' },
  'item.changed': {
    fromItem: 'MZ-001' as ItemCode,
    fromVersion: 1,
    itemCode: 'MZ-002' as ItemCode,
    itemVersion: 1,
    caseType: 'deadline',
    unit: 'SB' as UnitCode,
    materials: [],
    lines: [],
    isRepeated: false,
    reason: '点错了',
    moves: [],
  },
  'case.not_applicable': { reason: '不需办理' },
  'case.refused': { reason: '不属本镇', organ: '县民政局', approvedBy: person('s') },
  'supplement.requested': { lines },
  'supplement.handed_in': { names: ['户口簿', '照片'] },
  'papers.asked': { lines, basis: '' },
  'pledge.made': { version: 1, unit: 'MZ' as UnitCode, dueOn: '2026-07-20' as never },
  'case.accepted': { materials: [deferred], onSpot: false },
  'case.deemed_accepted': { noticeDueOn: '2026-07-10' as never },
  'case.taken': { person: person('h') },
  'case.paused': { reason: 'hearing', told: { value: 5, unit: 'workday' }, noticeNumber: '特-1' },
  'case.resumed': { note: '' },
  'case.extended': { days: 10, reason: '复杂', approvedBy: person('l') },
  'case.assigned': { person: person('h2'), reason: '请假' },
  'transfer.taken_over': { person: person('h') },
  'transfer.sent_back': { unit: 'MZ' as UnitCode, reason: '不归我们' },
  'subtask.opened': { unit: 'SB' as UnitCode, dueOn: '2026-07-08' as never },
  'subtask.answered': { subtask: 'e2' },
  'subtask.waived': { subtask: 'e2', reason: '不用了' },
  'check.recorded': { people: [person('h'), person('g')] },
  'case.reported_up': { organ: '县民政局' },
  'case.forwarded': { organ: '县民政局' },
  'case.result_recorded': { decision: 'granted' },
  'case.transferred': { unit: 'SB' as UnitCode, reason: '归口', needsTakeOver: true },
  'case.decided': { decision: 'granted', onSpot: false, reason: '', remedies: '', approvedBy: null },
  'case.delivered': {
    receiver: '本人',
    relation: '本人',
    way: 'collect',
    postNumber: '',
    returnedOriginals: [],
  },
  'case.withdrawn': { reason: '' },
  'case.returned': { reason: '一直没补', approvedBy: person('s') },
  'case.voided': { reason: '录错了' },
  'case.urged': { by: 'resident' },
  'case.noted': {
    text: '补录',
    materials: [{ ...deferred, state: 'received' }],
    clearedFlags: ['awaiting_files'],
  },
  'approval.requested': { proposal: { kind: 'extend', reason: '复杂', days: 10 }, requestedBy: person('h') },
  'approval.declined': { kind: 'extend', declinedBy: person('l'), reason: '不必' },
  'mark.fired': {
    kind: 'committed',
    threshold: 'red',
    dueAt: hall('2026-07-13 17:30'),
    crossedAt: hall('2026-07-13 17:30'),
  },
  'papers.taken': { papers: [{ name: '户口簿', form: 'original', count: 1 }] },
  'papers.handed': { way: 'up', papers: [] },
  'notice.relayed': { way: 'phone' },
  'contact.attempted': { purpose: 'deliver', way: 'visit', isReached: false },
  'contact.given_up': { purpose: 'deliver' },
  'followup.recorded': { way: 'phone', satisfaction: 'satisfied' },
  'authority.revoked': { where: 'window' },
  'originals.returned': { names: ['户口簿'], receiver: '示*甲' },
  'event.voided': { eventId: 'e2', reason: '点错了' },
  'calendar.applied': {
    change: 'c1',
    moves: [{ kind: 'committed', from: day('2026-07-13'), to: day('2026-07-14') }],
    toldOn: day('2026-07-13'),
  },
  'setting.applied': { change: null, moves: [], toldOn: null },
  'due.told': { how: 'phone', toldDueOn: day('2026-07-14') },
  'order.issued': {
    number: '督〔2026〕1号',
    level: 'unit_head',
    rule: 'overdue',
    issuer: 'system',
    replyDueOn: '2026-07-14' as never,
    replyDueAt: hall('2026-07-14 17:30'),
  },
  'result.shelved': { place: 'A 3' },
  'result.told': { way: 'phone', isReached: true },
  'capture.dated': { at: hall('2026-06-12 09:00'), from: hall('2026-06-12 11:00') },
  'relation.found': { whose: 'agent' },
  'relation.declared': { person: 'h1' as StaffId },
  'recusal.noted': { unit: 'SB' as UnitCode, person: null, reason: '当事单位' },
  'case.edited': { changes: [{ field: 'phone', from: '19900000001', to: '19900000002' }] },
  'withdrawal.asked': { reason: '不办了' },
  'withdrawal.declined': { reason: '已经发放' },
  'duplicate.judged': { other: 'c2' as CaseId, verdict: 'distinct', left: 0 },
  'case.merged': { into: 'c1' as CaseId },
  'case.absorbed': { from: 'c3' as CaseId, left: 0 },
  'order.replied': { order: 'e1' },
  'order.closed': { order: 'e1' },
}

function payloadOf(fact: CaseFact): CaseEventPayloads['case.received'] {
  if (fact.type !== 'case.received') throw new Error('not a receipt')
  return fact.payload
}

/** One fact of each kind, with some content. */
export function factOf(type: keyof CaseEventPayloads): CaseFact {
  return { type, payload: PAYLOADS[type] } as CaseFact
}
