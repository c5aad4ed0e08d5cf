import type { VillageCode } from '@counter/shared/vocabulary/ids'
import type { Origin } from '../../store/origin.ts'
import { once } from '../../store/receipts.ts'
import type { Deps } from '../deps.ts'
import type { ExportFile } from './open-export.ts'

/** What one piece of a file brought: its commands by id, each with its status. */
export interface BroughtPiece {
  readonly origin: Origin
  readonly commands: readonly { readonly id: string; readonly status: string }[]
}

/** Who brought the file of which phone, and with what outcome: the carrier of its commands, whose authors they stay (V35, V79, V90). */
export function noteExport(
  { store }: Pick<Deps, 'store'>,
  { file, phone, village }: ExportFile,
  { origin, commands }: BroughtPiece,
): Promise<{ readonly village: VillageCode }> {
  const content = { file, device: phone.id, commands: commands.map(({ id }) => id) }
  return store.write((tx) =>
    once(tx, { origin, name: 'village.export_imported', subject: phone.id, content }, () => {
      tx.record({
        type: 'village.export_imported',
        subject: phone.id,
        version: 1,
        origin,
        data: { village, file, commands: [...commands] },
      })
      tx.tell({ kind: 'figures_changed' })
      return { village }
    }),
  )
}
