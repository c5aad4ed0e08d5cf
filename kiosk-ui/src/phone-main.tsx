import '@counter/shared/contract/no-eval'
import '@counter/shared/ui/tokens.css'
import './styles/phone.css'
import './styles/guide.css'
import './styles/book.css'
import { type ReactNode, StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { BookScreen } from './screens/book/book-screen.tsx'
import { GuidePage } from './screens/track/guide-page.tsx'
import { TrackScreen } from './screens/track/track-screen.tsx'
import { phoneCatalogue } from './text/phone-catalogue.ts'
import { startText } from './text/text.ts'

const root = document.getElementById('root')
if (root === null) throw new Error('The page has no place to draw in.')

await startText(phoneCatalogue)
createRoot(root).render(<StrictMode>{pageOf(location.pathname)}</StrictMode>)

// Each of the four is opened from paper or a link, never from one another, so there is nothing to route.
function pageOf(path: string): ReactNode {
  const code = /^\/guide\/([^/]+)/.exec(path)?.[1]
  if (code !== undefined) return <GuidePage code={decodeURIComponent(code)} />
  if (path.startsWith('/book')) return <BookScreen />
  return <TrackScreen what={path.startsWith('/c') ? 'case' : 'ticket'} />
}
