import { createCipheriv, createDecipheriv, createHmac, hash, randomFillSync } from 'node:crypto'
import { existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { QUERY_CODE_ALPHABET } from '@counter/shared/vocabulary/number'
import { type KeyRing, layKey, openKeyRing, readKey } from './key-ring.ts'
import { openSealingRing, type SealingRing } from './sealing-ring.ts'

/** The keys of a node; they lie outside database and backups (R16). */
export interface Keys {
  readonly data: KeyRing
  /** Phones seal to these; they seal nothing of the record (V31). */
  readonly sealing: SealingRing
  readonly lookup: Buffer
  readonly audit: Buffer
}

/** Reads the keys of a node, making them at the first start (file mode 0600). */
export function loadKeys(directory: string, mayCreate: boolean): Keys {
  mkdirSync(directory, { recursive: true, mode: 0o700 })
  return {
    data: openKeyRing(directory, mayCreate),
    sealing: openSealingRing(directory),
    lookup: loadKey(directory, 'lookup', mayCreate),
    audit: loadKey(directory, 'audit', mayCreate),
  }
}

function loadKey(directory: string, name: string, mayCreate: boolean): Buffer {
  const file = join(directory, `${name}.key`)
  if (mayCreate && !existsSync(file)) layKey(file)
  return readKey(file)
}

const VERSION = 1
const ALGORITHM = 1
const HEAD = 3
const NONCE = 12
const TAG = 16

/** Encrypts one value for one place: version, algorithm, key id, nonce, ciphertext, tag (P30). A moved value does not open. */
export function seal(keys: Keys, place: string, plain: string | Uint8Array): Buffer {
  const id = keys.data.newest()
  const nonce = freshBytes(NONCE)
  const cipher = createCipheriv('aes-256-gcm', keyOf(keys, id), nonce)
  cipher.setAAD(Buffer.from(place))
  const body = cipher.update(typeof plain === 'string' ? Buffer.from(plain) : plain)
  const head = Uint8Array.of(VERSION, ALGORITHM, id)
  return Buffer.concat([head, nonce, body, cipher.final(), cipher.getAuthTag()])
}

/** Opens what `seal` made for the same place; anything else throws, which is a fault and never a blank (P30). */
export function unseal(keys: Keys, place: string, sealed: Uint8Array): Buffer {
  const bytes = Buffer.from(sealed)
  const nonce = bytes.subarray(HEAD, HEAD + NONCE)
  const decipher = createDecipheriv('aes-256-gcm', keyOf(keys, keyIdOf(bytes)), nonce)
  decipher.setAAD(Buffer.from(place))
  decipher.setAuthTag(bytes.subarray(bytes.length - TAG))
  return Buffer.concat([decipher.update(bytes.subarray(HEAD + NONCE, bytes.length - TAG)), decipher.final()])
}

/** The id of the key that a value was sealed with. */
export function keyIdOf(sealed: Uint8Array): number {
  return sealed[2] ?? 0
}

function keyOf({ data }: Keys, id: number): Buffer {
  const key = data.find(id)
  if (key === undefined) throw new Error(`there is no data key ${id}`)
  return key
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
    | 'enrol_source'
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
