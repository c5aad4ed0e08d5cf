import type { StaffId } from '@counter/shared/vocabulary/ids'
import type { StoreApi } from 'zustand'
import { type FileLine, type FileOutcome, sendFile } from './file-parts.ts'
import type { OpenPhoto, Outbox } from './outbox.ts'
import { nextPhoto, withPhotoProblem, withPhotoStored } from './outbox-photos.ts'
import type { SenderState } from './sender-state.ts'
import type { SenderWorld } from './sender-world.ts'

const PHOTO_REST_MS = 10_000
/** Each try of a full day costs a part of a photo, and a village pays for it (V68). */
const FULL_DAY_REST_MS = 3_600_000

interface PhotoPlace {
  readonly store: StoreApi<SenderState>
  /** The line of the photos, listened to. */
  readonly files: FileLine
  readonly update: (step: (outbox: Outbox) => Outbox) => Promise<void>
}

/** Sends the photos one by one; after a broken line they rest, and those that were tried less go first (V70). */
export function createPhotoSender(
  { disk, author, now }: Pick<SenderWorld, 'disk' | 'author' | 'now'>,
  { store, files, update }: PhotoPlace,
) {
  const tries = createPhotoTries()

  // Under a broken line all photos rest; a day is its agent's alone, so another's photos go on (V68, decision 049).
  function rest(sha256: string, outcome: 'later' | 'day_full', own: StaffId): void {
    tries.add(sha256)
    if (outcome === 'later') return store.setState({ photosRestUntil: now() + PHOTO_REST_MS })
    const { fullDays } = store.getState()
    store.setState({ fullDays: new Map([...fullDays, [own, now() + FULL_DAY_REST_MS]]) })
  }

  function isResting(own: StaffId): boolean {
    const { photosRestUntil, fullDays } = store.getState()
    return isAhead(photosRestUntil, now()) || isAhead(fullDays.get(own) ?? 0, now())
  }

  return {
    due(): OpenPhoto | null {
      const own = author()
      return own === null || isResting(own) ? null : nextPhoto(store.getState().outbox, own, tries.of)
    },
    /** True when it went well enough to go on; text that became due meanwhile goes first. */
    async send({ sha256 }: OpenPhoto, isTextDue: () => boolean): Promise<boolean> {
      // Another agent may take the phone while it goes.
      const own = author()
      const result = await sendPhoto({ disk, files }, sha256, isTextDue)
      const step = photoStep(sha256, result, now())
      if (step !== null) await update(step)
      const { outcome } = result
      if (outcome !== 'later' && outcome !== 'day_full') return true
      if (own !== null) rest(sha256, outcome, own)
      return false
    },
  }
}

// Sends one photo of the disk. What cannot be opened any more is as good as none: a person sees it, and it holds nothing up (V70).
async function sendPhoto(
  { disk, files }: Pick<SenderWorld, 'disk' | 'files'>,
  sha256: string,
  isTextDue: () => boolean,
): Promise<FileOutcome> {
  const content = await disk.photoOf(sha256).catch(() => null)
  if (content === null) return { outcome: 'refused', code: 'file.not_found' }
  return sendFile(files, sha256, content, isTextDue)
}

// What the list says of it afterwards; null when nothing has changed.
function photoStep(sha256: string, result: FileOutcome, now: number): ((outbox: Outbox) => Outbox) | null {
  if (result.outcome === 'stored') return (outbox) => withPhotoStored(outbox, sha256, now)
  return result.outcome === 'refused' ? (outbox) => withPhotoProblem(outbox, sha256, result.code) : null
}

// How often the line did not carry a photo: those that were tried less go first (V70).
function createPhotoTries() {
  const tries = new Map<string, number>()
  return {
    of: (sha256: string): number => tries.get(sha256) ?? 0,
    add: (sha256: string): void => void tries.set(sha256, (tries.get(sha256) ?? 0) + 1),
  }
}

// A rest longer than any that is taken comes from a clock that was set back (V78).
function isAhead(until: number, now: number): boolean {
  return now < until && until - now <= FULL_DAY_REST_MS
}
