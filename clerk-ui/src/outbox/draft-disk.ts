import type { StaffId } from '@counter/shared/vocabulary/ids'
import type { Photo } from './photo.ts'
import { seal, sealValue, unseal, unsealValue } from './seal.ts'
import { openKey } from './vault.ts'
import { villageBook } from './village-db.ts'

/** A form as it is kept: what was typed, and its photos beside it, so that a letter typed does not write them again. */
export interface DraftForm {
  readonly content: unknown
  readonly photos: readonly Pick<Photo, 'sha256' | 'content'>[]
}

const written = new Set<string>()

/** Keeps the form of this agent; resolves when the disk has it (V27). */
export async function saveDraft(author: StaffId, { content, photos }: DraftForm, now: number): Promise<void> {
  const key = openKey()
  const form = await sealValue(key, formName(author), content)
  const names = photos.map(({ sha256 }) => photoName(author, sha256))
  const fresh = await Promise.all(
    photos
      .filter(({ sha256 }) => !written.has(photoName(author, sha256)))
      .map(async (photo) => {
        const name = photoName(author, photo.sha256)
        return { name, content: await seal(key, name, photo.content) }
      }),
  )
  await villageBook.write(['drafts', 'blobs'], async (tx) => {
    const blobs = tx.objectStore('blobs')
    const old = (await blobs.getAllKeys(photosOf(author))).filter((name) => !names.includes(name))
    await Promise.all([
      tx.objectStore('drafts').put({ author, form, savedAt: now }),
      ...fresh.map((photo) => blobs.put(photo)),
      ...old.map((name) => blobs.delete(name)),
    ])
    // The same picture may be chosen again.
    for (const name of old) written.delete(name)
  })
  for (const { name } of fresh) written.add(name)
}

/** The form that this agent left, with its photos by address; null when there is none. */
export async function readDraft(
  author: StaffId,
): Promise<{ readonly content: unknown; photo(sha256: string): Promise<Photo['content'] | null> } | null> {
  const kept = await villageBook.find('drafts', author)
  if (kept === undefined) return null
  const key = openKey()
  // What cannot be opened any more is as good as none (V34).
  const content = await unsealValue(key, formName(author), kept.form).catch(() => null)
  if (content === null) return null
  return {
    content,
    async photo(sha256) {
      const found = await villageBook.find('blobs', photoName(author, sha256))
      return found === undefined ? null : unseal(key, found.name, found.content).catch(() => null)
    },
  }
}

/** Lets go of the form with its photos. */
export async function dropDraft(author: StaffId): Promise<void> {
  await villageBook.write(['drafts', 'blobs'], async (tx) => {
    await Promise.all([
      tx.objectStore('drafts').delete(author),
      tx.objectStore('blobs').delete(photosOf(author)),
    ])
  })
  written.clear()
}

function formName(author: StaffId): string {
  return `draft/${author}`
}

function photoName(author: StaffId, sha256: string): string {
  return `draft/${author}/${sha256}`
}

/** All photos of the form of this agent. */
export function photosOf(author: StaffId): IDBKeyRange {
  return IDBKeyRange.bound(`draft/${author}/`, `draft/${author}/g`)
}
