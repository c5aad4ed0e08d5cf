import type { EditedField } from '@counter/shared/vocabulary/edit'
import {
  type EditConflict,
  type JudgedEdit,
  judgeEdit,
  type OthersEdit,
  type RightFacts,
  type StandingFacts,
  wordsOfOthers,
} from '../../domain/case/edit-facts.ts'
import { Refusal } from '../../domain/refusal.ts'
import type { StoredEvent } from '../../store/case-events.ts'
import { openPersonField, savePersonFact } from '../../store/persons.ts'
import type { Deps } from '../deps.ts'
import { actOnCase, type CaseCommand, type CaseDone, type CaseScene } from './case-scene.ts'
import { readPeople } from './event-people.ts'
import { recordFacts } from './record-facts.ts'

/** 改联系方式 at the centre, on the case as its page shows it (C302, V73). */
export function editFacts(deps: Deps, command: CaseCommand, right: RightFacts): Promise<CaseDone> {
  return actOnCase(deps, command, 'edit-facts', right, (scene) => {
    const judged = editOn(scene, right, null)
    if (judged.kind === 'taken' && judged.edited === null) throw new Refusal('correction.nothing')
    return null
  })
}

/**
 * The same within an open transaction. `baseRev` is the case as the editor last saw it; null: as it stands. Nothing is
 * written where two people do not agree (V73).
 */
export function editOn(scene: CaseScene, right: RightFacts, baseRev: number | null): JudgedEdit {
  const { tx, facts, context } = scene
  const others = baseRev === null ? [] : editsSince(scene, baseRev)
  const judged = judgeEdit(context, right, { standing: standingOf(scene), others })
  if (judged.kind === 'conflict' || judged.edited === null) return judged
  for (const { field, to } of judged.edited.payload.changes)
    savePersonFact(tx, facts.person, field, to === '' ? null : to)
  recordFacts(scene, [judged.edited])
  return judged
}

/** What others put right after the editor had last seen the case, as it stands now (V73). */
export function changedByOthers(scene: CaseScene, baseRev: number): EditConflict[] {
  return wordsOfOthers(standingOf(scene), editsSince(scene, baseRev))
}

function standingOf({ tx, facts }: CaseScene): StandingFacts {
  const openedOf = (field: EditedField) => openPersonField(tx, facts.person, field) ?? ''
  return { phone: openedOf('phone'), contact: openedOf('contact'), address: openedOf('address') }
}

// What the editor said before is known to them, whatever their copy of the case says (V73).
function editsSince({ tx, events, asker }: CaseScene, baseRev: number): OthersEdit[] {
  const people = readPeople(tx, events)
  const later = events.filter(({ rev, actor }) => rev > baseRev && actor !== asker.origin.actor)
  return later
    .filter((event): event is StoredEvent & { type: 'case.edited' } => event.type === 'case.edited')
    .flatMap(({ payload, actor, recordedAt }) =>
      payload.changes.map(({ field }) => ({ field, by: people(actor), at: recordedAt })),
    )
}
