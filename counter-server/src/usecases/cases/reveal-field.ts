import { openPersonField } from '../../store/persons.ts'
import { type Look, recordReveal } from '../../store/reveals.ts'
import type { Deps } from '../deps.ts'
import { showField } from '../people/show-field.ts'
import type { CaseAsker } from './case-asker.ts'
import { requireShown } from './case-scene.ts'

/** Shows one field of the person of a case in full, once it is written who looks and why (C303, P34). */
export function revealField(
  deps: Pick<Deps, 'store'>,
  asker: CaseAsker,
  asked: Pick<Look, 'id' | 'field' | 'purpose' | 'words'>,
): Promise<{ readonly value: string }> {
  return showField(deps, asker, asked, {
    require: (tx) => void requireShown(tx, asker, asked.id),
    record: (tx, post) => recordReveal(tx, asker.origin, { ...asked, ...post }),
    open: (tx) => openPersonField(tx, requireShown(tx, asker, asked.id).person, asked.field),
  })
}
