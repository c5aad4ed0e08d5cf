const CHUNK = 8192

/** Bytes as text that a link or a line of JSON carries. */
export function base64urlOf(bytes: Uint8Array): string {
  let raw = ''
  // One call with a photo's bytes as arguments is more than an engine takes.
  for (let from = 0; from < bytes.length; from += CHUNK)
    raw += String.fromCharCode(...bytes.subarray(from, from + CHUNK))
  return btoa(raw).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '')
}

/** The bytes again; throws for what is none. */
export function bytesOfBase64url(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(text.replace(/-/g, '+').replace(/_/g, '/')), (sign) => sign.charCodeAt(0))
}
