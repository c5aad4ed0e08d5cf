import { newPayloadSalt } from '@counter/shared/client/payload-salt'
import type { NamedPhoto } from '../../outbox/command.ts'
import type { DraftForm } from '../../outbox/draft-disk.ts'
import { AUTHORITY_ROLE } from '../../outbox/outbox-photos.ts'
import type { Photo } from '../../outbox/photo.ts'
import type { Draft } from './draft.ts'
import type { FactDraft } from './fact-draft.ts'
import { RECEIPT_ROLE } from './fact-facts.ts'

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

/** The draft again. A photo whose content is not found is named, so that it is taken once more; nothing else is lost (V27). */
export async function draftOf(
  content: unknown,
  contentOf: (sha256: string) => Promise<Photo['content'] | null>,
): Promise<AnyDraft> {
  const written = content as Written<Draft> | Written<FactDraft>
  const found = await Promise.all(written.photos.map((photo) => withContent(photo, contentOf)))
  const signature = written.signature === null ? null : await withContent(written.signature, contentOf)
  const unread = unreadOf(written, found, signature)
  const taken = {
    signature,
    photos: found.filter((photo) => photo !== null),
    ...(unread.length === 0 ? {} : { unread }),
  }
  // A form of an older page has none: it is drawn now, and written down with the next letter that is typed (V29).
  const fresh = { salt: newPayloadSalt() }
  if ('kind' in written) return { ...fresh, ...written, ...taken }
  return { ...SINCE, ...fresh, ...written, ...taken }
}

// Named by what each shows; what was named before and not taken anew stays named.
function unreadOf(
  written: Written<Draft> | Written<FactDraft>,
  found: readonly unknown[],
  signature: unknown,
): readonly string[] {
  const lost = written.photos.filter((_, place) => found[place] === null).map(({ role }) => role)
  const isUnsigned = written.signature !== null && signature === null
  const proof = 'kind' in written ? RECEIPT_ROLE : AUTHORITY_ROLE
  return [...(written.unread ?? []), ...lost, ...(isUnsigned ? [proof] : [])]
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
