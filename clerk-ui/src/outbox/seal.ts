const IV_BYTES = 12

/** Content as it lies on the disk: AES-256-GCM, bound to the name it was sealed under, so that no two can be swapped. */
export interface Sealed {
  readonly iv: Uint8Array<ArrayBuffer>
  readonly data: ArrayBuffer
}

/** Seals bytes before a transaction is opened; nothing inside one may wait for them (K44). */
export async function seal(key: CryptoKey, name: string, content: Uint8Array<ArrayBuffer>): Promise<Sealed> {
  const iv = crypto.getRandomValues(new Uint8Array(IV_BYTES))
  return { iv, data: await crypto.subtle.encrypt(cipher(iv, name), key, content) }
}

/** The bytes again; throws when the key or the name is another one, or a bit was changed. */
export async function unseal(key: CryptoKey, name: string, sealed: Sealed): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await crypto.subtle.decrypt(cipher(sealed.iv, name), key, sealed.data))
}

/** Seals a value that JSON can carry. */
export function sealValue(key: CryptoKey, name: string, value: unknown): Promise<Sealed> {
  return seal(key, name, new TextEncoder().encode(JSON.stringify(value)))
}

export async function unsealValue(key: CryptoKey, name: string, sealed: Sealed): Promise<unknown> {
  return JSON.parse(new TextDecoder().decode(await unseal(key, name, sealed)))
}

/** A key that the browser keeps and never shows. */
export function newSealKey(): Promise<CryptoKey> {
  return crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt'])
}

function cipher(iv: Uint8Array<ArrayBuffer>, name: string): AesGcmParams {
  return { name: 'AES-GCM', iv, additionalData: new TextEncoder().encode(name) }
}
