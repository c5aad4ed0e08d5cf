import type { SyncAnswer } from '@counter/shared/contract/village'
import type { SenderWorld } from './sender-world.ts'

/**
 * Brings the copies up to date, page by page (V55). The last thing of a contact: what was sent is settled first, and a list that
 * cannot be kept takes nothing back. One that does not move on is asked for again with the next contact, not at once.
 */
export async function followChanges(
  { hearChanges }: Pick<SenderWorld, 'hearChanges'>,
  answer: SyncAnswer | null,
  ask: () => Promise<SyncAnswer | null>,
): Promise<void> {
  let told = answer
  while (told?.cursor !== undefined) {
    const { epoch, seq }: NonNullable<SyncAnswer['cursor']> = told.cursor
    const isKept = await hearChanges(told)
    told = isKept && told.more === true ? await ask() : null
    if (told?.cursor?.epoch === epoch && told.cursor.seq === seq) return
  }
}
