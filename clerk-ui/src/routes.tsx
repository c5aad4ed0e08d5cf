import { Suspense } from 'react'
import { Redirect, Route, Switch } from 'wouter'
import { PartGuard } from './components/part-guard.tsx'
import { SlowWords } from './components/slow-words.tsx'
import {
  BoardScreen,
  CalendarScreen,
  CallBacksScreen,
  CaseReportScreen,
  CaseScreen,
  CatalogueScreen,
  DeskScreen,
  DevicesScreen,
  DutyScreen,
  ExportsScreen,
  GreetScreen,
  HandOverScreen,
  ItemScreen,
  LedgerScreen,
  LetterScreen,
  LettersScreen,
  LogBookScreen,
  LogLetterScreen,
  NoticesScreen,
  OwnDayScreen,
  PaperDayScreen,
  PeopleScreen,
  PointsScreen,
  RatingsScreen,
  ReportsScreen,
  ResultsScreen,
  RetentionScreen,
  RulesScreen,
  SignScreen,
  SuperviseScreen,
  UnitScreen,
  VisitsScreen,
  WindowsScreen,
  WordingScreen,
  WordingsScreen,
} from './lazy-screens.ts'
import { MENU } from './menu.ts'
import { useSession } from './state/session.ts'
import { useWords } from './text/words.ts'

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
