import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** How far a renewal of keys is, for the command that waits for it: it may not read the record while a server owns it (R3). */
export interface RekeyFile {
  readonly sealedWith: number
  readonly newest: number
  readonly resealed: number
  readonly broken: number
}

export function writeRekeyState(keysDir: string, state: RekeyFile): void {
  const half = join(keysDir, 'rekey.json.new')
  writeFileSync(half, JSON.stringify(state), { mode: 0o600 })
  renameSync(half, join(keysDir, 'rekey.json'))
}

export function readRekeyState(keysDir: string): RekeyFile | null {
  const file = join(keysDir, 'rekey.json')
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as RekeyFile) : null
}
