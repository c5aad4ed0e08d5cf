import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { type Hall, startHall } from '../../counter-server/test/app.ts'
import { makeBackup } from './make-backup.ts'
import { restoreBackup } from './restore-backup.ts'

export function aFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'backup-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

export const keysOf = ({ dataDir }: Hall) => join(dataDir, 'keys')

export async function backUp(hall: Hall): Promise<string> {
  const backup = join(aFolder(), 'backup')
  const { dataDir, clock } = hall
  await makeBackup({ dataDir, keysDir: keysOf(hall), backup, now: clock.now() })
  return backup
}

export function restore(hall: Hall, backup: string, dataDir: string) {
  const places = { backup, dataDir, keysDir: keysOf(hall), now: hall.clock.now }
  return restoreBackup({ ...places, tell: () => undefined })
}

/** The restored record as a hall of its own: keys and the sample's passwords are brought by hand, as in the township. */
export async function hallOf(
  hall: Hall,
  backup: string,
  phones: Map<string, string> = new Map(),
): Promise<Hall> {
  const dataDir = join(aFolder(), 'data')
  await restore(hall, backup, dataDir)
  cpSync(keysOf(hall), join(dataDir, 'keys'), { recursive: true })
  cpSync(join(hall.dataDir, 'sample-accounts.json'), join(dataDir, 'sample-accounts.json'))
  return startHall({ clock: hall.clock, dataDir, phones })
}
