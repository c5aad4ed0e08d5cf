import { pointRefusalSentence } from '@counter/shared/text/point-refusals'
import type { RefusalParams } from '@counter/shared/vocabulary/refusal'
import type { ReactNode } from 'react'
import type { OutboxItem } from '../../outbox/outbox.ts'
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
    if (code === 'agent.other_point') return words('village.signIn.otherPoint')
    if (code === 'outbox.full') return words('village.problem.outboxFull')
    if (code === 'storage.full') return words('village.problem.storageFull')
    return pointRefusalSentence(code, params, language)
  }
}

/** Why the centre did not take it: its own sentence, which names people and fields, else ours. */
export function useReason(answer: OutboxItem['answer']): string {
  const sentence = useRefusalWords()
  const { language } = useVillageLanguage()
  const told = language === 'zh-CN' ? answer?.message : answer?.messageEn
  return told ?? sentence({ code: answer?.code ?? 'fault', params: {} })
}

/** Why it was not done; nothing that was typed is lost (screens.md 6). */
export function VillageRefusal({ refused }: { readonly refused: Refused | null }): ReactNode {
  const sentence = useRefusalWords()
  return refused === null ? null : <Alert>{sentence(refused)}</Alert>
}

/** A "no" in red, with a shape beside the colour. */
export function Alert({ children }: { readonly children: string }): ReactNode {
  return (
    <p className="v-refusal" role="alert">
      <span aria-hidden="true">■ </span>
      {children}
    </p>
  )
}
