import type { StaffId } from '@counter/shared/vocabulary/ids'
import { isOver, type Written, warned } from '../../outbox/draft-days.ts'
import { dropDraft, type KeptForm, moveDraft, readDrafts } from '../../outbox/draft-disk.ts'
import { dataKey } from '../../outbox/vault.ts'
import { useSession } from '../../state/session.ts'
import { type AnyDraft, draftOf, formOf } from './draft-form.ts'
import { type OpenForm, slotOf, useDrafts } from './draft-store.ts'
import { phoneRules } from './phone-rules.ts'
import { clockAhead } from './village-outbox.ts'

const LOOK_AGAIN_MS = 1000

/** Finds what this agent left. A disk that does not answer is asked again: a new form would take the place of the kept one (V27). */
export async function findDrafts(author: StaffId): Promise<void> {
  try {
    const forms = await keptForms(author)
    if (author !== useSession.getState().session?.staffId) return
    // What the disk did not take is newer than what it has (V40).
    useDrafts.setState({ forms: { ...forms, ...useDrafts.getState().forms }, isRead: true })
  } catch {
    if (dataKey() !== null) setTimeout(() => void findDrafts(author), LOOK_AGAIN_MS)
  }
}

async function keptForms(author: StaffId): Promise<Readonly<Record<string, OpenForm>>> {
  const ahead = clockAhead()
  const now = ahead === null ? null : Date.now() + ahead
  const { draftDays } = phoneRules()
  const forms: Record<string, OpenForm> = {}
  for (const kept of await readDrafts(author)) {
    const { slot, written } = kept
    if (isOver(written, now, draftDays)) {
      await dropDraft({ author, slot })
      continue
    }
    const draft = await ownDraft(author, kept)
    const there = forms[slotOf(draft)]
    // What is found is written once more, and with it the day of the warning that now stands beside it.
    if (there === undefined || there.at < written.at)
      forms[slotOf(draft)] = { draft, ...warned(heard(written, now), now, draftDays) }
  }
  return forms
}

// A page that knew one form of a new case kept it elsewhere (V58). A full disk moves it the next time.
async function ownDraft(author: StaffId, { slot, content, photo }: KeptForm): Promise<AnyDraft> {
  const draft = await draftOf(content, photo)
  const own = slotOf(draft)
  if (slot !== own) await moveDraft({ author, slot }, own, formOf(draft)).catch(() => undefined)
  return draft
}

// What was typed while only this phone's clock was known begins its days when the centre's is.
function heard(written: Written, now: number | null): Written {
  return written.isHeard || now === null ? written : { at: now, isHeard: true }
}
