import { findImports, type ImportRow } from '../../store/ledger-imports.ts'
import type { Tx } from '../../store/tx.ts'
import type { Deps } from '../deps.ts'
import { actorName } from '../people/actor-names.ts'

/** An import with the posts behind it. */
export interface ImportFacts {
  readonly row: ImportRow
  readonly enteredBy: string
  readonly settledBy: string | null
}

const SHOWN = 30

/** The imports of old ledgers, newest first. */
export function readImports({ store }: Pick<Deps, 'store'>): readonly ImportFacts[] {
  return store.read((tx) => findImports(tx, SHOWN).map((row) => importFacts(tx, row)))
}

export function importFacts(tx: Tx, row: ImportRow): ImportFacts {
  return {
    row,
    enteredBy: actorName(tx, row.enteredBy),
    settledBy: row.settledBy === null ? null : actorName(tx, row.settledBy),
  }
}
