import type { CaseId, StaffId } from '@counter/shared/vocabulary/ids'
import type { Capture } from './capture.ts'
import { isAccepted, type OpenPhoto, type Outbox, type OutboxItem, settled } from './outbox.ts'

/** The role of the authority's picture (V70). */
export const AUTHORITY_ROLE = 'authority'

/** The centre has a photo: it is let go everywhere, and a case without open photos is done (V67). */
export function withPhotoStored(outbox: Outbox, sha256: string, now: number): Outbox {
  return outbox.map((item) => withoutPhotoOf(item, sha256, now))
}

/** A photo waits for a person: its case is shown, the other photos go on (V70). */
export function withPhotoProblem(outbox: Outbox, sha256: string, problem: string): Outbox {
  return withPhotos(outbox, sha256, (photo) => ({ ...photo, problem }))
}

/** 「再传一次」: it goes once more like any other (V70). */
export function withPhotoAgain(outbox: Outbox, sha256: string): Outbox {
  return withPhotos(outbox, sha256, ({ problem: _problem, ...photo }) => photo)
}

/** The photos that a command says will not come: another stands for each, or none is needed (V70). */
export function givenUpIn({ header, payload }: Pick<Capture, 'header' | 'payload'>): readonly string[] {
  if (header.type !== 'material.receive') return []
  const { instead = [] } = payload as { readonly instead?: readonly { readonly lost: string }[] }
  return instead.map(({ lost }) => lost)
}

/** Another photo of the case has taken its place, or it is not needed: only what waits for a person may go (V70). */
export function withoutPhotos(outbox: Outbox, caseId: CaseId, lost: readonly string[], now: number): Outbox {
  return outbox.map((item) => {
    const gone = problemPhotos(item).filter(
      ({ sha256 }) => item.header.caseId === caseId && lost.includes(sha256),
    )
    return gone.reduce((each, { sha256 }) => withoutPhotoOf(each, sha256, now), item)
  })
}

/** The photos of an item that wait for a person. */
export function problemPhotos({ photos }: Pick<OutboxItem, 'photos'>): readonly OpenPhoto[] {
  return photos.filter(({ problem }) => problem !== undefined)
}

/**
 * The photo of this author to send when no command can be sent: the authorities first, then what is required, then the rest,
 * each by capture (V44, V70). One that the line did not carry stands behind those that were not tried as often.
 */
export function nextPhoto(
  outbox: Outbox,
  author: StaffId,
  tries: (sha256: string) => number,
): OpenPhoto | null {
  const open = outbox
    .filter((item) => item.author === author && isAccepted(item))
    .sort((a, b) => a.header.seq - b.header.seq)
    .flatMap(({ photos }) => photos.filter(({ problem }) => problem === undefined))
  const [first] = open.sort((a, b) => tries(a.sha256) - tries(b.sha256) || rank(a) - rank(b))
  return first ?? null
}

function rank({ role, isRequired = false }: OpenPhoto): number {
  if (role === AUTHORITY_ROLE) return 0
  return isRequired ? 1 : 2
}

function withPhotos(outbox: Outbox, sha256: string, step: (photo: OpenPhoto) => OpenPhoto): Outbox {
  return outbox.map((item) =>
    item.photos.some((photo) => photo.sha256 === sha256)
      ? { ...item, photos: item.photos.map((photo) => (photo.sha256 === sha256 ? step(photo) : photo)) }
      : item,
  )
}

function withoutPhotoOf(item: OutboxItem, sha256: string, now: number): OutboxItem {
  if (!item.photos.some((photo) => photo.sha256 === sha256)) return item
  return settled({ ...item, photos: item.photos.filter((photo) => photo.sha256 !== sha256) }, now)
}
