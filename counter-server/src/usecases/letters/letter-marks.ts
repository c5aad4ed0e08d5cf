import { letterFact } from '../../domain/letter/letter-event.ts'
import { dueLetterMarks, needsOrder, superviseLetter } from '../../domain/letter/letter-orders.ts'
import { nextPaperNumber } from '../../store/case-numbers.ts'
import { findLettersMadeOtherwise, findLettersWithDueMark } from '../../store/letters.ts'
import type { Tx } from '../../store/tx.ts'
import { clockContext } from '../cases/case-rules.ts'
import { madeWith } from '../cases/clock-rules.ts'
import type { Deps } from '../deps.ts'
import { type LetterScene, openLetter, recordLetterFacts } from './letter-scene.ts'

const SYSTEM = { actor: 'system', role: 'system', device: null, commandId: null } as const
const BY_SYSTEM = { origin: SYSTEM, actor: 'system', staff: null } as const
const BATCH = 10

/**
 * The work of every tick over the letters: at the first one and when the rules have changed, these reach those that wait;
 * then every crossing that has come is marked once (C521, C604).
 */
export function createLetterSweep(deps: Pick<Deps, 'store' | 'newId'>): () => Promise<void> {
  let known: string | null = null
  return async () => {
    const present = deps.store.read((tx) => madeWith(clockContext(tx)))
    const otherwise = (tx: Tx, limit: number) => findLettersMadeOtherwise(tx, present, limit)
    const faults: unknown[] = []
    if (present !== known)
      faults.push(...(await sweep(deps, otherwise, (scene) => recordLetterFacts(scene, []))))
    if (faults.length === 0) known = present
    faults.push(...(await sweep(deps, findLettersWithDueMark, fireMarks)))
    if (faults.length > 0) throw new AggregateError(faults, `${faults.length} letters could not be marked`)
  }
}

// Each letter is a transaction of its own: the hall waits for none of them, and one that fails holds up no other.
async function sweep(
  deps: Pick<Deps, 'store' | 'newId'>,
  find: (tx: Tx, limit: number) => string[],
  work: (scene: LetterScene) => LetterScene,
): Promise<readonly unknown[]> {
  const seen = new Set<string>()
  const faults: unknown[] = []
  for (;;) {
    const found = deps.store.read((tx) => find(tx, BATCH + faults.length))
    const ids = found.filter((id) => !seen.has(id))
    if (ids.length === 0) return faults
    for (const id of ids) {
      seen.add(id)
      await deps.store
        .write((tx) => void work(openLetter(deps, tx, BY_SYSTEM, id)))
        .catch((fault: unknown) => faults.push(fault))
    }
  }
}

// A step of the ladder is an order to its post (C704); the crossing is noted whether or not there is one already.
function fireMarks(scene: LetterScene): LetterScene {
  return dueLetterMarks(scene.context).reduce((known, mark) => {
    const marked = recordLetterFacts(known, [letterFact('mark.fired', mark)])
    const level = needsOrder(marked.context, mark.threshold)
    if (level === null) return marked
    const number = nextPaperNumber(known.tx, 'supervision')
    const order = superviseLetter(marked.context, { number, level, rule: 'overdue', issuer: 'system' })
    return recordLetterFacts(marked, [order])
  }, scene)
}
