import { OTHER_FILES } from '@counter/shared/vocabulary/case-file'
import type { CaseId, TicketId } from '@counter/shared/vocabulary/ids'
import { instantOf, toMs } from '@counter/shared/vocabulary/plain-date'
import type { Instant } from '@counter/shared/vocabulary/time'
import { checkAct } from '../../domain/case/act.ts'
import { receivedMaterials } from '../../domain/case/materials.ts'
import { hashToken, newToken } from '../../store/crypto.ts'
import { endPhotoLink, findOpenPhotoLink, findPhotoLink, insertPhotoLink } from '../../store/photo-links.ts'
import { once } from '../../store/receipts.ts'
import type { Tx } from '../../store/tx.ts'
import type { CaseAsker } from '../cases/case-asker.ts'
import { openCase } from '../cases/case-scene.ts'
import { staffIdOf } from '../cases/staff-id.ts'
import type { Deps } from '../deps.ts'
import { requireToday } from '../hall/require-ticket.ts'

const LASTS_MS = 10 * 60_000

/** What the photos of a link are of. */
export type PhotoTarget = { readonly case: CaseId } | { readonly ticket: TicketId }

export interface OpenedPhotoLink {
  readonly id: string
  readonly url: string
  readonly expiresAt: Instant
}

/**
 * 「用手机拍」: a link for one paper, shown as a QR, good for ten minutes and for the first phone that opens it (P41). It ends the
 * one before. Refuses as `openCase`, `material.unknown`, `ticket.not_found`, `ticket.expired`.
 */
export function openPhotoLink(
  deps: Deps,
  asker: CaseAsker,
  { target, material }: { readonly target: PhotoTarget; readonly material: string },
): Promise<OpenedPhotoLink> {
  const { origin } = asker
  const subject = 'case' in target ? target.case : target.ticket
  return deps.store.write((tx) =>
    once(tx, { origin, name: 'photo_link.open', subject, content: { target, material } }, () => {
      requireTarget(deps, tx, asker, { target, material })
      const staff = staffIdOf(asker)
      const before = findOpenPhotoLink(tx, staff)
      if (before !== undefined) end(tx, asker, before.id)
      const [id, token] = [deps.newId(), newToken(16)]
      const expiresAt = instantOf(toMs(tx.at) + LASTS_MS)
      insertPhotoLink(tx, {
        id,
        tokenHash: hashToken(token),
        staff,
        case: 'case' in target ? target.case : null,
        ticket: 'ticket' in target ? target.ticket : null,
        material,
        phoneHash: null,
        openedAt: tx.at,
        expiresAt,
        endedAt: null,
      })
      tx.record({ type: 'photo_link.opened', subject: `photo_link:${id}`, version: 1, origin, data: target })
      return { id, url: `${deps.publicUrl}/photo#${token}`, expiresAt }
    }),
  )
}

function requireTarget(
  deps: Deps,
  tx: Tx,
  asker: CaseAsker,
  { target, material }: { readonly target: PhotoTarget; readonly material: string },
): void {
  if ('ticket' in target) return void requireToday(tx, target.ticket)
  const { context } = openCase(deps, tx, asker, target.case)
  checkAct(context, 'add_note')
  if (material !== OTHER_FILES) receivedMaterials(context, [material])
}

/** Whoever showed the QR has closed it; ended twice, or somebody else's, is no news. */
export function closePhotoLink(
  { store }: Pick<Deps, 'store'>,
  asker: CaseAsker,
  id: string,
): Promise<{ done: true }> {
  const { origin } = asker
  return store.write((tx) =>
    once(tx, { origin, name: 'photo_link.end', subject: id, content: {} }, () => {
      const link = findPhotoLink(tx, id)
      if (link?.staff === staffIdOf(asker) && link.endedAt === null) end(tx, asker, id)
      return { done: true as const }
    }),
  )
}

function end(tx: Tx, { origin }: CaseAsker, id: string): void {
  endPhotoLink(tx, id)
  tx.record({ type: 'photo_link.ended', subject: `photo_link:${id}`, version: 2, origin, data: {} })
}
