import { BOX_IV_BYTES, BOX_PURPOSE, boxOf, POINT_BYTES, type SealingKey } from '../vocabulary/sealed-box.ts'
import { bytesOfBase64url } from './base64url.ts'

const CURVE = { name: 'ECDH', namedCurve: 'P-256' }

/**
 * Seals bytes so that the centre alone opens them, and only at `place`: a key pair made for this one box, agreed with the
 * centre's (ECDH P-256, HKDF-SHA-256, AES-256-GCM with the place as associated data). Anybody who knows the public key can
 * make one, so it hides and proves nothing of who made it (V31).
 */
export async function sealBox(
  { number, publicKey }: SealingKey,
  place: string,
  content: Uint8Array<ArrayBuffer>,
): Promise<Uint8Array<ArrayBuffer>> {
  const point = bytesOfBase64url(publicKey)
  const centre = await crypto.subtle.importKey('raw', point, CURVE, false, [])
  const own = await crypto.subtle.generateKey(CURVE, false, ['deriveBits'])
  const ephemeral = new Uint8Array(await crypto.subtle.exportKey('raw', own.publicKey))
  const shared = await crypto.subtle.deriveBits({ name: 'ECDH', public: centre }, own.privateKey, 256)
  const key = await boxKey(shared, ephemeral, point)
  const iv = crypto.getRandomValues(new Uint8Array(BOX_IV_BYTES))
  const how = { name: 'AES-GCM', iv, additionalData: new TextEncoder().encode(place) }
  const sealed = new Uint8Array(await crypto.subtle.encrypt(how, key, content))
  return boxOf({ keyNumber: number, ephemeral, iv, sealed })
}

async function boxKey(
  shared: ArrayBuffer,
  salt: Uint8Array<ArrayBuffer>,
  point: Uint8Array<ArrayBuffer>,
): Promise<CryptoKey> {
  const purpose = new TextEncoder().encode(BOX_PURPOSE)
  const info = new Uint8Array(purpose.length + POINT_BYTES)
  info.set(purpose)
  info.set(point, purpose.length)
  const raw = await crypto.subtle.importKey('raw', shared, 'HKDF', false, ['deriveKey'])
  const how = { name: 'HKDF', hash: 'SHA-256', salt, info }
  return crypto.subtle.deriveKey(how, raw, { name: 'AES-GCM', length: 256 }, false, ['encrypt'])
}
