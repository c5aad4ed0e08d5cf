import type { Net } from '@counter/shared/client/live-link'
import { timeWords } from '@counter/shared/vocabulary/date-words'
import { civilTime } from '@counter/shared/vocabulary/plain-date'
import type { Instant } from '@counter/shared/vocabulary/time'
import type { ReactNode } from 'react'
import { Link } from 'wouter'
import type { OutboxCounts } from '../../outbox/outbox.ts'
import { useNet } from '../../state/live.ts'
import { useVillageWords, type VillageWords } from '../../text/village-words.ts'
import { useOutboxCounts } from './village-outbox.ts'

/** The strip that is always there: the network, and what has not arrived yet; it leads to the list (V37). */
export function VillageStrip(): ReactNode {
  const words = useVillageWords()
  const { net, since } = useNet()
  const counts = useOutboxCounts()
  const state = stripState(net, counts)
  return (
    <Link className="v-strip" href="/village/outbox" data-testid="v1.strip" data-state={state}>
      <span role="status">{`${netWords(words, net, since)} · ${openWords(words, counts)}`}</span>
    </Link>
  )
}

function stripState(net: Net, { attention }: OutboxCounts): Net | 'attention' {
  return attention > 0 ? 'attention' : net
}

function netWords(words: VillageWords, net: Net, since: Instant | null): string {
  const time = since === null ? '–' : timeWords(civilTime(since))
  return words(`village.strip.${net}`, { time })
}

/** What needs a person comes first, then what is on its way, then what waits. */
export function openWords(words: VillageWords, counts: OutboxCounts): string {
  if (counts.attention > 0) return words('village.strip.attention', { n: counts.attention })
  if (counts.sending > 0) return words('village.strip.sending', { n: counts.sending })
  if (counts.unsent > 0) return words('village.strip.unsent', { n: counts.unsent })
  if (counts.photosLeft > 0) return words('village.strip.photos', { n: counts.photosLeft })
  return words('village.strip.allSent')
}
