import type { CaseId } from '@counter/shared/vocabulary/ids'
import { type ReactNode, useEffect, useRef } from 'react'
import { Route, Switch } from 'wouter'
import { useReturnFocus } from '../../components/use-return-focus.ts'
import { useSession } from '../../state/session.ts'
import { useVillageWords } from '../../text/village-words.ts'
import { CasesScreen } from './cases-screen.tsx'
import { DraftsScreen } from './drafts-screen.tsx'
import { ErrandsScreen } from './errands-screen.tsx'
import { kindAt } from './fact-kinds.ts'
import { ConsultScreen, FactScreen, VoidNumberScreen } from './fact-screen.tsx'
import { GuideScreen } from './guide-screen.tsx'
import { HomeScreen } from './home-screen.tsx'
import { LogBookScreen } from './log-book-screen.tsx'
import { NewCaseScreen } from './new-case-screen.tsx'
import { NextCaseScreen } from './next-case-screen.tsx'
import { AskingPage } from './opening.tsx'
import { OutboxScreen } from './outbox-screen.tsx'
import { useCaseCopies } from './own-cases.ts'
import { usePageOver } from './page-over.ts'
import { PinGate } from './pin-screen.tsx'
import { PointProvider } from './point.tsx'
import { SentScreen } from './sent-screen.tsx'
import { VillageCaseScreen } from './village-case-screen.tsx'
import { VillageFrame } from './village-frame.tsx'
import { OtherRole, VillageSignIn } from './village-sign-in.tsx'
import { VisitScreen } from './visit-screen.tsx'
import { WalkScreen } from './walk-screen.tsx'

/** The village point on a phone: sign-in, then the pages; a lost session keeps the page under the sign-in (U15). */
export function VillageApp(): ReactNode {
  const phase = useSession((state) => state.phase)
  const session = useSession((state) => state.session)
  const isOver = usePageOver((page) => page.isOver)
  if (isOver) return <PageOver />
  if (session === null && phase === 'asking') return <AskingPage />
  if (session === null) return <VillageSignIn />
  if (session.role !== 'agent' || session.village === null) return <OtherRole />
  return (
    <PointProvider
      code={session.village}
      name={session.villageName ?? session.village}
      agent={session.displayName}
    >
      {phase === 'lost' ? <VillageLayer /> : null}
      <div className="v-under" inert={phase === 'lost'} hidden={phase === 'out'}>
        <PinGate staffId={session.staffId}>
          <VillageFrame>
            <VillagePages />
          </VillageFrame>
        </PinGate>
      </div>
    </PointProvider>
  )
}

// The page under it takes no key meanwhile, so the layer has the focus, and gives it back when it goes (U15, U43).
function VillageLayer(): ReactNode {
  const layer = useRef<HTMLDivElement>(null)
  useReturnFocus(layer)
  useEffect(() => layer.current?.querySelector('h1')?.focus(), [])
  return (
    <div ref={layer}>
      <VillageSignIn isLayer />
    </div>
  )
}

/** What is left of a tab whose phone has a newer page open: what was typed is a draft there (V41). */
function PageOver(): ReactNode {
  const words = useVillageWords()
  return (
    <main className="v-page" data-screen="V-0" data-state="over">
      <h1>{words('village.title')}</h1>
      <p role="alert">{words('village.version.over')}</p>
      <button type="button" className="v-main" onClick={() => location.reload()}>
        {words('village.version.open')}
      </button>
    </main>
  )
}

function VillagePages(): ReactNode {
  useCaseCopies()
  return (
    <Switch>
      <Route path="/village/new" component={NextCaseScreen} />
      <Route path="/village/new/:id">{({ id }) => <NewCaseScreen id={id as CaseId} />}</Route>
      <Route path="/village/sent/:id">{({ id }) => <SentScreen id={id} />}</Route>
      <Route path="/village/outbox" component={OutboxScreen} />
      <Route path="/village/consult" component={ConsultScreen} />
      <Route path="/village/number" component={VoidNumberScreen} />
      <Route path="/village/errands" component={ErrandsScreen} />
      <Route path="/village/drafts" component={DraftsScreen} />
      <Route path="/village/cases/:id/:say">{({ id, say }) => <SayScreen id={id} path={say} />}</Route>
      <Route path="/village/cases/:id">{({ id }) => <VillageCaseScreen id={id} />}</Route>
      <Route path="/village/cases" component={CasesScreen} />
      <Route path="/village/visit" component={VisitScreen} />
      <Route path="/village/walk" component={WalkScreen} />
      <Route path="/village/log-book" component={LogBookScreen} />
      <Route path="/village/guide" component={GuideScreen} />
      <Route component={HomeScreen} />
    </Switch>
  )
}

function SayScreen({ id, path }: { readonly id: string; readonly path: string }): ReactNode {
  const kind = kindAt(path)
  return kind === null ? <VillageCaseScreen id={id} /> : <FactScreen id={id} kind={kind} />
}
