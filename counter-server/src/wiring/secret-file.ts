import { rmSync, writeFileSync } from 'node:fs'

/** Written anew, for the owner alone. */
export function writeSecret(file: string, text: string): void {
  rmSync(file, { force: true })
  writeFileSync(file, text, { mode: 0o600, flag: 'wx' })
}
