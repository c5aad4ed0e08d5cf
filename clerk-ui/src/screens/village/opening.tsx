import type { ReactNode } from 'react'
import { useWait, type Wait } from '../../components/use-wait.ts'
import { useNet } from '../../state/live.ts'
import { useVillageWords } from '../../text/village-words.ts'
import type { VillageKey } from '../../text/village-zh-cn.ts'

const LOCAL = { slow: 'village.loading.local', lost: 'village.stuck' } as const
const ONLINE = { slow: 'village.loading', lost: 'village.broken' } as const
// Without a network it is not on its way, and the phone has no copy of it.
const OFFLINE = { slow: 'village.notHere', lost: 'village.notHere' } as const

const ASKING = { slow: 'village.asking', lost: 'village.askingOn' } as const

/** A page whose content is on its way: nothing for 300 ms, then words, after 8 s those of an error (U11). */
export function Opening({ isLocal = false }: { readonly isLocal?: boolean }): ReactNode {
  const words = useVillageWords()
  const isOffline = useNet(({ net }) => net === 'offline')
  const wait = useWait()
  const said: Readonly<Record<Exclude<Wait, 'short'>, VillageKey>> = isLocal
    ? LOCAL
    : isOffline
      ? OFFLINE
      : ONLINE
  return <p role="status">{wait === 'short' ? null : words(said[wait])}</p>
}

/** The same where there is no page around it yet: what opens first lies on the phone (V-1). */
export function OpeningPage(): ReactNode {
  return (
    <main className="v-page v-wait">
      <Opening isLocal />
    </main>
  )
}

/** A phone that knows no agent has nothing of its own to open: who may be here, the centre says (V3). */
export function AskingPage(): ReactNode {
  const words = useVillageWords()
  const wait = useWait()
  return (
    <main className="v-page v-wait">
      <p role="status">{wait === 'short' ? null : words(ASKING[wait])}</p>
    </main>
  )
}
