import type Database from 'better-sqlite3'
import type { Sql } from './tx.ts'

/** Preparing costs more than running for the short statements of a call; the text is the key. */
export function keptStatements(database: Database.Database): Sql {
  const kept = new Map<string, Database.Statement<unknown[], unknown>>()
  return {
    prepare(text) {
      const known = kept.get(text)
      if (known !== undefined) return known
      const made = database.prepare(text)
      kept.set(text, made)
      return made
    },
  }
}
