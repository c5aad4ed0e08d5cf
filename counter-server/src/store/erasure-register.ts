import { closeSync, existsSync, fsyncSync, openSync, readFileSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import type { ErasedKind } from './retention.ts'

/** One thing whose personal data were removed: its id alone, or for ratings the instant before which all went. */
export interface Erasure {
  readonly kind: ErasedKind | 'ratings'
  readonly id: string
}

/** Who or what was shut out, or let in again: a restored backup must not undo it (R17, V80, P12). */
export type ShutOutKind =
  | 'device_lost'
  | 'device_found'
  | 'device_revoked'
  | 'staff_stopped'
  | 'staff_resumed'
  | 'password_ended'

export interface ShutOut {
  readonly kind: ShutOutKind
  /** Of a password, the account and its version from then on, as `id@version`. */
  readonly id: string
}

/** What was removed, kept beside the keys and outside the record, so that a restored backup forgets it again (P46, R17). */
export interface ErasureRegister {
  /** On the disk before the rows go: what is due may be removed once more, never come back. */
  note(entries: readonly (Erasure | ShutOut)[]): void
}

const FILE = 'erasures.log'

export function openErasureRegister(keysDir: string): ErasureRegister {
  const file = join(keysDir, FILE)
  return {
    note(entries) {
      if (entries.length === 0) return
      const handle = openSync(file, 'a', 0o600)
      try {
        // On a line of its own, whatever a crash has left of the one before.
        writeSync(handle, `\n${entries.map((entry) => JSON.stringify(entry)).join('\n')}\n`)
        fsyncSync(handle)
      } finally {
        closeSync(handle)
      }
    },
  }
}

/** Everything that was removed or shut out so far, in order; what a crash has cut off names nothing that is gone. */
export function readErasures(keysDir: string): readonly (Erasure | ShutOut)[] {
  const file = join(keysDir, FILE)
  if (!existsSync(file)) return []
  const lines = readFileSync(file, 'utf8').split('\n')
  return lines.filter((line) => line.endsWith('}')).map((line) => JSON.parse(line) as Erasure | ShutOut)
}
