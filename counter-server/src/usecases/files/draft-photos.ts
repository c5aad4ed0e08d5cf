import { OTHER_FILES } from '@counter/shared/vocabulary/case-file'
import type { TicketId } from '@counter/shared/vocabulary/ids'
import type { CleanFile } from '../../domain/files/file-facts.ts'
import { Refusal } from '../../domain/refusal.ts'
import { appendAudit } from '../../store/audit.ts'
import { sha256 } from '../../store/crypto.ts'
import {
  type DraftPhoto,
  dropDraftPhoto,
  dropDraftPhotos,
  findDraftPhotos,
  insertDraftPhoto,
} from '../../store/draft-photos.ts'
import { addHallFile } from '../../store/files.ts'
import { movePhotoLink } from '../../store/photo-links.ts'
import { contentHash, findReceiptHash, once } from '../../store/receipts.ts'
import type { Tx } from '../../store/tx.ts'
import { addNoteOn } from '../cases/add-note.ts'
import type { CaseAsker } from '../cases/case-asker.ts'
import type { CaseScene } from '../cases/case-scene.ts'
import { staffIdOf } from '../cases/staff-id.ts'
import type { Deps } from '../deps.ts'
import type { ContentShelf, FilePlaces } from './content-shelf.ts'
import { takeDayRoom } from './day-quota.ts'
import type { OpenedFile } from './show-file.ts'

/** As many as a case may have (P42). */
const MOST = 20

interface SentPhoto {
  readonly material: string
  readonly sent: Uint8Array
}

interface PhonePhoto extends CleanFile, SentPhoto {
  readonly sha256: string
}

/** Whether this photo was answered before, so that a repeat is not taken for another one (R5). */
export function hasKeptPhoto(
  tx: Tx,
  { origin }: CaseAsker,
  { material, content }: { readonly material: string; readonly content: Uint8Array },
): boolean {
  const known = origin.commandId === null ? null : findReceiptHash(tx, origin.commandId)
  return known === contentHash(tx, { name: KEEP, content: contentOf({ material, sent: content }) })
}

const KEEP = 'draft_photo.keep'
const contentOf = ({ material, sent }: SentPhoto) => ({ material, sent: sha256(sent) })

/** Keeps a photo for an open intake and tells the window; false when the intake has become a case. Refuses `file.too_many`, `file.day_full`. */
export function keepDraftPhoto(
  { store }: Pick<Deps, 'store'>,
  { shelf }: Pick<FilePlaces, 'shelf'>,
  asker: CaseAsker,
  { photo, stands }: { readonly photo: PhonePhoto; readonly stands: (tx: Tx) => TicketId | null },
): Promise<boolean> {
  const { origin } = asker
  return shelf.keep(photo.content, (storedAs) =>
    store.write((tx) => {
      const ticket = stands(tx)
      if (ticket === null) return false
      return once(tx, { origin, name: KEEP, subject: ticket, content: contentOf(photo) }, () => {
        const place = { staff: staffIdOf(asker), ticket }
        if (findDraftPhotos(tx, place).length >= MOST) throw new Refusal('file.too_many', { n: MOST })
        const { sha256: hash, material, mime, content } = photo
        takeDayRoom(tx, origin.actor, content.length)
        const size = content.length
        insertDraftPhoto(tx, { ...place, sha256: hash, material, size, mime, storedAs, takenAt: tx.at })
        note(tx, asker, ticket, 'added')
        return true
      })
    }),
  )
}

export function readDraftPhotos(tx: Tx, asker: CaseAsker, ticket: TicketId): readonly DraftPhoto[] {
  return findDraftPhotos(tx, { staff: staffIdOf(asker), ticket })
}

/** Opens a photo of the own intake; who looked is recorded first (C303). Refuses `file.not_found`. */
export async function showDraftPhoto(
  { store }: Pick<Deps, 'store'>,
  shelf: ContentShelf,
  asker: CaseAsker,
  asked: { readonly ticket: TicketId; readonly sha256: string },
): Promise<OpenedFile> {
  const photo = await store.write((tx) => {
    const found = readDraftPhotos(tx, asker, asked.ticket).find((each) => each.sha256 === asked.sha256)
    if (found === undefined) throw new Refusal('file.not_found')
    const subject = `${asked.ticket}/${asked.sha256}`
    appendAudit(tx, { origin: asker.origin, action: 'draft_photo.shown', subject, result: 'shown' })
    return found
  })
  return { mime: photo.mime, content: await shelf.open(photo) }
}

/** 「不传了」: the photo is gone from the intake and from the disk. Taken back twice is no news. */
export async function takeBackPhoto(
  { store }: Pick<Deps, 'store'>,
  { shelf }: Pick<FilePlaces, 'shelf'>,
  asker: CaseAsker,
  { ticket, ...photo }: { readonly ticket: TicketId } & Pick<DraftPhoto, 'sha256' | 'material'>,
): Promise<{ done: true }> {
  const { origin } = asker
  const names = await store.write((tx) => {
    const same = readDraftPhotos(tx, asker, ticket).filter(({ sha256: hash }) => hash === photo.sha256)
    once(tx, { origin, name: 'draft_photo.take_back', subject: ticket, content: photo }, () => {
      dropDraftPhoto(tx, { staff: staffIdOf(asker), ticket }, photo)
      note(tx, asker, ticket, 'taken_back')
      return null
    })
    return same.map(({ storedAs }) => storedAs)
  })
  await shelf.drop(names)
  return { done: true }
}

/** The intake has become a case: its photos are files of the case, and what the phone still sends goes there too (C437). */
export function bringPhotos(scene: CaseScene, ticket: TicketId): CaseScene {
  const { tx, asker, facts, context } = scene
  const place = { staff: staffIdOf(asker), ticket }
  movePhotoLink(tx, place, facts.id)
  const photos = findDraftPhotos(tx, place)
  if (photos.length === 0) return scene
  dropDraftPhotos(tx, place)
  const isListed = (name: string) => context.item.materials.some((material) => material.name === name)
  const files = photos.map(({ sha256: hash, material, size, mime, storedAs }) => {
    const role = isListed(material) ? material : OTHER_FILES
    return { sha256: hash, role, size, mime, storedAs }
  })
  const named = [...new Set(files.map(({ role }) => role).filter((role) => role !== OTHER_FILES))]
  const noted = addNoteOn(scene, {
    text: named.length === 0 ? '附件' : `附件：${named.join('、')}`,
    files: files.map(({ sha256: hash, role }) => ({ sha256: hash, role })),
  })
  const event = noted.events.at(-1)?.id ?? ''
  for (const file of files) addHallFile(tx, facts.id, { ...file, event })
  tx.tell({ kind: 'photos_changed', ticket })
  return noted
}

// Draft photos are no facts of a case yet; that one came and went is (P36).
function note(tx: Tx, { origin }: CaseAsker, ticket: TicketId, what: 'added' | 'taken_back'): void {
  tx.record({ type: `draft_photo.${what}`, subject: `draft:${ticket}`, version: 1, origin, data: {} })
  tx.tell({ kind: 'photos_changed', ticket })
}
