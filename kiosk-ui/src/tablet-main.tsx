import '@counter/shared/contract/no-eval'
import '@counter/shared/ui/tokens.css'
import './styles/phone.css'
import './styles/rate.css'
import './styles/enrol.css'
import './styles/tablet.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { EnrolledDevice } from './screens/enrol/enrolled-device.tsx'
import { TabletScreen } from './screens/rate/tablet-screen.tsx'
import { deviceRefusals } from './text/device-refusals.ts'
import { tabletCatalogue } from './text/tablet-catalogue.ts'
import { startText } from './text/text.ts'

const root = document.getElementById('root')
if (root === null) throw new Error('The page has no place to draw in.')

// A page of its own: neither a kiosk nor a phone loads what only the tablet at a window needs (K54).
await startText(tabletCatalogue, deviceRefusals)
createRoot(root).render(
  <StrictMode>
    <EnrolledDevice kind="rate">
      <TabletScreen />
    </EnrolledDevice>
  </StrictMode>,
)
