import '@counter/shared/contract/no-eval'
import '@counter/shared/ui/tokens.css'
import './styles/kiosk.css'
import './styles/press.css'
import './styles/kiosk-lists.css'
import './styles/enrol.css'
import './styles/kiosk-sizes.css'
import './styles/ticket.css'
import './styles/parts.css'
import './styles/staff.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { Route, Switch } from 'wouter'
import { later } from './components/later.tsx'
import { PageFault } from './components/page-fault.tsx'
import { EnrolledDevice } from './screens/enrol/enrolled-device.tsx'
import { KioskFault } from './screens/kiosk/kiosk-fault.tsx'
import { deviceRefusals } from './text/device-refusals.ts'
import { hallCatalogue } from './text/hall-catalogue.ts'
import { startText } from './text/text.ts'

// A wall never loads the kiosk, nor a kiosk the wall (K54).
const { Shown: KioskScreen } = later(
  async () => (await import('./screens/kiosk/kiosk-screen.tsx')).KioskScreen,
)
const { Shown: WallScreen } = later(async () => (await import('./screens/wall/wall-screen.tsx')).WallScreen)
const { Shown: ReplayScreen } = later(
  async () => (await import('./screens/wall/replay-screen.tsx')).ReplayScreen,
)

const root = document.getElementById('root')
if (root === null) throw new Error('The page has no place to draw in.')

await startText(hallCatalogue, deviceRefusals)
createRoot(root).render(
  <StrictMode>
    <PageFault shown={<KioskFault />}>
      <Switch>
        <Route path="/kiosk">
          <EnrolledDevice kind="kiosk">
            <KioskScreen />
          </EnrolledDevice>
        </Route>
        <Route path="/wall/replay">
          <ReplayScreen />
        </Route>
        <Route path="/wall">
          <EnrolledDevice kind="wall">
            <WallScreen />
          </EnrolledDevice>
        </Route>
      </Switch>
    </PageFault>
  </StrictMode>,
)
