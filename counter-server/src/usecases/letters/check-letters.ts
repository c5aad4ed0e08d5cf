import { findLetterIds } from '../../store/letters.ts'
import type { Deps } from '../deps.ts'
import { checkEach } from '../record/check-each.ts'
import { compareLetter } from './compare-letters.ts'

const BATCH = 10

/** Once after each day, makes every row of every letter anew from its events (C305, C1302). */
export function checkLetters(deps: Pick<Deps, 'store'>, stopped: AbortSignal): Promise<void> {
  return checkEach(
    deps,
    {
      checked: 'letters',
      step: (tx, after) => {
        const ids = findLetterIds(tx, after, BATCH)
        const found = ids.map((id) => compareLetter(tx, id))
        return { found, last: ids.length < BATCH ? null : (ids.at(-1) ?? null) }
      },
    },
    stopped,
  )
}
