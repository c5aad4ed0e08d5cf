import type { PaperForm } from '@counter/shared/vocabulary/agency'
import { PAPER_FORMS } from '@counter/shared/vocabulary/agency'
import type { PaperHere } from './draft-papers.ts'
import { type FactDraft, withTyped } from './fact-draft.ts'

/** A paper that stays at the point is written under its form and its name. */
const TAKEN = 'taken:'

function fieldOf(form: PaperForm, name: string): string {
  return `${TAKEN}${form}:${name}`
}

/** What of a supplement stays at the point on paper, and how many (V17). */
export function takenOf({ typed }: Pick<FactDraft, 'typed'>): readonly PaperHere[] {
  return Object.entries(typed).flatMap(([field, count]) => {
    const form = PAPER_FORMS.find((each) => field.startsWith(fieldOf(each, '')))
    if (form === undefined || count === '') return []
    return [{ name: field.slice(fieldOf(form, '').length), form, count: Number(count) }]
  })
}

/** So many of it stay here; none: the resident keeps it. */
export function withTaken(draft: FactDraft, { name, form, count }: PaperHere): FactDraft {
  return withTyped(draft, fieldOf(form, name), count === 0 ? '' : String(count))
}

/** What is said of these papers alone: an older notice may have listed others. */
export function onlyOf(draft: FactDraft, names: readonly string[]): FactDraft {
  const gone = takenOf(draft).filter(({ name }) => !names.includes(name))
  const kept = gone.reduce((before, paper) => withTaken(before, { ...paper, count: 0 }), draft)
  return { ...kept, photos: draft.photos.filter(({ role }) => names.includes(role)) }
}

/** The papers that were photographed or taken in, each once. */
export function broughtIn(draft: Pick<FactDraft, 'photos' | 'typed'>): string[] {
  const taken = takenOf(draft).map(({ name }) => name)
  return [...new Set([...draft.photos.map(({ role }) => role), ...taken])]
}
