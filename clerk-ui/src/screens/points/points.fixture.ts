import { useSession } from '../../state/session.ts'
import { openFakeLine } from '../../test/line-fixture.ts'

export const AGENT = '0190aaaa-0000-7000-8000-000000000005'
const SILENT = { kind: 'silent', level: 'red', n: 3 }
export const POINT = {
  village: '05',
  name: '石桥村',
  place: '石桥村村委会',
  phone: '0000-0000005',
  hours: '',
  onDuty: { name: '石桥村代办员', post: 'A' },
  lead: null,
  deputy: null,
  agents: [{ staffId: AGENT, name: '石桥村代办员', isAway: false, phone: '', photo: null, hasIdNo: false }],
  lastContactAt: '2026-06-12T01:40:00.000Z',
  said: { unsent: 3, attention: 1, numbersFree: null },
  alarms: [SILENT],
  devices: [
    {
      device: 'one',
      agent: '石桥村代办员',
      heardAt: '2026-06-12T01:40:00.000Z',
      unsent: 3,
      oldestAt: '2026-06-11T02:00:00.000Z',
      filesUnsent: 5,
      attention: 1,
      persisted: null,
      numbersFree: null,
      numbersUsed: 2,
      numbersUnseen: null,
      missing: 2,
      clockAheadMinutes: -120,
      appVersion: '2',
    },
  ],
  numbers: {
    year: 2026,
    last: 51,
    leased: 48,
    used: 1,
    void: 1,
    returned: 0,
    lost: 0,
    direct: 1,
    unknown: 0,
  },
  timers: [{ kind: 'relay', yellow: 1, red: 2 }],
  month: { received: 50, handUp: { n: 48, of: 50 }, decided: { n: 2, of: 4 }, relatives: 1 },
}
export const NEVER = {
  ...POINT,
  village: '06',
  name: '响泉村',
  alarms: [],
  devices: [],
  said: { unsent: null, attention: null, numbersFree: null },
  lastContactAt: null,
  onDuty: null,
}
export const LIST = { at: '2026-06-17T09:31:00.000Z', points: [POINT, NEVER] }
export const WAITING = {
  id: '0190aaaa-0000-7000-8000-0000000000aa',
  village: '05',
  villageName: '石桥村',
  agent: '石桥村代办员',
  type: 'case.register',
  code: 'person.id_invalid',
  message: '身份证号不对，请再看一遍（18 位）',
  messageEn: 'The ID number is not right. Look again (18 characters)',
  caseId: null,
  number: null,
  item: '城乡居民基本养老保险注销登记',
  applicant: '示*丁',
  topic: null,
  missing: [],
  conflicts: [],
  slipCase: null,
  files: 1,
  capturedAt: '2026-06-12T01:25:00.000Z',
  receivedAt: '2026-06-12T01:40:00.000Z',
  handedAt: '2026-06-12T01:41:00.000Z',
}
const RELATIVE = {
  id: '0190aaaa-0000-7000-8000-0000000000bb',
  number: '2026-05-0001-7',
  itemName: '最低生活保障对象认定',
  applicant: '示*甲',
  villageName: '石桥村',
  agent: '石桥村代办员',
  receivedAt: '2026-06-12T01:40:00.000Z',
  status: 'received',
  isFiled: true,
  found: { by: '督查员', at: '2026-06-12T02:00:00.000Z', whose: 'cadre' },
  unrelated: [{ by: '民政办经办', at: '2026-06-12T02:10:00.000Z' }],
}
export const FINDING = {
  kind: 'late',
  case: '0190aaaa-0000-7000-8000-0000000000ee',
  number: '2026-05-0002-8',
  itemName: '医保登记',
  applicant: '示*乙',
  timer: 'relay',
  since: '2026-06-12T09:30:00.000Z',
}
const UNSURE = {
  id: '0190aaaa-0000-7000-8000-0000000000cc',
  number: '2026-05-0002-3',
  itemName: '最低生活保障对象认定',
  applicant: '示*乙',
  villageName: '石桥村',
  agent: '石桥村代办员',
  registeredAt: '2026-06-12T01:30:00.000Z',
  receivedAt: '2026-06-12T01:40:00.000Z',
}
const NEWS = { points: [{ village: '05', name: '石桥村', alarms: [SILENT] }] }

/** The supervisor's page of the points, on a line that answers with the above. */
export function openPoints(waiting: readonly object[] = [WAITING]) {
  const line = openFakeLine({
    topics: { points: NEWS },
    answer: (path) => {
      if (path === '/api/village-attention') return { status: 200, body: { items: waiting } }
      if (path === '/api/points/05/findings') return { status: 200, body: { items: [FINDING] } }
      if (path === '/api/points/unsure-times') return { status: 200, body: { items: [UNSURE] } }
      if (path.startsWith('/api/points/relatives')) return { status: 200, body: { items: [RELATIVE] } }
      return { status: path === '/api/points' ? 200 : 404, body: LIST }
    },
  })
  useSession.setState({ phase: 'in', session: { role: 'supervisor' } as never })
  return line
}

/** The words of a row's cells. */
export const cellsOf = (row: HTMLElement | null) =>
  [...(row?.querySelectorAll('th, td') ?? [])].map(({ textContent }) => textContent)
