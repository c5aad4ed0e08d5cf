import type { CaseId, StaffId } from '@counter/shared/vocabulary/ids'
import type { Written } from './draft-days.ts'
import { refuseLeft } from './left-book.ts'
import type { Photo } from './photo.ts'
import { seal, sealValue, unseal, unsealValue } from './seal.ts'
import { openKey } from './vault.ts'
import { type KeptDraft, villageBook } from './village-db.ts'

/** A form as it is kept: what was typed, and its photos beside it, so that a letter typed does not write them again. */
export interface DraftForm {
  readonly content: unknown
  readonly photos: readonly Pick<Photo, 'sha256' | 'content'>[]
  /** Nothing is written in it, or nothing any more: it keeps no phone from being emptied (V84). */
  readonly isBlank?: boolean
}

/** A form that an agent left, with its photos by address. */
export interface KeptForm {
  readonly slot: string
  readonly content: unknown
  readonly written: Written
  photo(sha256: string): Promise<Photo['content'] | null>
}

/** Whose form, and which of theirs: a new case, or what is said of a case that stands. */
export interface DraftPlace {
  readonly author: StaffId
  readonly slot: string
}

/** The slot of a new case: each has a form of its own. */
export function newCaseSlot(caseId: CaseId): string {
  return `new:${caseId}`
}

// Under the agent's own name lies the form of a new case that a page kept which knew only one.
const ONLY_NEW_CASE = 'new'

const written = new Set<string>()

/** Keeps a form; resolves when the disk has it (V27). */
export async function saveDraft(place: DraftPlace, form: DraftForm, last: Written): Promise<void> {
  const key = openKey()
  const name = draftName(place)
  const { isBlank = false } = form
  const { at: savedAt, isHeard, warnedAt } = last
  const warning = warnedAt === undefined ? {} : { warnedAt }
  const sealed = await sealValue(key, sealName(name), form.content)
  const names = form.photos.map(({ sha256 }) => photoName(name, sha256))
  const fresh = await sealedPhotos(
    key,
    name,
    form.photos.filter(({ sha256 }) => !written.has(photoName(name, sha256))),
  )
  await villageBook.write(['meta', 'drafts', 'blobs'], async (tx) => {
    await refuseLeft(tx)
    const blobs = tx.objectStore('blobs')
    const old = (await blobs.getAllKeys(draftPhotos(place))).filter((each) => !names.includes(each))
    await Promise.all([
      tx
        .objectStore('drafts')
        .put({ name, author: place.author, form: sealed, savedAt, isHeard, isBlank, ...warning }),
      ...fresh.map((photo) => blobs.put(photo)),
      ...old.map((each) => blobs.delete(each)),
    ])
    // The same picture may be chosen again.
    for (const each of old) written.delete(each)
  })
  for (const photo of fresh) written.add(photo.name)
}

function sealedPhotos(key: CryptoKey, name: string, photos: DraftForm['photos']) {
  return Promise.all(
    photos.map(async ({ sha256, content }) => {
      const photo = photoName(name, sha256)
      return { name: photo, content: await seal(key, photo, content) }
    }),
  )
}

/** Gives a form another slot, in one transaction with its photos: it is never nowhere, and never twice (V58). */
export async function moveDraft(from: DraftPlace, slot: string, form: DraftForm): Promise<void> {
  const key = openKey()
  const name = draftName({ ...from, slot })
  const sealed = await sealValue(key, sealName(name), form.content)
  const photos = await sealedPhotos(key, name, form.photos)
  await villageBook.write(['drafts', 'blobs'], async (tx) => {
    const drafts = tx.objectStore('drafts')
    const blobs = tx.objectStore('blobs')
    const [old, there] = await Promise.all([drafts.get(draftName(from)), drafts.get(name)])
    // Another tab was first, and may have been typed in since (V41).
    const isNewer = old !== undefined && (there === undefined || there.savedAt < old.savedAt)
    const moved = isNewer
      ? [drafts.put({ ...old, name, form: sealed }), ...photos.map((each) => blobs.put(each))]
      : []
    await Promise.all([...moved, drafts.delete(draftName(from)), blobs.delete(draftPhotos(from))])
  })
}

/** All forms that this agent left. What cannot be opened any more is as good as none (V34). */
export async function readDrafts(author: StaffId): Promise<readonly KeptForm[]> {
  const key = openKey()
  const own = (await villageBook.all('drafts')).filter((draft) => draft.author === author)
  const forms = await Promise.all(
    own.map(async (kept): Promise<KeptForm | null> => {
      const { name, form } = kept
      const content = await unsealValue(key, sealName(name), form).catch(() => null)
      const slot = name === author ? ONLY_NEW_CASE : name.slice(author.length + 1)
      return content === null
        ? null
        : { slot, content, written: writtenOf(kept), photo: (sha256) => readPhoto(key, name, sha256) }
    }),
  )
  return forms.filter((form) => form !== null)
}

/** When a kept form was last typed in. */
export function writtenOf({ savedAt: at, isHeard = false, warnedAt }: KeptDraft): Written {
  return { at, isHeard, ...(warnedAt === undefined ? {} : { warnedAt }) }
}

async function readPhoto(key: CryptoKey, name: string, sha256: string): Promise<Photo['content'] | null> {
  const found = await villageBook.find('blobs', photoName(name, sha256))
  if (found === undefined) return null
  const content = await unseal(key, found.name, found.content).catch(() => null)
  // It lies there already: what is found is not written again.
  if (content !== null) written.add(found.name)
  return content
}

/** Lets go of the form with its photos. */
export async function dropDraft(place: DraftPlace): Promise<void> {
  await villageBook.write(['drafts', 'blobs'], async (tx) => {
    await Promise.all([
      tx.objectStore('drafts').delete(draftName(place)),
      tx.objectStore('blobs').delete(draftPhotos(place)),
    ])
  })
  forgetWritten()
}

/** Photos of forms have left the disk: they are written again when they are chosen again. */
export function forgetWritten(): void {
  written.clear()
}

/** Under what a form lies. */
export function draftName({ author, slot }: DraftPlace): string {
  return slot === ONLY_NEW_CASE ? author : `${author}:${slot}`
}

/** All photos of a form: their addresses are hexadecimal, and no other form's name has a slash where these have one. */
export function draftPhotos(place: DraftPlace): IDBKeyRange {
  const name = sealName(draftName(place))
  return IDBKeyRange.bound(`${name}/`, `${name}/g`)
}

function sealName(name: string): string {
  return `draft/${name}`
}

function photoName(name: string, sha256: string): string {
  return `${sealName(name)}/${sha256}`
}
