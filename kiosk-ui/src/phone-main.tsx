import '@counter/shared/contract/no-eval'
import '@counter/shared/ui/tokens.css'
import './styles/phone.css'
import './styles/guide.css'
import { type ReactNode, StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { GuidePage } from './screens/track/guide-page.tsx'
import { TrackScreen } from './screens/track/track-screen.tsx'
import { phoneCatalogue } from './text/phone-catalogue.ts'
import { startText } from './text/text.ts'

const root = document.getElementById('root')
if (root === null) throw new Error('The page has no place to draw in.')

await startText(phoneCatalogue)
createRoot(root).render(<StrictMode>{pageOf(location.pathname)}</StrictMode>)

// Each of the three is opened from paper or a link, never from one another, so there is nothing to route.
function pageOf(path: string): ReactNode {
  const code = /^\/guide\/([^/]+)/.exec(path)?.[1]
  if (code !== undefined) return <GuidePage code={decodeURIComponent(code)} />
  return <TrackScreen what={path.startsWith('/c') ? 'case' : 'ticket'} />
}
