import type { Instant } from '@counter/shared/vocabulary/time'
import { digestOf, type ReceiptDigest } from '../../store/village-receipts.ts'
import type { Deps } from '../deps.ts'

/** What a phone was told is stored since then, as it remembers it (V56). */
export interface Have extends ReceiptDigest {
  readonly since: Instant
}

/** True when this record has all of it and no more; null when the phone asks nothing. Else it offers its ids (V56). */
export function receiptsAgree(
  { store }: Pick<Deps, 'store'>,
  device: string | null,
  have: Have | undefined,
): boolean | null {
  if (have === undefined || device === null) return null
  const own = store.read((tx) => digestOf(tx, device, have.since))
  return own.count === have.count && own.digest === have.digest
}
