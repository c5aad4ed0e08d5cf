import type { GuideMaterial } from '@counter/shared/contract/public/guide'
import type { RegisterPayload } from '@counter/shared/contract/village-payloads'
import type { PaperForm } from '@counter/shared/vocabulary/agency'
import { type Draft, withMaterial } from './draft.ts'

/** A paper that stays at the point: as what, and how many (V17). */
export type PaperHere = NonNullable<RegisterPayload['papers']>[number]

/** More pages of one paper than a resident brings. */
export const MOST_OF_ONE = 99

/** The paper itself is taken in, as many as the item asks for: that says too that the material is here (V17). */
export function withPaperHere(draft: Draft, material: GuideMaterial, form: PaperForm): Draft {
  const { name } = material
  const asked = form === 'original' ? material.original : material.copies
  const count = Math.min(Math.max(asked, 1), MOST_OF_ONE)
  const marked = withMaterial(draft, name, { state: 'received' })
  const { papers } = withoutPaperHere(marked, name, form)
  return { ...marked, papers: [...papers, { name, form, count }] }
}

/** The resident keeps it: a photo may still say that the material is here. */
export function withoutPaperHere(draft: Draft, name: string, form: PaperForm): Draft {
  return { ...draft, papers: draft.papers.filter((each) => each.name !== name || each.form !== form) }
}

/** How many of it. */
export function withPaperCount(draft: Draft, paper: PaperHere): Draft {
  const papers = draft.papers.map((each) =>
    each.name === paper.name && each.form === paper.form ? paper : each,
  )
  return { ...draft, papers }
}
