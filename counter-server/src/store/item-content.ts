import { EMPTY_CONTENT, stepByName } from '../domain/catalogue/draft-content.ts'
import type { ItemContent, ItemPaper, ItemStep } from '../domain/catalogue/item-content.ts'

/** Content as a catalogue's file or an earlier release wrote it: less is said, and steps may be bare names. */
type Stored = Partial<Omit<ItemContent, 'steps' | 'materials'>> & {
  readonly steps?: readonly (string | ItemStep)[]
  readonly materials?: readonly (Partial<ItemPaper> & Pick<ItemPaper, 'name' | 'source'>)[]
}

const PAPER = {
  issuer: '',
  original: 0,
  copies: 0,
  required: true,
  deferrable: false,
  form: '',
  sample: null,
  note: '',
}

/** What is stored of an item, whole: published rows never change, so what they do not say is filled in at reading (C101). */
export function toContent(stored: unknown): ItemContent {
  const { steps = [], materials = [], ...said } = stored as Stored
  const { pauseReasons = [], statutoryLimit = null } = said
  const content = { ...EMPTY_CONTENT, ...only(said) }
  return {
    ...content,
    committedLimit: { ...EMPTY_CONTENT.committedLimit, ...content.committedLimit },
    withoutStatutory: said.withoutStatutory ?? statutoryLimit === null,
    publicNotice: content.publicNotice && {
      ...content.publicNotice,
      beforeApplication: content.publicNotice.beforeApplication ?? false,
    },
    fee: { ...EMPTY_CONTENT.fee, ...content.fee },
    steps: steps.map((step) => (typeof step === 'string' ? stepByName(step, pauseReasons) : step)),
    materials: materials.map((material) => ({ ...PAPER, ...material })),
    withoutMaterials: said.withoutMaterials ?? materials.length === 0,
  }
}

// The file of a catalogue writes the whole item as content; what stands in columns of its own is not content.
function only(said: Omit<Stored, 'steps' | 'materials'>) {
  return Object.fromEntries(Object.entries(said).filter(([key]) => key in EMPTY_CONTENT))
}
