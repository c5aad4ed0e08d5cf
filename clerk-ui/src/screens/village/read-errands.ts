import { type Errand, ErrandList } from '@counter/shared/contract/errands'
import { instantOf } from '@counter/shared/vocabulary/plain-date'
import type { Instant } from '@counter/shared/vocabulary/time'
import { keepCopy, readCopy } from '../../outbox/case-copies.ts'
import { read } from '../../state/ask.ts'
import { ERRANDS_TOPIC } from './copy-topics.ts'

export interface Errands {
  /** Null until the centre or the phone's own copy has told. */
  readonly errands: readonly Errand[] | null
  readonly copiedAt: Instant | null
}

/** What the point owes, as the centre says it now, or as it last said (V21, V27). */
export async function readErrands(): Promise<Errands | null> {
  const answer = await read('/api/errands', ErrandList)
  if (answer.ok) {
    // What the disk does not take is shown all the same (V40, V41).
    await keepCopy(ERRANDS_TOPIC, answer.value, Date.now()).catch(() => undefined)
    return { errands: answer.value.items, copiedAt: null }
  }
  const copy = await readCopy(ERRANDS_TOPIC).catch(() => null)
  const kept = ErrandList.safeParse(copy?.state)
  return kept.success && copy !== null ? { errands: kept.data.items, copiedAt: instantOf(copy.keptAt) } : null
}
