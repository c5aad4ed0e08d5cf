import type { CaseId } from '@counter/shared/vocabulary/ids'
import { voidedEvents } from '../../domain/case/standing-events.ts'
import type { FileMime } from '../../domain/files/file-facts.ts'
import { Refusal } from '../../domain/refusal.ts'
import { findBareEvents } from '../../store/case-events.ts'
import { recordFileLook } from '../../store/file-looks.ts'
import { findFileUses } from '../../store/files.ts'
import type { CaseAsker } from '../cases/case-asker.ts'
import { requireShown } from '../cases/case-scene.ts'
import type { Deps } from '../deps.ts'
import type { ContentShelf } from './content-shelf.ts'

/** A file opened for somebody who may see its case. */
export interface OpenedFile {
  readonly mime: FileMime
  readonly content: Buffer
}

/**
 * Opens a file of a case for whoever may see the case; who looked is recorded before anything is sent (C303). Refuses
 * `file.not_found`, also for one whose adding was taken back (C302), and as `openCase`.
 */
export async function showFile(
  { store }: Pick<Deps, 'store'>,
  shelf: ContentShelf,
  asker: CaseAsker,
  asked: { readonly id: CaseId; readonly sha256: string },
): Promise<OpenedFile> {
  const row = await store.write((tx) => {
    requireShown(tx, asker, asked.id)
    const voided = voidedEvents(findBareEvents(tx, asked.id))
    const found = findFileUses(tx, asked.id, asked.sha256).find(
      ({ storedAs, event }) => storedAs !== null && (event === null || !voided.has(event)),
    )
    if (found === undefined) throw new Refusal('file.not_found')
    const unit = asker.staff?.unit ?? null
    recordFileLook(tx, asker.origin, { ...asked, role: asker.actor, unit })
    return found
  })
  return { mime: row.mime, content: await shelf.open(row) }
}
