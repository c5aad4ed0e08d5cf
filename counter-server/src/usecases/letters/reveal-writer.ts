import { type LetterLook, recordLetterReveal } from '../../store/letter-reveals.ts'
import type { CaseAsker } from '../cases/case-asker.ts'
import type { Deps } from '../deps.ts'
import { showField } from '../people/show-field.ts'
import { openLetter } from './letter-scene.ts'
import { writerField } from './writer.ts'

/** Shows who wrote, one field in full, once it is written who looks and why (C303, P34). Refuses `letter.not_found` besides. */
export function revealWriter(
  deps: Pick<Deps, 'store' | 'newId'>,
  asker: CaseAsker,
  asked: Pick<LetterLook, 'id' | 'field' | 'purpose' | 'words'>,
): Promise<{ readonly value: string }> {
  return showField(deps, asker, asked, {
    require: (tx) => void openLetter(deps, tx, asker, asked.id),
    record: (tx, post) => recordLetterReveal(tx, asker.origin, { ...asked, ...post }),
    open: (tx) => {
      return writerField(tx, openLetter(deps, tx, asker, asked.id), asked.field)
    },
  })
}
