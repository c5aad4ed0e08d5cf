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
    const otherwise = (tx: Tx) => findLettersMadeOtherwise(tx, present, BATCH)
    if (present !== known) await sweep(deps, otherwise, (scene) => recordLetterFacts(scene, []))
    known = present
    await sweep(deps, (tx) => findLettersWithDueMark(tx, BATCH), fireMarks)
  }
}

// Each letter is a transaction of its own: the hall waits for none of them.
async function sweep(
  deps: Pick<Deps, 'store' | 'newId'>,
  find: (tx: Tx) => string[],
  work: (scene: LetterScene) => LetterScene,
): Promise<void> {
  const seen = new Set<string>()
  for (;;) {
    const ids = deps.store.read(find).filter((id) => !seen.has(id))
    if (ids.length === 0) return
    for (const id of ids) {
      seen.add(id)
      await deps.store.write((tx) => void work(openLetter(deps, tx, BY_SYSTEM, id)))
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
