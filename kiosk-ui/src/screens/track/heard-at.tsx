import { secondWords } from '@counter/shared/vocabulary/plain-date'
import type { ReactNode } from 'react'
import { useTrack } from '../../state/track-link.ts'
import { useText } from '../../text/text.ts'

/** 「10:32:15 更新 ✓」, or how old what is shown may be (U10). */
export function HeardAt(): ReactNode {
  const say = useText()
  const { heardAt, net } = useTrack()
  if (heardAt === null) return null
  const t = secondWords(heardAt)
  const isStale = net === 'offline'
  return (
    <p className={isStale ? 'warning' : 'heard-at'} role={isStale ? 'alert' : undefined}>
      {say(isStale ? 'phone.stale' : 'phone.updated', { t })}
    </p>
  )
}
