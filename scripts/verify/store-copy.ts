import { join } from 'node:path'
import Database from 'better-sqlite3'
import type { Hall } from '../../counter-server/test/app.ts'

/** A copy of a hall's store while it is open, for a test to read and to spoil. */
export async function copyStore({ dataDir }: Pick<Hall, 'dataDir'>): Promise<string> {
  const copy = join(dataDir, 'copy.db')
  const database = new Database(join(dataDir, 'counter.db'), { readonly: true })
  await database.backup(copy)
  database.close()
  return copy
}

/** Writes past all rules, as a fault of the disk or a hand in the file would. */
export function plant(file: string, ...statements: readonly string[]): void {
  const database = new Database(file)
  database.pragma('foreign_keys = OFF')
  for (const statement of statements) database.exec(statement)
  database.close()
}
