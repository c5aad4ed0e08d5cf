import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Config } from '../config.ts'
import type { SampleAccount } from '../usecases/township/seed-sample.ts'
import { writeSecret } from './secret-file.ts'

/** The passwords of the sample are told at every start, so they lie beside the record. */
export function keepAccounts(config: Config, accounts: readonly SampleAccount[] | null): void {
  if (accounts !== null)
    writeSecret(join(config.dataDir, 'sample-accounts.json'), JSON.stringify(accounts, null, 1))
}

export function readAccounts(config: Config): SampleAccount[] {
  const file = join(config.dataDir, 'sample-accounts.json')
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as SampleAccount[]) : []
}
