import type { VillageKey } from '../../text/village-zh-cn.ts'

/** What may be said of a case that stands (V30). */
export const FACT_KINDS = ['material.receive', 'note.add', 'result.deliver'] as const
export type FactKind = (typeof FACT_KINDS)[number]

/** One field of a form: a line, several lines, or one of a few. */
export interface FactField {
  readonly name: string
  readonly label: VillageKey
  readonly isOptional?: true
  readonly as:
    | { readonly form: 'line'; readonly max: number }
    | { readonly form: 'lines'; readonly max: number }
    | { readonly form: 'choice'; readonly options: readonly (readonly [string, VillageKey])[] }
}

/** A form as data: what is asked, what is signed or photographed, and where it opens. */
export interface FactForm {
  readonly title: VillageKey
  /** The last part of its address under the case; the supplement stands on the page of the case itself. */
  readonly path: string
  readonly screen: 'V-4' | 'V-5'
  readonly fields: readonly FactField[]
  /** A row for each missing paper, with its photos. */
  readonly hasPapers: boolean
  /** Signed on glass, or a photo of the signed paper: under which word. */
  readonly proof: VillageKey | null
  readonly go: VillageKey
}

const NO_PAPERS = { hasPapers: false, proof: null, screen: 'V-4' } as const

export const FACT_FORMS: { readonly [Kind in FactKind]: FactForm } = {
  'material.receive': {
    ...NO_PAPERS,
    title: 'village.case.missing',
    path: '',
    fields: [],
    hasPapers: true,
    go: 'village.case.send',
  },
  'note.add': {
    ...NO_PAPERS,
    title: 'village.note.title',
    path: 'note',
    fields: [{ name: 'text', label: 'village.note.text', as: { form: 'lines', max: 2000 } }],
    go: 'village.note.go',
  },
  'result.deliver': {
    title: 'village.deliver.title',
    path: 'deliver',
    screen: 'V-5',
    fields: [
      { name: 'receiver', label: 'village.deliver.receiver', as: { form: 'line', max: 60 } },
      {
        name: 'relation',
        label: 'village.deliver.relation',
        isOptional: true,
        as: { form: 'line', max: 30 },
      },
    ],
    hasPapers: false,
    proof: 'village.deliver.proof',
    go: 'village.deliver.go',
  },
}

/** The form that an address names. */
export function kindAt(path: string): FactKind | null {
  return FACT_KINDS.find((kind) => FACT_FORMS[kind].path === path && path !== '') ?? null
}
