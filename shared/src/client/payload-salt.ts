import type { PayloadSalt } from '../vocabulary/payload-salt.ts'
import { base64urlOf } from './base64url.ts'

const SALT_BYTES = 16

/** Drawn once for each command, with its id: the same press repeated must give the same hash (V29, V50). */
export function newPayloadSalt(): PayloadSalt {
  return base64urlOf(crypto.getRandomValues(new Uint8Array(SALT_BYTES))) as PayloadSalt
}
