import type { Instant } from '@counter/shared/vocabulary/time'
import { findAskedWithdrawals } from '../../store/case-lists.ts'
import type { Deps } from '../deps.ts'
import type { CaseAsker } from './case-asker.ts'
import { type CaseLine, toLines } from './case-lines.ts'
import { placeOf } from './case-scene.ts'

/** A case that its resident wants back, and since when the centre owes an answer. */
export interface AskedWithdrawal {
  readonly line: CaseLine
  readonly askedAt: Instant
}

const MOST = 50

/** The wishes to withdraw of whoever answers them: a unit its own, the counter and the supervisor all (V73). */
export function listWithdrawals(
  { store }: Pick<Deps, 'store'>,
  asker: Pick<CaseAsker, 'actor' | 'staff'>,
): readonly AskedWithdrawal[] {
  return store.read((tx) =>
    toLines(tx, findAskedWithdrawals(tx, placeOf(asker).unit, MOST)).flatMap((line) => {
      const { withdrawalAskedAt: askedAt } = line.facts
      return askedAt === null ? [] : [{ line, askedAt }]
    }),
  )
}
