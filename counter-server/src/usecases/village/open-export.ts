import { exportClaim, exportPlace } from '@counter/shared/vocabulary/export-file'
import type { DeviceId, VillageCode } from '@counter/shared/vocabulary/ids'
import { Refusal } from '../../domain/refusal.ts'
import { sha256 } from '../../store/crypto.ts'
import { type DeviceRow, findDevice } from '../../store/people.ts'
import { openBox } from '../../store/sealed-box.ts'
import { findVillages } from '../../store/township.ts'
import type { Deps } from '../deps.ts'
import { isSignedBy } from '../people/enrolment.ts'

/** An export file by what its first line says, and the phone whose key must have signed every other (V79). */
export interface ExportFile {
  readonly file: string
  readonly phone: DeviceRow
  readonly village: VillageCode
  readonly villageName: string
}

/** Refuses `export.not_readable` for a file of a phone that this centre never let in. */
export function findExportFile(
  { store }: Pick<Deps, 'store'>,
  { file, deviceId }: { readonly file: string; readonly deviceId: DeviceId },
): ExportFile {
  return store.read((tx) => {
    const phone = findDevice(tx, deviceId)
    const village = phone?.village ?? null
    if (phone === undefined || village === null) throw new Refusal('export.not_readable')
    const villageName = findVillages(tx).find(({ code }) => code === village)?.name ?? village
    return { file, phone, village, villageName }
  })
}

/** What lies in a line; null when the phone did not sign it so, at this place of this file, or it does not open (V79). */
export function openExportLine(
  { store }: Pick<Deps, 'store'>,
  { file, phone }: ExportFile,
  { n, box, sig }: { readonly n: number; readonly box: string; readonly sig: string },
): Buffer | null {
  const sealed = Buffer.from(box, 'base64url')
  if (!isSignedBy(phone, exportClaim(file, n, sha256(sealed)), sig)) return null
  return openBox(store.keys, exportPlace(file, n), sealed)
}
