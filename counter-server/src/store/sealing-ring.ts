import { createECDH, type ECDH } from 'node:crypto'
import {
  chmodSync,
  closeSync,
  fsyncSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import type { SealingKey } from '@counter/shared/vocabulary/sealed-box'
import type { Instant } from '@counter/shared/vocabulary/time'
import { KeyProblem } from './key-ring.ts'

const CURVE = 'prime256v1'
/** The number of a key is one byte of each box. */
const MOST_KEYS = 255
const NUMBERED = /^sealing-(?<number>\d{1,3})\.key$/

/** The centre's key pairs to which phones seal: the newest is told to them, each opens its own boxes (V31). */
export interface SealingRing {
  /** What a phone is told. The first one is made when it is first asked for: a centre of before has none. */
  newest(now: Instant): SealingKey
  find(number: number): ECDH | undefined
  /** Takes up keys that were laid into the folder since. */
  renew(): void
  /** Deletes the keys whose successor was made before a moment, and tells their numbers; the newest always stays. */
  forget(before: Instant): readonly number[]
}

/** Opens the ring of a folder: `sealing-1.key` and on, each with the day on which it was made. */
export function openSealingRing(folder: string): SealingRing {
  const known = new Map<number, ECDH>()
  const renew = () => {
    for (const number of numbersIn(folder))
      if (!known.has(number)) known.set(number, readPair(folder, number).pair)
  }
  renew()
  return {
    newest(now) {
      if (known.size === 0) {
        layNextSealingKey(folder, now)
        renew()
      }
      const number = Math.max(...known.keys())
      return { number, publicKey: known.get(number)?.getPublicKey('base64url') ?? '' }
    },
    find: (number) => known.get(number),
    renew,
    forget(before) {
      const numbers = numbersIn(folder)
      const old = numbers.filter((_number, nth) => {
        const next = numbers[nth + 1]
        return next !== undefined && readPair(folder, next).madeAt < before
      })
      for (const number of old) {
        rmSync(fileOf(folder, number))
        known.delete(number)
      }
      return old
    },
  }
}

/** No key at all: no box opens. */
export const EMPTY_SEALING_RING: SealingRing = {
  newest() {
    throw new KeyProblem('sealing key')
  },
  find: () => undefined,
  renew: () => undefined,
  forget: () => [],
}

/** Makes the next key pair and gives its number; half a file is never found under its name (P32). */
export function layNextSealingKey(folder: string, madeAt: Instant): number {
  const number = Math.max(0, ...numbersIn(folder)) + 1
  if (number > MOST_KEYS) throw new KeyProblem(fileOf(folder, number))
  const pair = createECDH(CURVE)
  pair.generateKeys()
  const half = `${fileOf(folder, number)}.new`
  const handle = openSync(half, 'w', 0o600)
  try {
    writeFileSync(handle, JSON.stringify({ madeAt, private: pair.getPrivateKey('base64url') }))
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
  renameSync(half, fileOf(folder, number))
  return number
}

function readPair(folder: string, number: number): { readonly pair: ECDH; readonly madeAt: Instant } {
  const file = fileOf(folder, number)
  chmodSync(file, 0o600)
  try {
    const kept = JSON.parse(readFileSync(file, 'utf8')) as { madeAt: Instant; private: string }
    const pair = createECDH(CURVE)
    pair.setPrivateKey(kept.private, 'base64url')
    return { pair, madeAt: kept.madeAt }
  } catch {
    throw new KeyProblem(file)
  }
}

function numbersIn(folder: string): number[] {
  return readdirSync(folder)
    .map((name) => Number(NUMBERED.exec(name)?.groups?.['number'] ?? 0))
    .filter((number) => number > 0)
    .sort((a, b) => a - b)
}

function fileOf(folder: string, number: number): string {
  return join(folder, `sealing-${number}.key`)
}
