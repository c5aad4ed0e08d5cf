import type { WriterFacts } from '../../domain/letter/private-values.ts'
import type { WriterField } from '../../store/letter-reveals.ts'
import { openPersonField } from '../../store/persons.ts'
import type { Tx } from '../../store/tx.ts'
import type { LetterScene } from './letter-scene.ts'

/** One thing known of whoever wrote, in plain words: of the person, or as it lies with the words of somebody without a name (C1304). */
export function writerField(
  tx: Tx,
  { facts, events }: Pick<LetterScene, 'facts' | 'events'>,
  field: WriterField,
): string | null {
  if (facts.person !== null) return openPersonField(tx, facts.person, field)
  const told = events.find(({ id }) => id === facts.writerEvent) ?? events[0]
  return told?.words[field] ?? null
}

/** All that is known of the writer, for the gate before an answer is published (C1303). */
export function writerFacts(scene: LetterScene): WriterFacts {
  const field = (name: WriterField) => writerField(scene.tx, scene, name) ?? ''
  return { name: field('name'), phone: field('phone'), address: field('address') }
}
