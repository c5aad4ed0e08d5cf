import { createCipheriv, createDecipheriv, createHmac, hash, randomBytes, randomFillSync } from 'node:crypto'
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { QUERY_CODE_ALPHABET } from '@counter/shared/vocabulary/number'

/** The keys of a node; they lie outside database and backups (R16). */
export interface Keys {
  readonly data: Buffer
  readonly lookup: Buffer
  readonly audit: Buffer
}

/** Reads the keys of a node, making them at the first start (file mode 0600). */
export function loadKeys(directory: string, mayCreate: boolean): Keys {
  mkdirSync(directory, { recursive: true, mode: 0o700 })
  return {
    data: loadKey(directory, 'data', mayCreate),
    lookup: loadKey(directory, 'lookup', mayCreate),
    audit: loadKey(directory, 'audit', mayCreate),
  }
}

/** A key is missing or has the wrong length: the server must not start (R2 `start.key`). */
export class KeyProblem extends Error {
  override name = 'KeyProblem'
}

function loadKey(directory: string, name: string, mayCreate: boolean): Buffer {
  const file = join(directory, `${name}.key`)
  if (!existsSync(file)) {
    if (!mayCreate) throw new KeyProblem(file)
    writeFileSync(file, randomBytes(32).toString('base64'), { mode: 0o600, flag: 'wx' })
  }
  chmodSync(file, 0o600)
  const key = Buffer.from(readFileSync(file, 'utf8'), 'base64')
  if (key.length !== 32) throw new KeyProblem(file)
  return key
}

const FORMAT = Uint8Array.of(1, 1, 1)
const NONCE = 12
const TAG = 16

/** Encrypts one value for one place: version, algorithm, key id, nonce, ciphertext, tag (P30). A moved value does not open. */
export function seal(keys: Keys, place: string, plain: string | Uint8Array): Buffer {
  const nonce = freshBytes(NONCE)
  const cipher = createCipheriv('aes-256-gcm', keys.data, nonce)
  cipher.setAAD(Buffer.from(place))
  const body = cipher.update(typeof plain === 'string' ? Buffer.from(plain) : plain)
  return Buffer.concat([FORMAT, nonce, body, cipher.final(), cipher.getAuthTag()])
}

/** Opens what `seal` made for the same place; anything else throws, which is a fault and never a blank (P30). */
export function unseal(keys: Keys, place: string, sealed: Uint8Array): Buffer {
  const bytes = Buffer.from(sealed)
  const nonce = bytes.subarray(FORMAT.length, FORMAT.length + NONCE)
  const decipher = createDecipheriv('aes-256-gcm', keys.data, nonce)
  decipher.setAAD(Buffer.from(place))
  decipher.setAuthTag(bytes.subarray(bytes.length - TAG))
  return Buffer.concat([
    decipher.update(bytes.subarray(FORMAT.length + NONCE, bytes.length - TAG)),
    decipher.final(),
  ])
}

/** The look-up of a value of one kind: HMAC, because a bare hash of an ID number is plain text (P31). */
export function lookUp(
  keys: Keys,
  kind:
    | 'name'
    | 'id_no'
    | 'phone'
    | 'query_code'
    | 'booking_code'
    | 'booking_person'
    | 'enrol_code'
    | 'account_code'
    | 'command'
    | 'file',
  value: string,
): string {
  return createHmac('sha256', keys.lookup).update(`${kind}\u0000${value}`).digest('base64url')
}

/** SHA-256 of a 128-bit or longer random token: nothing to guess, so no key is needed (P31). */
export function hashToken(token: string): string {
  return hash('sha256', token, 'base64url')
}

/** SHA-256 in hex, for content. */
export function sha256(content: string | Uint8Array): string {
  return hash('sha256', content, 'hex')
}

/** The seal of an audit row (P36). */
export function auditMac(keys: Keys, hash: string): string {
  return createHmac('sha256', keys.audit).update(hash).digest('hex')
}

// Asking the system for a few bytes takes longer than all else a number needs, so they are fetched by the page;
// no byte is used twice, nor left behind once it is.
const POOL = Buffer.alloc(4096)
let poolUsed = POOL.length

function freshBytes(count: number): Buffer {
  if (poolUsed + count > POOL.length) {
    randomFillSync(POOL)
    poolUsed = 0
  }
  const fresh = Buffer.from(POOL.subarray(poolUsed, poolUsed + count))
  POOL.fill(0, poolUsed, poolUsed + count)
  poolUsed += count
  return fresh
}

/** A random secret of `bytes` bytes as base64url: 16 for a link, 32 for a session (Q7, P12). */
export function newToken(bytes: 16 | 32): string {
  return freshBytes(bytes).toString('base64url')
}

/** 8 random signs without look-alikes (C1103). 256 is a multiple of 32, so every sign is equally likely. */
export function newCode(): string {
  return [...freshBytes(8)].map((byte) => QUERY_CODE_ALPHABET.charAt(byte % 32)).join('')
}
