import { newPayloadSalt } from '@counter/shared/client/payload-salt'
import type { NamedPhoto } from '../../outbox/command.ts'
import type { DraftForm } from '../../outbox/draft-disk.ts'
import type { Photo } from '../../outbox/photo.ts'
import type { Draft } from './draft.ts'
import type { FactDraft } from './fact-draft.ts'

/** A form of any kind: of a new case, or of what is said of one that stands. */
export type AnyDraft = Draft | FactDraft

type Bare<P extends Photo> = Omit<P, 'content'>

/** A draft as it is written down: its photos lie beside it. */
type Written<D extends AnyDraft> = Omit<D, 'photos' | 'signature'> & {
  readonly photos: readonly Bare<NamedPhoto>[]
  readonly signature: Bare<Photo> | null
}

/** True for what is said of a case that stands. */
export function isFact(draft: AnyDraft): draft is FactDraft {
  return 'kind' in draft
}

/** The draft and its photos apart (V27). */
export function formOf(draft: AnyDraft): DraftForm {
  const { photos, signature } = draft
  return {
    content: { ...draft, photos: photos.map(bare), signature: signature === null ? null : bare(signature) },
    photos: signature === null ? photos : [...photos, signature],
  }
}

// What the forms of older pages do not say: they knew the ID card alone, no guardian by name, not what lies at the point, no visit.
const SINCE: Pick<Draft, 'idKind' | 'idNote' | 'guardian' | 'papers' | 'isUrgent' | 'visitOn'> = {
  idKind: 'id_card',
  idNote: '',
  guardian: '',
  papers: [],
  isUrgent: false,
  visitOn: null,
}

/** The draft again. A photo whose content is not found is left out: it is taken once more, and nothing else is lost. */
export async function draftOf(
  content: unknown,
  contentOf: (sha256: string) => Promise<Photo['content'] | null>,
): Promise<AnyDraft> {
  const written = content as Written<Draft> | Written<FactDraft>
  const found = await Promise.all(written.photos.map((photo) => withContent(photo, contentOf)))
  const signature = written.signature === null ? null : await withContent(written.signature, contentOf)
  const taken = { signature, photos: found.filter((photo) => photo !== null) }
  // A form of an older page has none: it is drawn now, and written down with the next letter that is typed (V29).
  const fresh = { salt: newPayloadSalt() }
  if ('kind' in written) return { ...fresh, ...written, ...taken }
  return { ...SINCE, ...fresh, ...written, ...taken }
}

async function withContent<P extends Photo>(
  photo: Bare<P>,
  contentOf: (sha256: string) => Promise<Photo['content'] | null>,
): Promise<P | null> {
  const content = await contentOf(photo.sha256)
  return content === null ? null : ({ ...photo, content } as unknown as P)
}

function bare<P extends Photo>({ content: _content, ...photo }: P): Bare<P> {
  return photo
}
