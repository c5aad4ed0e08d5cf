import type { ReactNode } from 'react'
import { useNet } from '../../state/live.ts'
import { useVillageWords } from '../../text/village-words.ts'

/** A page whose content is on its way; without a network it is not, and the phone has no copy of it (U11). */
export function Opening(): ReactNode {
  const words = useVillageWords()
  const isOffline = useNet(({ net }) => net === 'offline')
  return <p role="status">{words(isOffline ? 'village.notHere' : 'village.loading')}</p>
}
