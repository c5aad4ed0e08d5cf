import type { CommandId } from '@counter/shared/vocabulary/ids'
import { findReceiptHash } from '../../store/receipts.ts'
import type { Tx } from '../../store/tx.ts'
import type { Deps } from '../deps.ts'
import { outcomeOf } from './tell-outcomes.ts'

/**
 * Of what a device was once told is stored, the commands that this record does not have: it was restored from a backup
 * that is older than they are (V56, V57). What the centre solved is there under its own command.
 */
export function missingCommands(
  { store }: Pick<Deps, 'store'>,
  known: readonly CommandId[],
): readonly CommandId[] {
  return store.read((tx) => known.filter((id) => !isHere(tx, id)))
}

/** True when this record has what the command said. */
export function isHere(tx: Tx, id: CommandId): boolean {
  return findReceiptHash(tx, id) !== null || outcomeOf(tx, id)?.end === 'solved'
}
