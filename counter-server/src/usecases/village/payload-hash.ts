import { canonicalJson } from '@counter/shared/vocabulary/canonical-json'
import type { VillageCommand } from '../../domain/village/village-command.ts'
import { sha256 } from '../../store/crypto.ts'

/** True when the header names this payload by its hash: with its salt, or bare as phones froze it before there were salts (V29). */
export function isOwnPayload({ header, frozen }: Pick<VillageCommand, 'header' | 'frozen'>): boolean {
  return sha256(canonicalJson(frozen.payload)) === header.payloadHash
}
