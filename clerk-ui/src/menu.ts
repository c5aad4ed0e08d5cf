import type { Role } from '@counter/shared/vocabulary/actor'
import type { TextKey } from './text/zh-cn.ts'

export interface MenuEntry {
  readonly path: string
  readonly text: TextKey
  readonly initials: string
  /** Pages that are reached from this one and stand at another address. */
  readonly also?: readonly string[]
}

const DESK: MenuEntry = { path: '/desk', text: 'frame.desk', initials: 'gzt' }
const GREET: MenuEntry = { path: '/greet', text: 'frame.greet', initials: 'dft' }
const BOARD: MenuEntry = { path: '/board', text: 'frame.board', initials: 'qxkb' }
const WINDOWS: MenuEntry = { path: '/admin/windows', text: 'frame.adminWindows', initials: 'ck' }
const PEOPLE: MenuEntry = { path: '/admin/people', text: 'frame.adminPeople', initials: 'ry' }
const RULES: MenuEntry = { path: '/admin/rules', text: 'frame.adminRules', initials: 'gz' }
const CALENDAR: MenuEntry = { path: '/admin/calendar', text: 'frame.adminCalendar', initials: 'rl' }
const DEVICES: MenuEntry = { path: '/admin/devices', text: 'frame.adminDevices', initials: 'sb' }
const NOTICES: MenuEntry = { path: '/admin/notices', text: 'frame.adminNotices', initials: 'gg' }
const ITEMS: MenuEntry = { path: '/admin/items', text: 'frame.adminItems', initials: 'sx' }
const WORDINGS: MenuEntry = { path: '/admin/wordings', text: 'frame.adminWordings', initials: 'wsyy' }
const LEDGER: MenuEntry = { path: '/admin/ledger', text: 'frame.adminLedger', initials: 'jtz' }
const RETENTION: MenuEntry = { path: '/admin/retention', text: 'frame.adminRetention', initials: 'dqql' }
const OWN_DAY: MenuEntry = { path: '/my-day', text: 'frame.ownDay', initials: 'wdyt' }
const HAND_OVER: MenuEntry = { path: '/hand-over', text: 'frame.handOver', initials: 'jj' }
// A clerk has nothing to hand over, only a deputy to name.
const LEAVE: MenuEntry = { path: '/hand-over', text: 'frame.leave', initials: 'qj' }
const UNIT: MenuEntry = { path: '/unit', text: 'frame.unit', initials: 'bbmbj' }
const REPORTS: MenuEntry = { path: '/reports', text: 'frame.reports', initials: 'tj' }
const CASE_REPORTS: MenuEntry = { path: '/reports/cases', text: 'frame.reports', initials: 'tj' }
const RESULTS: MenuEntry = { path: '/results', text: 'frame.results', initials: 'dqjg' }
const LETTERS: MenuEntry = { path: '/letters', text: 'frame.letters', initials: 'lx' }
const SIGN: MenuEntry = { path: '/sign', text: 'frame.sign', initials: 'dq' }
const RATINGS: MenuEntry = { path: '/supervise/ratings', text: 'frame.ratings', initials: 'hcp' }
const POINTS: MenuEntry = {
  path: '/supervise/points',
  text: 'frame.points',
  initials: 'dbd',
  also: ['/supervise/log-book'],
}
const SUPERVISE: MenuEntry = { path: '/supervise', text: 'frame.supervise', initials: 'jrzl' }

/** Each role sees only its own doors; the first is where it lands. The server decides what each may do. */
export const MENU: Record<Role, readonly MenuEntry[]> = {
  clerk: [DESK, OWN_DAY, GREET, BOARD, RESULTS, LETTERS, LEAVE],
  handler: [UNIT, OWN_DAY, BOARD, RESULTS, LETTERS, CASE_REPORTS, HAND_OVER],
  agent: [],
  admin: [WINDOWS, PEOPLE, ITEMS, WORDINGS, CALENDAR, RULES, DEVICES, NOTICES, LEDGER, RETENTION],
  supervisor: [
    SUPERVISE,
    SIGN,
    LETTERS,
    REPORTS,
    RATINGS,
    POINTS,
    GREET,
    BOARD,
    ITEMS,
    WORDINGS,
    CALENDAR,
    DEVICES,
    NOTICES,
    RETENTION,
    HAND_OVER,
  ],
  leader: [SUPERVISE, SIGN, LETTERS, REPORTS, RATINGS, POINTS],
}
