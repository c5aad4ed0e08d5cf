import type { ReactNode } from 'react'
import { useVillageWords } from '../../text/village-words.ts'
import type { BrowserProblem } from './browser-check.ts'
import { EntryHead } from './language-button.tsx'

/** `browser.unsupported`: nothing is taken here that could be lost, and what to do instead (V85). */
export function UnsupportedScreen({ problem }: { readonly problem: BrowserProblem }): ReactNode {
  const words = useVillageWords()
  return (
    <main className="v-page" data-screen="V-0" data-state={problem}>
      <EntryHead title={words('village.title')} />
      <p role="alert">{words('village.unsupported.title')}</p>
      <p>{words(`village.unsupported.${problem}`)}</p>
    </main>
  )
}
