import type { Role } from '@counter/shared/vocabulary/actor'
import { lazy, Suspense } from 'react'
import { Redirect, Route, Switch } from 'wouter'
import { PartGuard } from './components/part-guard.tsx'
import { SlowWords } from './components/slow-words.tsx'
import { useSession } from './state/session.ts'
import { useWords } from './text/words.ts'
import type { TextKey } from './text/zh-cn.ts'

const DeskScreen = lazy(() =>
  import('./screens/desk/desk-screen.tsx').then(({ DeskScreen }) => ({ default: DeskScreen })),
)
const CaseScreen = lazy(() =>
  import('./screens/case/case-screen.tsx').then(({ CaseScreen }) => ({ default: CaseScreen })),
)
const BoardScreen = lazy(() =>
  import('./screens/unit/board-screen.tsx').then(({ BoardScreen }) => ({ default: BoardScreen })),
)
const PaperDayScreen = lazy(() =>
  import('./screens/paper-day/paper-day-screen.tsx').then(({ PaperDayScreen }) => ({
    default: PaperDayScreen,
  })),
)
const GreetScreen = lazy(() =>
  import('./screens/greet/greet-screen.tsx').then(({ GreetScreen }) => ({ default: GreetScreen })),
)
const UnitScreen = lazy(() =>
  import('./screens/unit/unit-screen.tsx').then(({ UnitScreen }) => ({ default: UnitScreen })),
)
const SuperviseScreen = lazy(() =>
  import('./screens/supervise/supervise-screen.tsx').then(({ SuperviseScreen }) => ({
    default: SuperviseScreen,
  })),
)

const ResultsScreen = lazy(() =>
  import('./screens/results/results-screen.tsx').then(({ ResultsScreen }) => ({ default: ResultsScreen })),
)
const SignScreen = lazy(() =>
  import('./screens/sign/sign-screen.tsx').then(({ SignScreen }) => ({ default: SignScreen })),
)
const RatingsScreen = lazy(() =>
  import('./screens/ratings/ratings-screen.tsx').then(({ RatingsScreen }) => ({ default: RatingsScreen })),
)
const PointsScreen = lazy(() =>
  import('./screens/points/points-screen.tsx').then(({ PointsScreen }) => ({ default: PointsScreen })),
)
const CallBacksScreen = lazy(() =>
  import('./screens/call-backs/call-backs-screen.tsx').then(({ CallBacksScreen }) => ({
    default: CallBacksScreen,
  })),
)
const VisitsScreen = lazy(() =>
  import('./screens/visits/visits-screen.tsx').then(({ VisitsScreen }) => ({ default: VisitsScreen })),
)
const ExportsScreen = lazy(() =>
  import('./screens/exports/exports-screen.tsx').then(({ ExportsScreen }) => ({ default: ExportsScreen })),
)
const LogBookScreen = lazy(() =>
  import('./screens/log-book/log-book-screen.tsx').then(({ LogBookScreen }) => ({ default: LogBookScreen })),
)
const ReportsScreen = lazy(() =>
  import('./screens/reports/reports-screen.tsx').then(({ ReportsScreen }) => ({ default: ReportsScreen })),
)
const CaseReportScreen = lazy(() =>
  import('./screens/case-reports/case-report-screen.tsx').then(({ CaseReportScreen }) => ({
    default: CaseReportScreen,
  })),
)

const LettersScreen = lazy(() =>
  import('./screens/letters/letters-screen.tsx').then(({ LettersScreen }) => ({ default: LettersScreen })),
)
const LogLetterScreen = lazy(() =>
  import('./screens/letters/log-letter-screen.tsx').then(({ LogLetterScreen }) => ({
    default: LogLetterScreen,
  })),
)
const LetterScreen = lazy(() =>
  import('./screens/letters/letter-screen.tsx').then(({ LetterScreen }) => ({ default: LetterScreen })),
)
const DutyScreen = lazy(() =>
  import('./screens/letters/duty-screen.tsx').then(({ DutyScreen }) => ({ default: DutyScreen })),
)

export interface MenuEntry {
  readonly path: string
  readonly text: TextKey
  readonly initials: string
  /** Pages that are reached from this one and stand at another address. */
  readonly also?: readonly string[]
}

const WindowsScreen = lazy(() =>
  import('./screens/admin/windows-screen.tsx').then(({ WindowsScreen }) => ({ default: WindowsScreen })),
)
const PeopleScreen = lazy(() =>
  import('./screens/admin/people-screen.tsx').then(({ PeopleScreen }) => ({ default: PeopleScreen })),
)
const RulesScreen = lazy(() =>
  import('./screens/admin/rules-screen.tsx').then(({ RulesScreen }) => ({ default: RulesScreen })),
)
const CalendarScreen = lazy(() =>
  import('./screens/admin/calendar-screen.tsx').then(({ CalendarScreen }) => ({ default: CalendarScreen })),
)
const DevicesScreen = lazy(() =>
  import('./screens/admin/devices-screen.tsx').then(({ DevicesScreen }) => ({ default: DevicesScreen })),
)
const RetentionScreen = lazy(() =>
  import('./screens/admin/retention-screen.tsx').then(({ RetentionScreen }) => ({
    default: RetentionScreen,
  })),
)
const NoticesScreen = lazy(() =>
  import('./screens/admin/notices-screen.tsx').then(({ NoticesScreen }) => ({ default: NoticesScreen })),
)

const CatalogueScreen = lazy(() =>
  import('./screens/catalogue/catalogue-screen.tsx').then(({ CatalogueScreen }) => ({
    default: CatalogueScreen,
  })),
)
const ItemScreen = lazy(() =>
  import('./screens/catalogue/item-screen.tsx').then(({ ItemScreen }) => ({ default: ItemScreen })),
)
const WordingsScreen = lazy(() =>
  import('./screens/wording/wordings-screen.tsx').then(({ WordingsScreen }) => ({ default: WordingsScreen })),
)
const WordingScreen = lazy(() =>
  import('./screens/wording/wording-screen.tsx').then(({ WordingScreen }) => ({ default: WordingScreen })),
)
const LedgerScreen = lazy(() =>
  import('./screens/admin/ledger-screen.tsx').then(({ LedgerScreen }) => ({ default: LedgerScreen })),
)

const OwnDayScreen = lazy(() =>
  import('./screens/own-day/own-day-screen.tsx').then(({ OwnDayScreen }) => ({ default: OwnDayScreen })),
)
const HandOverScreen = lazy(() =>
  import('./screens/own-day/hand-over-screen.tsx').then(({ HandOverScreen }) => ({
    default: HandOverScreen,
  })),
)

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

/** The screens by address; each is loaded when it is first opened. */
export function Routes() {
  const role = useSession((state) => state.session?.role)
  const home = role === undefined ? '/desk' : (MENU[role][0]?.path ?? '/desk')
  return (
    <PartGuard>
      <Suspense fallback={<SlowWords />}>
        <Switch>
          <Route path="/">
            <Redirect to={home} replace />
          </Route>
          <Route path="/desk">
            <DeskDoor home={home} />
          </Route>
          <Route path="/cases/:id">{({ id }) => <CaseScreen key={id} id={id} />}</Route>
          <Route path="/board">
            <BoardScreen />
          </Route>
          <Route path="/greet/paper">
            <PaperDayScreen />
          </Route>
          <Route path="/greet">
            <GreetScreen />
          </Route>
          <Route path="/my-day">
            <OwnDayScreen />
          </Route>
          <Route path="/hand-over">
            <HandOverScreen />
          </Route>
          <Route path="/unit">
            <UnitScreen />
          </Route>
          <Route path="/reports/cases">
            <CaseReportScreen />
          </Route>
          <Route path="/reports">
            <ReportsScreen />
          </Route>
          <Route path="/call-backs">
            <CallBacksScreen />
          </Route>
          <Route path="/visits">
            <VisitsScreen />
          </Route>
          <Route path="/exports">
            <ExportsScreen />
          </Route>
          <Route path="/results">
            <ResultsScreen />
          </Route>
          <Route path="/letters/new">
            <LogLetterScreen />
          </Route>
          <Route path="/letters/duty">
            <DutyScreen />
          </Route>
          <Route path="/letters/:id">{({ id }) => <LetterScreen key={id} id={id} />}</Route>
          <Route path="/letters">
            <LettersScreen />
          </Route>
          <Route path="/sign">
            <SignScreen />
          </Route>
          <Route path="/supervise/ratings">
            <RatingsScreen />
          </Route>
          <Route path="/supervise/log-book">
            <LogBookScreen />
          </Route>
          <Route path="/supervise/points">
            <PointsScreen />
          </Route>
          <Route path="/supervise">
            <SuperviseScreen />
          </Route>
          <Route path="/admin/windows">
            <WindowsScreen />
          </Route>
          <Route path="/admin/people">
            <PeopleScreen />
          </Route>
          <Route path="/admin/items/:code">{({ code }) => <ItemScreen key={code} code={code} />}</Route>
          <Route path="/admin/items">
            <CatalogueScreen />
          </Route>
          <Route path="/admin/wordings/:kind">{({ kind }) => <WordingScreen key={kind} kind={kind} />}</Route>
          <Route path="/admin/wordings">
            <WordingsScreen />
          </Route>
          <Route path="/admin/calendar">
            <CalendarScreen />
          </Route>
          <Route path="/admin/ledger">
            <LedgerScreen />
          </Route>
          <Route path="/admin/rules">
            <RulesScreen />
          </Route>
          <Route path="/admin/devices">
            <DevicesScreen />
          </Route>
          <Route path="/admin/retention">
            <RetentionScreen />
          </Route>
          <Route path="/admin/notices">
            <NoticesScreen />
          </Route>
          <Route>
            <NotFound />
          </Route>
        </Switch>
      </Suspense>
    </PartGuard>
  )
}

// Whoever has no window is sent to the first page of the own menu.
function DeskDoor({ home }: { home: string }) {
  const role = useSession((state) => state.session?.role)
  return role === 'clerk' || role === undefined ? <DeskScreen /> : <Redirect to={home} replace />
}

function NotFound() {
  const words = useWords()
  return <p role="alert">{words('frame.notFound')}</p>
}
