import type { NamedPhoto } from '../../outbox/command.ts'
import type { DraftForm } from '../../outbox/draft-disk.ts'
import type { Photo } from '../../outbox/photo.ts'
import type { Draft } from './draft.ts'

type Bare<P extends Photo> = Omit<P, 'content'>

/** A draft as it is written down: its photos lie beside it. */
interface WrittenDraft extends Omit<Draft, 'photos' | 'signature'> {
  readonly photos: readonly Bare<NamedPhoto>[]
  readonly signature: Bare<Photo> | null
}

/** The draft and its photos apart (V27). */
export function formOf(draft: Draft): DraftForm & { readonly content: WrittenDraft } {
  const { photos, signature } = draft
  return {
    content: { ...draft, photos: photos.map(bare), signature: signature === null ? null : bare(signature) },
    photos: signature === null ? photos : [...photos, signature],
  }
}

/** The draft again. A photo whose content is not found is left out: it is taken once more, and nothing else is lost. */
export async function draftOf(
  content: unknown,
  contentOf: (sha256: string) => Promise<Photo['content'] | null>,
): Promise<Draft> {
  const written = content as WrittenDraft
  const photos = await Promise.all(written.photos.map((photo) => withContent(photo, contentOf)))
  const signature = written.signature === null ? null : await withContent(written.signature, contentOf)
  // Left by a page that knew the ID card alone.
  const { idKind = 'id_card', idNote = '' } = written
  return { ...written, idKind, idNote, signature, photos: photos.filter((photo) => photo !== null) }
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
