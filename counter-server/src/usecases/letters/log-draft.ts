import type { Instant } from '@counter/shared/vocabulary/time'
import { dropDraft, dropOldDrafts, findDraft, saveDraft } from '../../store/drafts.ts'
import type { CaseAsker } from '../cases/case-asker.ts'
import { staffIdOf } from '../cases/staff-id.ts'
import type { Deps } from '../deps.ts'

/**
 * What is half written in the log of letters, so that a page that is left or a computer that stops loses no call (U15). One
 * per person; the newest word counts, and null takes it back.
 */
export function keepLogDraft(
  { store }: Pick<Deps, 'store'>,
  asker: CaseAsker,
  content: string | null,
): Promise<{ readonly savedAt: Instant | null }> {
  return store.write((tx) => {
    const place = { staff: staffIdOf(asker), log: 'letter_log' } as const
    dropOldDrafts(tx)
    if (content === null) dropDraft(tx, place)
    else saveDraft(tx, place, content)
    return { savedAt: content === null ? null : tx.at }
  })
}

/** What the same person had written there, or null. */
export function readLogDraft({ store }: Pick<Deps, 'store'>, asker: CaseAsker): ReturnType<typeof findDraft> {
  return store.read((tx) => findDraft(tx, { staff: staffIdOf(asker), log: 'letter_log' }))
}
