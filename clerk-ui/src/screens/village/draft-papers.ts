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
  return { ...marked, papers: [...withoutForm(marked.papers, name, form), { name, form, count }] }
}

/** The resident keeps it: the material is here no more, unless a photo or its other form still says so. */
export function withoutPaperHere(draft: Draft, name: string, form: PaperForm): Draft {
  const papers = withoutForm(draft.papers, name, form)
  const isShown = draft.photos.some(({ role }) => role === name) || papers.some((each) => each.name === name)
  return isShown ? { ...draft, papers } : withMaterial(draft, name, { state: 'missing' })
}

function withoutForm(papers: Draft['papers'], name: string, form: PaperForm): Draft['papers'] {
  return papers.filter((each) => each.name !== name || each.form !== form)
}

/** How many of it. */
export function withPaperCount(draft: Draft, paper: PaperHere): Draft {
  const papers = draft.papers.map((each) =>
    each.name === paper.name && each.form === paper.form ? paper : each,
  )
  return { ...draft, papers }
}
