import '@counter/shared/contract/no-eval'
import '@counter/shared/ui/tokens.css'
import './styles/phone.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { phoneRefusals } from './text/phone-refusals.ts'
import { startText } from './text/text.ts'

const root = document.getElementById('root')
if (root === null) throw new Error('The page has no place to draw in.')

// Each page is opened from paper or a link, never from one another, so there is nothing to route, and a phone pays only
// for what it opens (K25).
const path = location.pathname
const { catalogue, pageOf } = await (path.startsWith('/book')
  ? import('./screens/book/book-entry.tsx')
  : path.startsWith('/rate')
    ? import('./screens/rate/rate-entry.tsx')
    : path.startsWith('/say')
      ? import('./screens/say/say-entry.tsx')
      : path.startsWith('/photo')
        ? import('./screens/photo/photo-entry.tsx')
        : import('./screens/track/track-entry.tsx'))

await startText(catalogue, phoneRefusals)
createRoot(root).render(<StrictMode>{pageOf(path)}</StrictMode>)
