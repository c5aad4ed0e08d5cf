import { Refusal } from '../../domain/refusal.ts'
import { once } from '../../store/receipts.ts'
import type { CaseAsker } from '../cases/case-asker.ts'
import type { Deps } from '../deps.ts'
import { type LetterScene, openLetter } from './letter-scene.ts'
import { type LetterDetailFacts, letterDetail } from './read-letter.ts'

/** One press of a button on one letter. */
export interface LetterCommand {
  readonly asker: CaseAsker
  readonly id: string
  readonly expectedVersion: number | null
}

/** Runs one act of a person on one letter: receipt, rights, version, act, all in one transaction (R5, I3). */
export function actOnLetter(
  deps: Deps,
  { asker, id, expectedVersion }: LetterCommand,
  { name, content }: { readonly name: string; readonly content: unknown },
  act: (scene: LetterScene) => LetterScene,
): Promise<LetterDetailFacts> {
  const { origin } = asker
  return deps.store.write((tx) => {
    const done = once(
      tx,
      { origin, name: `letter.${name}`, subject: id, content: { id, expectedVersion, content } },
      () => {
        const scene = openLetter(deps, tx, asker, id)
        if (expectedVersion !== null && expectedVersion !== scene.facts.rev)
          throw new Refusal('letter.changed')
        return letterDetail(act(scene))
      },
    )
    // An answer kept before an update lacks what the page has had since; then the letter is shown as it stands now.
    return YOUNGEST in done ? done : letterDetail(openLetter(deps, tx, asker, id))
  })
}

/** The part that the page of a letter was given last. */
const YOUNGEST = 'publication' satisfies keyof LetterDetailFacts
