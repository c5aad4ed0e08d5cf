import { type Errand, ErrandList } from '@counter/shared/contract/errands'
import { CONTACT_PURPOSES, type ContactPurpose } from '@counter/shared/vocabulary/agency'
import { instantOf } from '@counter/shared/vocabulary/plain-date'
import type { Instant } from '@counter/shared/vocabulary/time'
import { useEffect, useState } from 'react'
import { keepCopy, readCopy } from '../../outbox/case-copies.ts'
import { read } from '../../state/ask.ts'
import { ERRANDS_TOPIC } from './copy-topics.ts'
import { useOwnCases } from './own-cases.ts'
import { useOutboxCounts } from './village-outbox.ts'

interface Errands {
  /** Null until the centre or the phone's own copy has told. */
  readonly errands: readonly Errand[] | null
  readonly copiedAt: Instant | null
}

/** What the point owes its cases (V21): read again when a case or the outbox changes, without a network from the phone's own copy. */
export function useErrands(): Errands {
  const { state } = useOwnCases()
  const { unsent, received } = useOutboxCounts()
  const [told, setTold] = useState<Errands>({ errands: null, copiedAt: null })
  // biome-ignore lint/correctness/useExhaustiveDependencies: a change of the cases or of what was sent is the reason to read again
  useEffect(() => {
    let isCurrent = true
    void readErrands().then((errands) => isCurrent && errands !== null && setTold(errands))
    return () => {
      isCurrent = false
    }
  }, [state, unsent, received])
  return told
}

async function readErrands(): Promise<Errands | null> {
  const answer = await read('/api/errands', ErrandList)
  if (answer.ok) {
    await keepCopy(ERRANDS_TOPIC, answer.value, Date.now())
    return { errands: answer.value.items, copiedAt: null }
  }
  const copy = await readCopy(ERRANDS_TOPIC)
  const kept = ErrandList.safeParse(copy?.state)
  return kept.success && copy !== null ? { errands: kept.data.items, copiedAt: instantOf(copy.keptAt) } : null
}

/** How many of each kind are due. */
export function countErrands(
  errands: readonly Pick<Errand, 'kind'>[],
): Readonly<Record<ContactPurpose, number>> {
  const count = (kind: ContactPurpose) => errands.filter((errand) => errand.kind === kind).length
  return { relay: count('relay'), deliver: count('deliver'), followup: count('followup') }
}

/** In the order of the work: tell, bring, ask. */
export const ERRANDS: readonly ContactPurpose[] = CONTACT_PURPOSES
