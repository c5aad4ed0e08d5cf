import type { CommandId, StaffId } from '@counter/shared/vocabulary/ids'
import { civilDate } from '@counter/shared/vocabulary/plain-date'
import type { PlainDate } from '@counter/shared/vocabulary/time'
import { create } from 'zustand'
import { dropDraft, readDraft, saveDraft } from '../../outbox/draft-disk.ts'
import { dataKey } from '../../outbox/vault.ts'
import { serverNow } from '../../state/live.ts'
import { useSession } from '../../state/session.ts'
import { type Draft, isUntouched, newDraft, reopened } from './draft.ts'
import { draftOf, formOf } from './draft-form.ts'
import { diskInUse } from './village-outbox.ts'

interface DraftStore {
  /** The form that is open, also while another tab of the page is looked at. */
  readonly draft: Draft | null
  /** The disk has said whether there is a draft; before that none is begun. */
  readonly isRead: boolean
  open(): void
  change(step: (draft: Draft) => Draft): void
  /** The form was frozen into a command, which took its place on the disk. */
  close(): void
  /** 「不办了」: what was written is gone. */
  discard(): Promise<void>
  /** Opens the form of a refused command again (V36); `busy` while another form is half written, which it would erase. */
  reopen(id: CommandId): Promise<'open' | 'busy' | 'gone'>
}

/** Well below the two seconds of V27. */
const SAVE_AFTER_MS = 500

/** The day by the centre's clock. */
export function today(): PlainDate {
  return civilDate(serverNow())
}

/** The form of a new case; what is typed lies sealed on the disk (V27). */
export const useDraft = create<DraftStore>((set, get) => ({
  draft: null,
  isRead: false,
  open() {
    if (get().isRead && get().draft === null) set({ draft: newDraft(today()) })
  },
  change(step) {
    const { draft } = get()
    if (draft !== null) set({ draft: step(draft) })
  },
  close() {
    set({ draft: null })
  },
  async discard() {
    set({ draft: null })
    const author = useSession.getState().session?.staffId
    if (author !== undefined) await afterSaving(() => dropDraft(author))
  },
  async reopen(id) {
    const { draft } = get()
    if (draft?.replaces === id) return 'open'
    if (draft !== null && !isUntouched(draft)) return 'busy'
    const disk = diskInUse()
    const content = await disk.formOf(id).catch(() => null)
    if (content === null) return 'gone'
    set({ draft: reopened(await draftOf(content, (sha256) => disk.photoOf(sha256))) })
    return 'open'
  },
}))

let saving: Promise<void> = Promise.resolve()
let unsaved: ReturnType<typeof setTimeout> | null = null

const LOOK_AGAIN_MS = 1000

/** Finds what this agent left. A disk that does not answer is asked again: a new form would take the place of the kept one (V27). */
export async function findDraft(author: StaffId): Promise<void> {
  // What the disk did not take is newer than what it has (V40).
  if (useDraft.getState().draft !== null) return
  try {
    const kept = await readDraft(author)
    const draft = kept === null ? null : await draftOf(kept.content, kept.photo)
    if (author === useSession.getState().session?.staffId) useDraft.setState({ draft, isRead: true })
  } catch {
    if (dataKey() !== null) setTimeout(() => void findDraft(author), LOOK_AGAIN_MS)
  }
}

/** Nobody's form is on the page: the next agent must not see that of the one before (V35). */
export function forgetDraft(): void {
  useDraft.setState({ draft: null, isRead: false })
}

/** Keeps what is typed from now on. */
export function keepDrafts(): void {
  useDraft.subscribe(({ draft }, before) => {
    if (draft !== before.draft && draft !== null)
      unsaved ??= setTimeout(() => void savedDraft(), SAVE_AFTER_MS)
  })
  // A phone that puts the page away may not bring it back (U35).
  document.addEventListener('visibilitychange', () => void savedDraft())
}

/** Writes what was typed and takes it off the page: nobody may read it while the app is locked (V33). */
export async function putDraftAway(): Promise<void> {
  await savedDraft()
  forgetDraft()
}

/** Resolves when the disk has what was typed: asked for before the camera opens (V27, U35). */
export function savedDraft(): Promise<void> {
  return unsaved === null ? saving : afterSaving(saveNow)
}

// One write after another: what was deleted must not be written again by a save that was on its way.
function afterSaving(work: () => Promise<void>): Promise<void> {
  if (unsaved !== null) clearTimeout(unsaved)
  unsaved = null
  saving = saving.then(work, work)
  return saving
}

async function saveNow(): Promise<void> {
  const { draft } = useDraft.getState()
  const author = useSession.getState().session?.staffId
  if (draft === null || author === undefined) return
  await saveDraft(author, formOf(draft), Date.now())
}
