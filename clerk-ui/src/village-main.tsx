import '@counter/shared/contract/no-eval'
import '@counter/shared/ui/tokens.css'
import './screens/village/village.css'
import './screens/village/village-lists.css'
import './screens/village/village-form.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { VillageApp } from './screens/village/village-app.tsx'
import { keepSending } from './screens/village/village-outbox.ts'
import { useSession } from './state/session.ts'
import { startVillageWords } from './text/village-words.ts'

await startVillageWords()
keepSending()
void useSession.getState().learn()

const root = document.getElementById('root')
if (root !== null) {
  createRoot(root).render(
    <StrictMode>
      <VillageApp />
    </StrictMode>,
  )
}
