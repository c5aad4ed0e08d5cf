import type { TicketId } from '@counter/shared/vocabulary/ids'
import type { Instant } from '@counter/shared/vocabulary/time'
import { dropDraft, dropOldDrafts, findDraft, saveDraft } from '../../store/drafts.ts'
import type { Deps } from '../deps.ts'
import { requireToday } from '../hall/require-ticket.ts'
import type { CaseAsker } from './case-asker.ts'
import { staffIdOf } from './staff-id.ts'

/**
 * 存草稿: what is half written for a number, so that neither a crash nor another computer loses it (C410, U15). It is no fact of
 * the record: kept twice it is kept once, and the newest word counts. Null takes it back. Refuses `ticket.not_found`, `ticket.expired`.
 */
export function keepDraft(
  { store }: Pick<Deps, 'store'>,
  asker: CaseAsker,
  { ticket, content }: { readonly ticket: TicketId; readonly content: string | null },
): Promise<{ readonly savedAt: Instant | null }> {
  return store.write((tx) => {
    const place = { staff: staffIdOf(asker), ticket }
    requireToday(tx, ticket)
    dropOldDrafts(tx)
    if (content === null) dropDraft(tx, place)
    else saveDraft(tx, place, content)
    return { savedAt: content === null ? null : tx.at }
  })
}

/** What the same person had written for a number, or null. */
export function readDraft(
  { store }: Pick<Deps, 'store'>,
  asker: CaseAsker,
  ticket: TicketId,
): ReturnType<typeof findDraft> {
  return store.read((tx) => findDraft(tx, { staff: staffIdOf(asker), ticket }))
}
