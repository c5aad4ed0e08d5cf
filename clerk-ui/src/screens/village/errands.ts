import type { Errand } from '@counter/shared/contract/errands'
import { CONTACT_PURPOSES, type ContactPurpose } from '@counter/shared/vocabulary/agency'
import { useEffect, useState } from 'react'
import { useOwnCases } from './own-cases.ts'
import { type Errands, readErrands } from './read-errands.ts'
import { useOutboxCounts } from './village-outbox.ts'

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

/** How many of each kind are due. */
export function countErrands(
  errands: readonly Pick<Errand, 'kind'>[],
): Readonly<Record<ContactPurpose, number>> {
  const count = (kind: ContactPurpose) => errands.filter((errand) => errand.kind === kind).length
  return { relay: count('relay'), deliver: count('deliver'), followup: count('followup') }
}

/** In the order of the work: tell, bring, ask. */
export const ERRANDS: readonly ContactPurpose[] = CONTACT_PURPOSES
