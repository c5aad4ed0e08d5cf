import type { StoreApi } from 'zustand'
import { type FileLine, type FileOutcome, sendFile } from './file-parts.ts'
import type { OpenPhoto, Outbox } from './outbox.ts'
import { nextPhoto, withPhotoProblem, withPhotoStored } from './outbox-photos.ts'
import type { SenderState } from './sender-state.ts'
import type { SenderWorld } from './sender-world.ts'

const PHOTO_REST_MS = 10_000
/** Each try of a full day costs a part of a photo, and a village pays for it (V68). */
const FULL_DAY_REST_MS = 3_600_000

const REST_MS: Partial<Record<FileOutcome['outcome'], number>> = {
  later: PHOTO_REST_MS,
  day_full: FULL_DAY_REST_MS,
}

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

  async function settle(sha256: string, result: FileOutcome): Promise<boolean> {
    const step = photoStep(sha256, result, now())
    if (step !== null) await update(step)
    const rest = REST_MS[result.outcome]
    if (rest === undefined) return true
    tries.add(sha256)
    store.setState({ photosRestUntil: now() + rest })
    return false
  }

  return {
    due(): OpenPhoto | null {
      const own = author()
      const { outbox, photosRestUntil } = store.getState()
      return own === null || isResting(photosRestUntil, now()) ? null : nextPhoto(outbox, own, tries.of)
    },
    /** True when it went well enough to go on; text that became due meanwhile goes first. */
    async send({ sha256 }: OpenPhoto, isTextDue: () => boolean): Promise<boolean> {
      return settle(sha256, await sendPhoto({ disk, files }, sha256, isTextDue))
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
function isResting(until: number, now: number): boolean {
  return now < until && until - now <= FULL_DAY_REST_MS
}
