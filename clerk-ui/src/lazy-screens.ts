import { lazy } from 'react'

// Every screen is loaded when it is first opened, so that the entry carries none of them.

export const DeskScreen = lazy(() =>
  import('./screens/desk/desk-screen.tsx').then(({ DeskScreen }) => ({ default: DeskScreen })),
)
export const CaseScreen = lazy(() =>
  import('./screens/case/case-screen.tsx').then(({ CaseScreen }) => ({ default: CaseScreen })),
)
export const BoardScreen = lazy(() =>
  import('./screens/unit/board-screen.tsx').then(({ BoardScreen }) => ({ default: BoardScreen })),
)
export const PaperDayScreen = lazy(() =>
  import('./screens/paper-day/paper-day-screen.tsx').then(({ PaperDayScreen }) => ({
    default: PaperDayScreen,
  })),
)
export const GreetScreen = lazy(() =>
  import('./screens/greet/greet-screen.tsx').then(({ GreetScreen }) => ({ default: GreetScreen })),
)
export const UnitScreen = lazy(() =>
  import('./screens/unit/unit-screen.tsx').then(({ UnitScreen }) => ({ default: UnitScreen })),
)
export const SuperviseScreen = lazy(() =>
  import('./screens/supervise/supervise-screen.tsx').then(({ SuperviseScreen }) => ({
    default: SuperviseScreen,
  })),
)
export const ResultsScreen = lazy(() =>
  import('./screens/results/results-screen.tsx').then(({ ResultsScreen }) => ({ default: ResultsScreen })),
)
export const SignScreen = lazy(() =>
  import('./screens/sign/sign-screen.tsx').then(({ SignScreen }) => ({ default: SignScreen })),
)
export const RatingsScreen = lazy(() =>
  import('./screens/ratings/ratings-screen.tsx').then(({ RatingsScreen }) => ({ default: RatingsScreen })),
)
export const PointsScreen = lazy(() =>
  import('./screens/points/points-screen.tsx').then(({ PointsScreen }) => ({ default: PointsScreen })),
)
export const CallBacksScreen = lazy(() =>
  import('./screens/call-backs/call-backs-screen.tsx').then(({ CallBacksScreen }) => ({
    default: CallBacksScreen,
  })),
)
export const VisitsScreen = lazy(() =>
  import('./screens/visits/visits-screen.tsx').then(({ VisitsScreen }) => ({ default: VisitsScreen })),
)
export const ExportsScreen = lazy(() =>
  import('./screens/exports/exports-screen.tsx').then(({ ExportsScreen }) => ({ default: ExportsScreen })),
)
export const LogBookScreen = lazy(() =>
  import('./screens/log-book/log-book-screen.tsx').then(({ LogBookScreen }) => ({ default: LogBookScreen })),
)
export const ReportsScreen = lazy(() =>
  import('./screens/reports/reports-screen.tsx').then(({ ReportsScreen }) => ({ default: ReportsScreen })),
)
export const CaseReportScreen = lazy(() =>
  import('./screens/case-reports/case-report-screen.tsx').then(({ CaseReportScreen }) => ({
    default: CaseReportScreen,
  })),
)
export const LettersScreen = lazy(() =>
  import('./screens/letters/letters-screen.tsx').then(({ LettersScreen }) => ({ default: LettersScreen })),
)
export const LogLetterScreen = lazy(() =>
  import('./screens/letters/log-letter-screen.tsx').then(({ LogLetterScreen }) => ({
    default: LogLetterScreen,
  })),
)
export const LetterScreen = lazy(() =>
  import('./screens/letters/letter-screen.tsx').then(({ LetterScreen }) => ({ default: LetterScreen })),
)
export const DutyScreen = lazy(() =>
  import('./screens/letters/duty-screen.tsx').then(({ DutyScreen }) => ({ default: DutyScreen })),
)
export const WindowsScreen = lazy(() =>
  import('./screens/admin/windows-screen.tsx').then(({ WindowsScreen }) => ({ default: WindowsScreen })),
)
export const PeopleScreen = lazy(() =>
  import('./screens/admin/people-screen.tsx').then(({ PeopleScreen }) => ({ default: PeopleScreen })),
)
export const RulesScreen = lazy(() =>
  import('./screens/admin/rules-screen.tsx').then(({ RulesScreen }) => ({ default: RulesScreen })),
)
export const CalendarScreen = lazy(() =>
  import('./screens/admin/calendar-screen.tsx').then(({ CalendarScreen }) => ({ default: CalendarScreen })),
)
export const DevicesScreen = lazy(() =>
  import('./screens/admin/devices-screen.tsx').then(({ DevicesScreen }) => ({ default: DevicesScreen })),
)
export const RetentionScreen = lazy(() =>
  import('./screens/admin/retention-screen.tsx').then(({ RetentionScreen }) => ({
    default: RetentionScreen,
  })),
)
export const NoticesScreen = lazy(() =>
  import('./screens/admin/notices-screen.tsx').then(({ NoticesScreen }) => ({ default: NoticesScreen })),
)
export const CatalogueScreen = lazy(() =>
  import('./screens/catalogue/catalogue-screen.tsx').then(({ CatalogueScreen }) => ({
    default: CatalogueScreen,
  })),
)
export const ItemScreen = lazy(() =>
  import('./screens/catalogue/item-screen.tsx').then(({ ItemScreen }) => ({ default: ItemScreen })),
)
export const WordingsScreen = lazy(() =>
  import('./screens/wording/wordings-screen.tsx').then(({ WordingsScreen }) => ({ default: WordingsScreen })),
)
export const WordingScreen = lazy(() =>
  import('./screens/wording/wording-screen.tsx').then(({ WordingScreen }) => ({ default: WordingScreen })),
)
export const LedgerScreen = lazy(() =>
  import('./screens/admin/ledger-screen.tsx').then(({ LedgerScreen }) => ({ default: LedgerScreen })),
)
export const OwnDayScreen = lazy(() =>
  import('./screens/own-day/own-day-screen.tsx').then(({ OwnDayScreen }) => ({ default: OwnDayScreen })),
)
export const HandOverScreen = lazy(() =>
  import('./screens/own-day/hand-over-screen.tsx').then(({ HandOverScreen }) => ({
    default: HandOverScreen,
  })),
)
