/** The centre's public key for sealing, with the number by which the centre finds its other half (V31). */
export interface SealingKey {
  readonly number: number
  /** P-256, uncompressed: 65 bytes as base64url. */
  readonly publicKey: string
}

/** What only the centre can open: everything but the content itself stands open in front of it. */
export interface BoxParts {
  readonly keyNumber: number
  /** The public half of the key pair that was made for this box alone: 65 bytes. */
  readonly ephemeral: Uint8Array<ArrayBuffer>
  readonly iv: Uint8Array<ArrayBuffer>
  /** AES-256-GCM: ciphertext and tag. */
  readonly sealed: Uint8Array<ArrayBuffer>
}

const VERSION = 1
export const POINT_BYTES = 65
export const BOX_IV_BYTES = 12
const TAG_BYTES = 16
const HEAD_BYTES = 2 + POINT_BYTES + BOX_IV_BYTES

/** Said to HKDF, so that a key made for boxes opens nothing else. The centre's public key follows it. */
export const BOX_PURPOSE = 'village-counter box 1'

/** One run of bytes: version, key number, ephemeral key, nonce, sealed content. */
export function boxOf({ keyNumber, ephemeral, iv, sealed }: BoxParts): Uint8Array<ArrayBuffer> {
  const box = new Uint8Array(HEAD_BYTES + sealed.length)
  box.set([VERSION, keyNumber])
  box.set(ephemeral, 2)
  box.set(iv, 2 + POINT_BYTES)
  box.set(sealed, HEAD_BYTES)
  return box
}

/** The parts again; null for what is no box. */
export function partsOfBox(box: Uint8Array<ArrayBuffer>): BoxParts | null {
  if (box[0] !== VERSION || box.length < HEAD_BYTES + TAG_BYTES) return null
  return {
    keyNumber: box[1] ?? 0,
    ephemeral: box.slice(2, 2 + POINT_BYTES),
    iv: box.slice(2 + POINT_BYTES, HEAD_BYTES),
    sealed: box.slice(HEAD_BYTES),
  }
}
