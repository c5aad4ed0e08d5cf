import { refusalSentence } from '@counter/shared/text/refusal-text'
import type { RefusalParams } from '@counter/shared/vocabulary/refusal'
import type { ReactNode } from 'react'
import { useVillageLanguage, useVillageWords } from '../../text/village-words.ts'

export interface Refused {
  readonly code: string
  readonly params: RefusalParams
}

/** The sentence of a "no"; silence and a wrong password have their own words here. */
export function useRefusalWords(): (refused: Refused) => string {
  const words = useVillageWords()
  const { language } = useVillageLanguage()
  return ({ code, params }) => {
    if (code === 'offline') return words('village.signIn.unreachable')
    if (code === 'session.bad_credentials') return words('village.signIn.wrong')
    if (code === 'outbox.full') return words('village.problem.outboxFull')
    if (code === 'storage.full') return words('village.problem.storageFull')
    return refusalSentence(code, params, language)
  }
}

export interface VillageRefusalProps {
  readonly refused: Refused | null
  /** The centre's own sentence, with every name filled in; it speaks Chinese. */
  readonly told?: string | null
}

/** Why it was not done; nothing that was typed is lost (screens.md 6). */
export function VillageRefusal({ refused, told = null }: VillageRefusalProps): ReactNode {
  const sentence = useRefusalWords()
  const { language } = useVillageLanguage()
  if (refused === null) return null
  return (
    <p className="v-refusal" role="alert">
      <span aria-hidden="true">■ </span>
      {told !== null && language === 'zh-CN' ? told : sentence(refused)}
    </p>
  )
}
