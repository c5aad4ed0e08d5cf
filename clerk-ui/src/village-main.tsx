import '@counter/shared/contract/no-eval'
import '@counter/shared/ui/tokens.css'
import './screens/village/village.css'
import './screens/village/village-lists.css'
import './screens/village/village-form.css'
import './screens/village/village-slip.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { browserProblem } from './screens/village/browser-check.ts'
import { forgetLists } from './screens/village/forget-lists.ts'
import { keepPage } from './screens/village/page-version.ts'
import { UnsupportedScreen } from './screens/village/unsupported-screen.tsx'
import { keepPack } from './screens/village/use-guide.ts'
import { VillageApp } from './screens/village/village-app.tsx'
import { keepSending } from './screens/village/village-outbox.ts'
import { watchRoom } from './screens/village/village-room.ts'
import { openSession } from './screens/village/village-session.ts'
import { startVillageWords } from './text/village-words.ts'

await startVillageWords()
const problem = browserProblem(window)
if (problem === null) {
  void openSession()
  void keepSending()
  void keepPage()
  keepPack()
  watchRoom()
  forgetLists()
}

const root = document.getElementById('root')
if (root !== null) {
  createRoot(root).render(
    <StrictMode>{problem === null ? <VillageApp /> : <UnsupportedScreen problem={problem} />}</StrictMode>,
  )
}
