import { OTHER_FILES } from '@counter/shared/vocabulary/case-file'
import type { CommandId } from '@counter/shared/vocabulary/ids'
import type { Instant } from '@counter/shared/vocabulary/time'
import type { CaseActor } from '../../domain/case/lifecycle.ts'
import { cleanFile } from '../../domain/files/clean-file.ts'
import { Refusal } from '../../domain/refusal.ts'
import { hashToken, sha256 } from '../../store/crypto.ts'
import { findStaff } from '../../store/people.ts'
import { findPhotoLinkByToken, type PhotoLink, savePhoneOf } from '../../store/photo-links.ts'
import type { Tx } from '../../store/tx.ts'
import { unpackStream } from '../../store/unpack.ts'
import type { CaseAsker } from '../cases/case-asker.ts'
import type { Deps } from '../deps.ts'
import { readCentre } from '../township/read-centre.ts'
import { attachFile } from './attach-file.ts'
import type { FilePlaces } from './content-shelf.ts'
import { hasKeptPhoto, keepDraftPhoto } from './draft-photos.ts'

/** The secret of the QR, and the one that the phone made for itself when it opened the page. */
export interface PhoneSecrets {
  readonly token: string
  readonly phone: string
}

/** What the page on the phone says: for which paper, where it goes and until when. Nothing of the person or the matter. */
export interface PhotoOffer {
  readonly centre: string
  /** Null when the photo shows none of the listed papers. */
  readonly material: string | null
  readonly until: Instant
}

/**
 * The first phone that opens a link has it alone, and finds it again after its page was reloaded. A link that is unknown,
 * over, closed or another phone's answers alike: `photo_link.not_found` (P41).
 */
export function openOnPhone({ store }: Pick<Deps, 'store'>, secrets: PhoneSecrets): Promise<PhotoOffer> {
  return store.write((tx) => {
    const link = requireLink(tx, secrets)
    if (link.phoneHash === null) {
      savePhoneOf(tx, link.id, hashToken(secrets.phone))
      const origin = { actor: 'token', role: 'token', device: null, commandId: null }
      tx.record({ type: 'photo_link.taken', subject: `photo_link:${link.id}`, version: 2, origin, data: {} })
    }
    const material = link.material === OTHER_FILES ? null : link.material
    return { centre: readCentre(tx).name, material, until: link.expiresAt }
  })
}

/**
 * Takes a photo from the phone: to the case, or to the intake that is still open. It counts as added by whoever showed the
 * QR, whose rights are judged again. Refuses `photo_link.not_found` and as `attachFile`.
 */
export async function sendFromPhone(
  deps: Deps,
  places: Pick<FilePlaces, 'shelf'>,
  secrets: PhoneSecrets,
  { commandId, content }: { readonly commandId: CommandId; readonly content: Uint8Array },
): Promise<void> {
  const { link, asker } = deps.store.read((tx) => requireTaken(tx, secrets, commandId))
  const { material } = link
  if (deps.store.read((tx) => hasKeptPhoto(tx, asker, { material, content }))) return
  const clean = cleanFile(content, unpackStream)
  const photo = { ...clean, sha256: sha256(clean.content), sent: content, material }
  // Between two looks the intake may have become a case.
  const stands = (tx: Tx) => requireTaken(tx, secrets, commandId).link.ticket
  if (link.ticket !== null && (await keepDraftPhoto(deps, places, asker, { photo, stands }))) return
  const id = deps.store.read((tx) => requireTaken(tx, secrets, commandId).link.case)
  if (id === null) throw new Refusal('photo_link.not_found')
  const command = { asker, id, expectedVersion: null }
  await attachFile(deps, places, command, { material, isReceived: false, content })
}

function requireTaken(
  tx: Tx,
  secrets: PhoneSecrets,
  commandId: CommandId,
): { readonly link: PhotoLink; readonly asker: CaseAsker } {
  const link = requireLink(tx, secrets)
  const staff = findStaff(tx, link.staff)
  // Another phone, or a person who may no longer act here: it looks as if the link were over.
  if (link.phoneHash === null || staff === undefined || staff.isDisabled)
    throw new Refusal('photo_link.not_found')
  const origin = { actor: `staff:${staff.id}`, role: staff.role, device: null, commandId }
  return { link, asker: { origin, actor: staff.role as CaseActor, staff } }
}

function requireLink(tx: Tx, { token, phone }: PhoneSecrets): PhotoLink {
  const link = findPhotoLinkByToken(tx, hashToken(token))
  const isOpen = link !== undefined && link.endedAt === null && link.expiresAt > tx.at
  if (!isOpen || (link.phoneHash !== null && link.phoneHash !== hashToken(phone)))
    throw new Refusal('photo_link.not_found')
  return link
}
