import type { ClockView } from '@counter/shared/contract/case-clock'
import type { CaseRow } from '@counter/shared/contract/case-row'
import type { CaseDetail } from '@counter/shared/contract/cases'

type Plain<T> = { readonly [K in keyof T]?: unknown }

/** 低保申请 of the sample unit, accepted Friday 12 June 2026, due Monday 22 June 17:30 (S24). Only what is given differs. */
export function aRow(changes: Plain<CaseRow> = {}): CaseRow {
  return {
    id: '01890a5d-ac96-774b-bcce-b302099a8057',
    number: '2026-00-0001-X',
    item: 'MZ-001',
    itemName: '低保申请',
    applicant: '王*国',
    status: 'reviewing',
    caseType: 'deadline',
    unit: 'MZ',
    unitName: '民政办',
    channel: 'window',
    village: null,
    villageName: null,
    flags: [],
    light: 'green',
    clockKind: 'committed',
    clockState: 'running',
    pause: null,
    dueOn: '2026-06-22',
    dueAt: '2026-06-22T09:30:00.000Z',
    yellowAt: '2026-06-17T16:00:00.000Z',
    left: 5,
    overdue: 0,
    isProvisional: false,
    receivedAt: '2026-06-12T01:45:00.000Z',
    handler: '民政办经办',
    version: 3,
    ...changes,
  } as CaseRow
}

/** The committed clock of that case, with the days of its explanation. */
export function aClock(changes: Plain<ClockView> = {}): ClockView {
  return {
    kind: 'committed',
    state: 'running',
    limit: { value: 5, unit: 'workday' },
    startedOn: '2026-06-12',
    dueOn: '2026-06-22',
    dueAt: '2026-06-22T09:30:00.000Z',
    yellowAt: '2026-06-17T16:00:00.000Z',
    used: 0,
    left: 5,
    overdue: 0,
    provisional: false,
    segments: [
      segment('2026-06-12', '2026-06-12', 'start', null, 0),
      segment('2026-06-13', '2026-06-14', 'weekend', null, 0),
      segment('2026-06-15', '2026-06-18', 'counted', null, 4),
      segment('2026-06-19', '2026-06-19', 'holiday', '端午节', 0),
      segment('2026-06-20', '2026-06-21', 'weekend', null, 0),
      segment('2026-06-22', '2026-06-22', 'counted', null, 1),
    ],
    reasons: { extended: 0, nominalOn: null, isDeemed: false, isCut: false, notices: [] },
    ...changes,
  } as ClockView
}

function segment(from: string, to: string, reason: string, name: string | null, counted: number) {
  return { from, to, reason, name, counted, chargedTo: 'unit', eventId: null }
}

/** The whole case. `row` takes changes of the row. */
export function aDetail(changes: Plain<CaseDetail> = {}, row: Plain<CaseRow> = {}): CaseDetail {
  return {
    row: aRow(row),
    applicant: {
      name: '王*国',
      idNo: '**************0014',
      phone: '138****5678',
      village: null,
      address: null,
      contact: null,
    },
    ticketId: null,
    itemVersion: 1,
    itemMark: { isUnverified: false, newer: null },
    clocks: [aClock()],
    oldNumber: null,
    toldDueOn: '2026-06-22',
    materials: [],
    otherFiles: [],
    notice: null,
    approval: null,
    decision: null,
    delivery: null,
    agency: null,
    charged: { resident: 0, thirdParty: 0 },
    legs: [],
    handOver: null,
    subtasks: [],
    maySubtask: { open: false, waive: false },
    duplicates: { open: [], linked: [], mergedInto: null, absorbed: [], mayUnmerge: false },
    checkers: [],
    papersStopClock: false,
    pauseReasons: ['public_notice'],
    orders: [],
    papers: [],
    events: [],
    actions: [],
    ...changes,
  } as CaseDetail
}
