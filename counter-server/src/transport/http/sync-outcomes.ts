import type { SyncResult } from '@counter/shared/contract/village'
import type { Outcome } from '../../usecases/village/tell-outcomes.ts'
import { toSyncResult } from './take-commands.ts'

/** What the centre made of an item that waited, in the words of any other answer (V51). */
export function toOutcomeResult(outcome: Outcome): SyncResult {
  const { id } = outcome
  if (outcome.end === 'rejected') {
    const refusal = { code: 'command.rejected', params: { reason: outcome.reason } }
    return toSyncResult(id, { ...NOTHING, status: 'attention', refusal })
  }
  const { applied, caseId, filesMissing, storedAt } = outcome
  return toSyncResult(id, { ...applied, caseId, refusal: null, filesMissing, storedAt })
}

const NOTHING = {
  caseId: null,
  storedAt: null,
  number: null,
  queryCode: null,
  link: null,
  filesMissing: [],
  alike: null,
}
