import '@counter/shared/contract/no-eval'
import { refusalSentence } from '@counter/shared/text/refusal-text'
import '@fontsource-variable/noto-sans-sc/wght.css'
import '@counter/shared/ui/tokens.css'
import './styles/kiosk.css'
import './styles/ticket.css'
import './styles/guide.css'
import './styles/staff.css'
import { lazy, StrictMode, Suspense } from 'react'
import { createRoot } from 'react-dom/client'
import { Route, Switch } from 'wouter'
import { EnrolledDevice } from './screens/enrol/enrolled-device.tsx'
import { KioskScreen } from './screens/kiosk/kiosk-screen.tsx'
import { hallCatalogue } from './text/hall-catalogue.ts'
import { startText } from './text/text.ts'

const WallScreen = lazy(async () => {
  const { WallScreen } = await import('./screens/wall/wall-screen.tsx')
  return { default: WallScreen }
})

const ReplayScreen = lazy(async () => {
  const { ReplayScreen } = await import('./screens/wall/replay-screen.tsx')
  return { default: ReplayScreen }
})

const root = document.getElementById('root')
if (root === null) throw new Error('The page has no place to draw in.')

await startText(hallCatalogue, refusalSentence)
createRoot(root).render(
  <StrictMode>
    <Switch>
      <Route path="/kiosk">
        <EnrolledDevice kind="kiosk">
          <KioskScreen />
        </EnrolledDevice>
      </Route>
      <Route path="/wall/replay">
        <Suspense>
          <ReplayScreen />
        </Suspense>
      </Route>
      <Route path="/wall">
        <EnrolledDevice kind="wall">
          <Suspense>
            <WallScreen />
          </Suspense>
        </EnrolledDevice>
      </Route>
    </Switch>
  </StrictMode>,
)
