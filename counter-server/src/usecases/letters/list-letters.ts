import type { Light } from '@counter/shared/vocabulary/case'
import type { UnitCode } from '@counter/shared/vocabulary/ids'
import type { LetterChannel, LetterStatus } from '@counter/shared/vocabulary/letter'
import { countLetterLights, findLetters, type LetterFilter } from '../../store/letters.ts'
import type { Tx } from '../../store/tx.ts'
import type { CaseAsker } from '../cases/case-asker.ts'
import { placeOf } from '../cases/case-scene.ts'
import type { Deps } from '../deps.ts'
import { type LetterLine, letterLineFor, toLetterLine } from './letter-lines.ts'

export interface LettersAsked {
  readonly unit?: UnitCode | undefined
  readonly channel?: LetterChannel | undefined
  readonly status?: LetterStatus | undefined
  readonly light?: Light | undefined
  readonly order?: 'yes' | undefined
  readonly open?: 'yes' | 'no' | undefined
  readonly cursor?: string | undefined
  readonly limit: number
}

/** Letters that the asker may see, the most urgent first; a handler's are those of the own unit. */
export function listLetters(
  { store }: Pick<Deps, 'store'>,
  asker: Pick<CaseAsker, 'actor' | 'staff'>,
  asked: LettersAsked,
): { readonly lines: readonly LetterLine[]; readonly next: string | null } {
  return store.read((tx) => {
    const { limit } = asked
    const unit = placeOf(asker).unit ?? asked.unit
    const rows = findLetters(tx, { ...filterOf(asked), unit, limit: limit + 1 })
    const shown = rows.slice(0, limit)
    const last = rows.length > limit ? shown.at(-1) : undefined
    return {
      lines: shown.map((facts) => letterLineFor(asker, toLetterLine(tx, facts))),
      next: last === undefined ? null : `${last.listKey}~${last.id}`,
    }
  })
}

function filterOf({
  channel,
  status,
  light,
  order,
  open,
  cursor,
}: LettersAsked): Omit<LetterFilter, 'limit'> {
  const [listKey, id] = cursor?.split('~') ?? []
  // Nobody who opens the list means the archive.
  const isOpen = status === undefined ? open !== 'no' : undefined
  const after = listKey === undefined || id === undefined ? undefined : { listKey, id }
  return { channel, status, light, hasOrder: order && true, isOpen, after }
}

/** How many letters wait under each light, of one unit or of the whole house. */
export function readLetterLights(
  tx: Tx,
  unit: UnitCode | null,
): Readonly<Record<'green' | 'yellow' | 'red', number>> {
  const counts = { green: 0, yellow: 0, red: 0 }
  for (const { light, n } of countLetterLights(tx, unit)) if (light in counts) counts[light as 'red'] = n
  return counts
}
