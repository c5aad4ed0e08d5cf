import type { CaseId, CommandId, VillageCode } from '@counter/shared/vocabulary/ids'
import type { Instant } from '@counter/shared/vocabulary/time'
import type { VillageCommand } from '../../domain/village/village-command.ts'
import type { Tx } from '../../store/tx.ts'
import { findAttention, findOutcome, saveHanded } from '../../store/village-attention.ts'
import { findStoredAt } from '../../store/village-receipts.ts'
import type { Deps } from '../deps.ts'
import type { Applied } from './apply-command.ts'
import { caseOfCommand } from './case-of-command.ts'
import { missingFilesOf } from './register-case.ts'
import type { VillageAgent } from './village-agent.ts'

/** What a phone still shows as waiting for a person, and whether its agent gave it to the centre (V36). */
export interface Waiting {
  readonly id: CommandId
  readonly isHanded: boolean
}

/** The centre's solution of one of them: done, or the reason of its no (V51). */
export type Outcome =
  | {
      readonly id: CommandId
      readonly end: 'solved'
      readonly applied: Applied
      /** Of what the phone sent, which the centre may have put right (V50). */
      readonly contentHash: string
      readonly caseId: CaseId | null
      readonly filesMissing: readonly string[]
      readonly storedAt: Instant | null
    }
  | { readonly id: CommandId; readonly end: 'rejected'; readonly reason: string }

/** What became of the items that wait at a phone; those that still wait are not in it (V36, V51). */
export async function tellOutcomes(
  { store }: Pick<Deps, 'store'>,
  { staff }: VillageAgent,
  waiting: readonly Waiting[],
): Promise<readonly Outcome[]> {
  if (waiting.length === 0) return []
  const own = (tx: Tx, id: CommandId) => {
    const row = findAttention(tx, id)
    // Who captured it hears of it also from another point (V54).
    return row?.village === (staff.village as VillageCode) || row?.agent === staff.id ? row : undefined
  }
  const handed = store.read((tx) =>
    waiting.filter(({ id, isHanded }) => {
      const row = own(tx, id)
      return isHanded && row?.handedAt === null && row.settledAt === null
    }),
  )
  if (handed.length > 0)
    await store.write((tx) => {
      for (const { id } of handed) {
        const row = own(tx, id)
        if (row !== undefined) saveHanded(tx, row)
      }
      tx.tell({ kind: 'figures_changed' })
    })
  return store.read((tx) =>
    waiting.flatMap(({ id }) => (own(tx, id) === undefined ? [] : (outcomeOf(tx, id) ?? []))),
  )
}

// The pictures that the phone still holds are asked for now that there is a case to name them (V67).
function placeOf(tx: Tx, id: CommandId, { number }: Applied) {
  const row = findAttention(tx, id)
  const header = row?.content.header as VillageCommand['header'] | undefined
  const filesMissing = header === undefined ? [] : missingFilesOf(tx, header)
  return { caseId: header === undefined ? null : caseOfCommand(tx, header, number), filesMissing }
}

// Whose slip opens nothing is somebody else than the person of the case: its number is told by its own page, to whom that is open
// (V4, V64).
function withoutOthersNumber(applied: Applied): Applied {
  return applied.slip === 'shut' ? { ...applied, number: null } : applied
}

/** The centre's answer to a command that it once refused; null while it waits and for what its agent ended (V51, V52). */
export function outcomeOf(tx: Tx, id: CommandId): Outcome | null {
  const found = findOutcome(tx, id)
  switch (found?.end) {
    case 'applied':
    case 'linked':
      return {
        id,
        end: 'solved',
        applied: withoutOthersNumber(found.answer as Applied),
        contentHash: found.contentHash,
        ...placeOf(tx, id, found.answer as Applied),
        storedAt: findStoredAt(tx, id),
      }
    case 'rejected':
      return { id, end: 'rejected', reason: (found.answer as { reason: string }).reason }
    default:
      return null
  }
}
