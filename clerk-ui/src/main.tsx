import '@counter/shared/contract/no-eval'
import '@fontsource-variable/noto-sans-sc/index.css'
import '@counter/shared/ui/tokens.css'
import './clerk.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { AppFrame } from './app-frame.tsx'
import { DesignFrame } from './components/design-frame.tsx'
import { warnBeforeLosingDrafts } from './state/drafts.ts'
import { useSession } from './state/session.ts'
import { startWords } from './text/words.ts'

await startWords()
warnBeforeLosingDrafts()
void useSession.getState().learn()

const root = document.getElementById('root')
if (root !== null) {
  createRoot(root).render(
    <StrictMode>
      <DesignFrame>
        <AppFrame />
      </DesignFrame>
    </StrictMode>,
  )
}
