import type { SyncAnswer, SyncResult } from '@counter/shared/contract/village'
import type { CommandId } from '@counter/shared/vocabulary/ids'
import type { OutboxDisk } from './outbox-disk.ts'

/** Puts away sealed what names a person; what is left may lie open beside the item (V27, V73). */
export async function withoutConflicts(
  disk: Pick<OutboxDisk, 'keepConflicts'>,
  { results }: Pick<SyncAnswer, 'results'>,
): Promise<SyncResult[]> {
  const kept: SyncResult[] = []
  for (const { conflicts, ...result } of results) {
    if (conflicts !== undefined) await disk.keepConflicts(result.id as CommandId, conflicts)
    kept.push(result)
  }
  return kept
}
