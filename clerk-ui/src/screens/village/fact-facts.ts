import type { NamedPhoto, VillageFacts } from '../../outbox/command.ts'
import type { VillageKey } from '../../text/village-zh-cn.ts'
import type { FactDraft } from './fact-draft.ts'
import { FACT_FORMS } from './fact-kinds.ts'

/** Under this name the signed proof travels. */
export const RECEIPT_ROLE = 'receipt'

/** What the form still lacks, by the words of its fields (V36). */
export function lacksOfFact(draft: FactDraft): readonly VillageKey[] {
  const { fields, hasPapers, proof } = FACT_FORMS[draft.kind]
  const empty = fields.filter(({ name, isOptional }) => isOptional !== true && textOf(draft, name) === '')
  return [
    ...empty.map(({ label }) => label),
    ...(hasPapers && draft.photos.length === 0 ? (['village.lack.photo'] as const) : []),
    ...(proof !== null && draft.signature === null ? [proof] : []),
  ]
}

/** The content of the command; only for a form that lacks nothing. */
export function factsOf(draft: FactDraft): VillageFacts {
  const text = (name: string) => textOf(draft, name)
  switch (draft.kind) {
    case 'material.receive':
      return { type: draft.kind, payload: { materials: rolesOf(draft) } }
    case 'note.add':
      return { type: draft.kind, payload: { text: text('text') } }
    case 'result.deliver':
      return {
        type: draft.kind,
        payload: { receiver: text('receiver'), ...optional('relation', text('relation')), ...proofOf(draft) },
      }
  }
}

/** The photos in the order in which they are sent (V70). */
export function photosOfFact({ photos, signature }: FactDraft): readonly NamedPhoto[] {
  return signature === null ? photos : [{ ...signature, role: RECEIPT_ROLE }, ...photos]
}

/** The papers that were photographed, each once. */
export function rolesOf({ photos }: Pick<FactDraft, 'photos'>): string[] {
  return [...new Set(photos.map(({ role }) => role))]
}

/** What was typed into a field, without the space around it. */
export function textOf({ typed }: Pick<FactDraft, 'typed'>, name: string): string {
  return (typed[name] ?? '').trim()
}

function optional<Name extends string>(name: Name, value: string): { readonly [N in Name]?: string } {
  return (value === '' ? {} : { [name]: value }) as { readonly [N in Name]?: string }
}

function proofOf({ signature }: FactDraft): { readonly signature?: string } {
  return signature === null ? {} : { signature: signature.sha256 }
}
