import type { Net } from '@counter/shared/client/live-link'
import { timeWords } from '@counter/shared/vocabulary/date-words'
import { civilTime } from '@counter/shared/vocabulary/plain-date'
import type { Instant } from '@counter/shared/vocabulary/time'
import type { ReactNode } from 'react'
import { Link } from 'wouter'
import { countLate, lateness, type OutboxCounts } from '../../outbox/outbox-counts.ts'
import { useNet, useServerNow } from '../../state/live.ts'
import { useVillageWords, type VillageWords } from '../../text/village-words.ts'
import { useOutbox, useOutboxCounts } from './village-outbox.ts'

const MINUTE = 60_000

/** The strip that is always there: the network, and what has not arrived yet; it leads to the list (V37). */
export function VillageStrip(): ReactNode {
  const words = useVillageWords()
  const { net, since } = useNet()
  const counts = useOutboxCounts()
  const now = Date.parse(useServerNow(MINUTE))
  const late = useOutbox(({ outbox }) => countLate(outbox, now))
  const isTooOld = useOutbox((state) => state.isTooOld)
  const isOpen = counts.unsent + counts.photosLeft + counts.attention > 0
  const state = isTooOld ? 'attention' : stripState(net, counts, lateness(counts, now))
  const open = late > 0 ? words('village.strip.late', { n: late }) : openWords(words, counts)
  return (
    <Link className="v-strip" href="/village/outbox" data-testid="v1.strip" data-state={state}>
      <span role="status">
        {`${netWords(words, { net, since, isOpen })} · ${isTooOld ? words('village.strip.tooOld') : open}`}
      </span>
    </Link>
  )
}

// What needs a person is red, and so is what has waited for three days; a day is pointed out (V39).
function stripState(
  net: Net,
  { attention }: OutboxCounts,
  late: ReturnType<typeof lateness>,
): Net | 'attention' | 'late' {
  if (attention > 0 || late === 'days') return 'attention'
  return late === 'day' ? 'late' : net
}

interface Heard {
  readonly net: Net
  readonly since: Instant | null
  readonly isOpen: boolean
}

// What is open is said on one line of a narrow phone, so then the time is left out (V-1).
function netWords(words: VillageWords, { net, since, isOpen }: Heard): string {
  if (net === 'offline' && isOpen) return words('village.strip.cutOff')
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
