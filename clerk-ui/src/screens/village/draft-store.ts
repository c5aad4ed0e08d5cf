import type { CommandId, StaffId } from '@counter/shared/vocabulary/ids'
import { civilDate, toMs } from '@counter/shared/vocabulary/plain-date'
import type { PlainDate } from '@counter/shared/vocabulary/time'
import { create } from 'zustand'
import type { Written } from '../../outbox/draft-days.ts'
import { dropDraft, newCaseSlot, saveDraft } from '../../outbox/draft-disk.ts'
import { serverNow } from '../../state/live.ts'
import { useSession } from '../../state/session.ts'
import { reopened } from './draft.ts'
import { type AnyDraft, draftOf, formOf, isFact } from './draft-form.ts'
import { isUntouched } from './draft-untouched.ts'
import { isBlank, slotOfFact } from './fact-draft.ts'
import { beforeLeaving } from './village-leaving.ts'
import { clockAhead, diskInUse } from './village-outbox.ts'

/** A form that is open, and when it was last typed in. */
export interface OpenForm extends Written {
  readonly draft: AnyDraft
}

interface DraftStore {
  /** The half-written forms of this agent by their slot, also while another page is looked at. */
  readonly forms: Readonly<Record<string, OpenForm>>
  /** The disk has said which drafts there are; before that none is begun. */
  readonly isRead: boolean
  /** What was typed: the form as it is now, in its slot. */
  put(draft: AnyDraft): void
  /** The form was frozen into a command, which took its place on the disk. */
  close(slot: string): void
  /** 「不办了」: what was written is gone. */
  discard(slot: string): Promise<void>
  /** Opens the form of a refused command again, beside the others (V36); `busy` while one in its own slot is half written, which it would erase. */
  reopen(id: CommandId): Promise<AnyDraft | 'busy' | 'gone'>
}

/** Well below the two seconds of V27. */
const SAVE_AFTER_MS = 500

/** The day by the centre's clock. */
export function today(): PlainDate {
  return civilDate(serverNow())
}

/** Which slot a form takes. */
export function slotOf(draft: AnyDraft): string {
  return isFact(draft) ? slotOfFact(draft) : newCaseSlot(draft.caseId)
}

/** True for what is worth keeping: something was typed or taken. */
export function isBegun(draft: AnyDraft): boolean {
  return isFact(draft) ? !isBlank(draft) : !isUntouched(draft)
}

/** Every form of the village's pages; what is typed lies sealed on the disk (V27). */
export const useDrafts = create<DraftStore>((set, get) => ({
  forms: {},
  isRead: false,
  put(draft) {
    const written = { at: toMs(serverNow()), isHeard: clockAhead() !== null }
    set({ forms: { ...get().forms, [slotOf(draft)]: { draft, ...written } } })
  },
  close(slot) {
    set({ forms: without(get().forms, slot) })
  },
  async discard(slot) {
    set({ forms: without(get().forms, slot) })
    const author = useSession.getState().session?.staffId
    if (author === undefined) return
    await afterSaving(async () => {
      await dropDraft({ author, slot })
      // The others may have waited for the same write.
      await saveNow()
    })
  },
  async reopen(id) {
    const disk = diskInUse()
    const content = await disk.formOf(id).catch(() => null)
    if (content === null) return 'gone'
    const written = reopened(await draftOf(content, (sha256) => disk.photoOf(sha256).catch(() => null)))
    const draft = await onPresentBase(written, id)
    const open = get().forms[slotOf(draft)]?.draft
    if (open?.replaces === id) return open
    if (open !== undefined && isBegun(open)) return 'busy'
    get().put(draft)
    return draft
  },
}))

// Whoever writes again what another has put right has seen what stands now (V73).
async function onPresentBase(draft: AnyDraft, id: CommandId): Promise<AnyDraft> {
  const conflicts = await diskInUse()
    .conflictsOf(id)
    .catch(() => null)
  return conflicts === null || !isFact(draft) ? draft : { ...draft, base: conflicts.caseRev }
}

let saving: Promise<void> = Promise.resolve()
let unsaved: ReturnType<typeof setTimeout> | null = null
const dirty = new Set<string>()

/** Nobody's form is on the page: the next agent must not see that of the one before (V35). */
export function forgetDrafts(): void {
  dirty.clear()
  useDrafts.setState({ forms: {}, isRead: false })
}

/** Keeps what is typed from now on. */
export function keepDrafts(): void {
  useDrafts.subscribe(({ forms }, before) => {
    const changed = Object.keys(forms).filter((slot) => forms[slot] !== before.forms[slot])
    for (const slot of changed) dirty.add(slot)
    if (changed.length > 0) unsaved ??= setTimeout(() => void savedDrafts(), SAVE_AFTER_MS)
  })
  // A retired phone is not empty while something typed is not on its disk yet (V84).
  beforeLeaving(savedDrafts)
  // A phone that puts the page away may not bring it back (U35).
  document.addEventListener('visibilitychange', () => void savedDrafts())
}

/** Writes what was typed and takes it off the page: nobody may read it while the app is locked (V33). */
export async function putDraftsAway(): Promise<void> {
  await savedDrafts()
  forgetDrafts()
}

/** Resolves when the disk has what was typed: asked for before the camera opens (V27, U35). */
export function savedDrafts(): Promise<void> {
  return unsaved === null && dirty.size === 0 ? saving : afterSaving(saveNow)
}

// One write after another: what was deleted must not be written again by a save that was on its way.
function afterSaving(work: () => Promise<void>): Promise<void> {
  if (unsaved !== null) clearTimeout(unsaved)
  unsaved = null
  saving = saving.then(work, work)
  return saving
}

// A form that the disk did not take stays to be written with the next one, and so does one that was typed in meanwhile; one that
// is too large for what is left keeps no other from it (V27, V40).
async function saveNow(): Promise<void> {
  const author = useSession.getState().session?.staffId
  if (author === undefined) return
  const saves: PromiseSettledResult<void>[] = []
  for (const slot of [...dirty]) saves.push(...(await Promise.allSettled([saveOne(author, slot)])))
  const failed = saves.find((each) => each.status === 'rejected')
  if (failed !== undefined) throw failed.reason
}

async function saveOne(author: StaffId, slot: string): Promise<void> {
  const form = useDrafts.getState().forms[slot]
  if (form !== undefined) {
    const kept = { ...formOf(form.draft), isBlank: !isBegun(form.draft) }
    await saveDraft({ author, slot }, kept, form)
  }
  if (useDrafts.getState().forms[slot] === form) dirty.delete(slot)
}

function without(forms: DraftStore['forms'], slot: string): DraftStore['forms'] {
  return Object.fromEntries(Object.entries(forms).filter(([each]) => each !== slot))
}
