import type { ReactNode } from 'react'
import { switchVillageLanguage, useVillageWords } from '../../text/village-words.ts'

/** 「English」 and back, on every page of the point (U13). */
export function LanguageButton(): ReactNode {
  const words = useVillageWords()
  return (
    <button type="button" className="v-link" onClick={() => void switchVillageLanguage()}>
      {words('village.language')}
    </button>
  )
}

/** The heading of a page before the point is open. */
export function EntryHead({ title }: { readonly title: string }): ReactNode {
  return (
    <div className="v-entry">
      <h1 tabIndex={-1}>{title}</h1>
      <LanguageButton />
    </div>
  )
}
