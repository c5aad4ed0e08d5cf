import type { Branded } from './brand.ts'

/** 128 random bits in a payload, so that a short word, a phone number say, cannot be tried out against its hash (V29). */
export type PayloadSalt = Branded<'PayloadSalt'>

/** In base64url: the last of the 22 signs carries two bits. */
const FORM = /^[A-Za-z0-9_-]{21}[AQgw]$/

/** True for exactly 128 bits. */
export function isPayloadSalt(salt: unknown): salt is PayloadSalt {
  return typeof salt === 'string' && FORM.test(salt)
}

/** The payload as it is hashed, kept and sent. */
export function withSalt<Payload extends object>(
  payload: Payload,
  salt: PayloadSalt,
): Payload & { readonly salt: PayloadSalt } {
  return { ...payload, salt }
}

/** The payload and what stood in it as its salt; undefined in what a phone froze before there were salts. */
export function unsalted(payload: unknown): { readonly payload: unknown; readonly salt: unknown } {
  if (typeof payload !== 'object' || payload === null || !('salt' in payload))
    return { payload, salt: undefined }
  const { salt, ...bare } = payload
  return { payload: bare, salt }
}
