import type { ReactNode } from 'react'
import { useVillageWords } from '../../text/village-words.ts'
import { useOutbox } from './village-outbox.ts'
import { VillageRefusal } from './village-refusal.tsx'

const TOO_OLD = { code: 'protocol.too_old', params: {} }

/** The centre speaks with this page no more: what the agent can do, and nothing that waits is lost (V58, V79, V83). */
export function TooOld(): ReactNode {
  const words = useVillageWords()
  if (!useOutbox((state) => state.isTooOld)) return null
  return (
    <section className="v-attention" data-testid="v3.too-old">
      <VillageRefusal refused={TOO_OLD} />
      <p>{words('village.version.tooOldNew')}</p>
      <p>{words('village.version.tooOldFile')}</p>
    </section>
  )
}
