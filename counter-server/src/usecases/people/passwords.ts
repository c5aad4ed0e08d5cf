import { hash, verify } from '@node-rs/argon2'
import { Refusal } from '../../domain/refusal.ts'

/** argon2id cost; 64 MiB and three passes in production, low in tests only (P17). */
export interface PasswordCost {
  readonly memoryKib: number
  readonly passes: number
}

export const PRODUCTION_COST: PasswordCost = { memoryKib: 65_536, passes: 3 }
const AT_ONCE = 2
const QUEUE = 50

/** Hashes and checks passwords, two at a time; a longer line than 50 answers `session.busy` (P17). */
export interface Passwords {
  hash(password: string): Promise<string>
  /** True when they fit. An unknown account is checked against a dummy, so that it takes as long (P15). */
  check(stored: string | null, password: string): Promise<boolean>
}

export async function createPasswords(cost: PasswordCost): Promise<Passwords> {
  const options = { memoryCost: cost.memoryKib, timeCost: cost.passes, parallelism: 1 }
  const dummy = await hash('no such account', options)
  let running = 0
  const line: (() => void)[] = []

  async function inTurn<T>(work: () => Promise<T>): Promise<T> {
    if (line.length >= QUEUE) throw new Refusal('session.busy')
    if (running >= AT_ONCE) await new Promise<void>((resolve) => line.push(resolve))
    running += 1
    try {
      return await work()
    } finally {
      running -= 1
      line.shift()?.()
    }
  }

  return {
    hash: (password) => inTurn(() => hash(password, options)),
    check: (stored, password) =>
      inTurn(async () => {
        const fits = await verify(stored ?? dummy, password)
        return stored !== null && fits
      }),
  }
}
