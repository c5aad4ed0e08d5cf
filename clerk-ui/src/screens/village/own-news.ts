import { ErrandList } from '@counter/shared/contract/errands'
import type { SyncAnswer, SyncBody } from '@counter/shared/contract/village'
import { create } from 'zustand'
import { keepCopy, readCopy } from '../../outbox/case-copies.ts'
import { dataKey } from '../../outbox/vault.ts'
import { caseListTopic } from '../../state/case-list.ts'
import { useSession } from '../../state/session.ts'
import { ERRANDS_TOPIC, PLACE_TOPIC } from './copy-topics.ts'

type Cursor = NonNullable<SyncBody['cursor']>

/** Counts what a contact has brought, so that a page without a live line shows it (V55). */
export const useOwnNews = create<{ readonly told: number }>(() => ({ told: 0 }))

const NOWHERE: Cursor = { epoch: '', seq: 0 }

/** Up to where the copy of this agent goes; null while it is locked, because then nothing can be kept (V27, V55). */
export async function ownCursor(): Promise<Cursor | null> {
  if (dataKey() === null || ownTopic() === null) return null
  const kept = await readCopy(PLACE_TOPIC)
  return kept === null ? NOWHERE : (kept.state as Cursor)
}

/** Brings the sealed copy of cases and errands to what a contact has told; false when the disk did not take it. */
export function keepOwnNews(answer: SyncAnswer): Promise<boolean> {
  return keep(answer).then(
    () => true,
    () => false,
  )
}

// The place is kept last, so a page that is killed in between is told once more.
async function keep({ cursor, state, changes = [], errands }: SyncAnswer): Promise<void> {
  const topic = ownTopic()
  if (topic === null || cursor === undefined) return
  const next =
    state === undefined ? await changed(topic, changes) : read(() => caseListTopic.state.parse(state))
  // Of another form, or without a copy to begin with: the next contact tells the whole.
  if (next === null) return keepCopy(PLACE_TOPIC, NOWHERE, Date.now())
  await keepCopy(topic, next, Date.now())
  const list = ErrandList.safeParse({ items: errands })
  if (list.success) await keepCopy(ERRANDS_TOPIC, list.data, Date.now())
  await keepCopy(PLACE_TOPIC, cursor, Date.now())
  useOwnNews.setState(({ told }) => ({ told: told + 1 }))
}

async function changed(topic: string, changes: readonly unknown[]) {
  const kept = await readCopy(topic)
  if (kept === null) return null
  return read(() =>
    changes.reduce(
      (known: ReturnType<typeof caseListTopic.state.parse>, change) =>
        caseListTopic.withChange(known, caseListTopic.change.parse(change)),
      caseListTopic.state.parse(kept.state),
    ),
  )
}

function read<T>(make: () => T): T | null {
  try {
    return make()
  } catch {
    return null
  }
}

function ownTopic(): string | null {
  const village = useSession.getState().session?.village ?? null
  return village === null ? null : `village:${village}`
}
