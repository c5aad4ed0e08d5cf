import { type ReactNode, useRef } from 'react'
import { useReturnFocus } from '../../components/use-return-focus.ts'
import type { NamedPhoto } from '../../outbox/command.ts'
import { AUTHORITY_ROLE } from '../../outbox/outbox-photos.ts'
import { useVillageWords } from '../../text/village-words.ts'
import { MOST_PHOTOS } from './draft.ts'
import type { AnyDraft } from './draft-form.ts'
import { RECEIPT_ROLE } from './fact-facts.ts'
import { PhotoButton } from './photo-button.tsx'
import { photoName } from './photo-problems.tsx'

interface UnreadPartProps {
  readonly draft: Pick<AnyDraft, 'unread' | 'signature' | 'photos'>
  readonly onPhoto: (photo: NamedPhoto) => void
  /** It is not wanted any more. */
  readonly onForget: (role: string) => void
  /** The form may go without the signature of who received. */
  readonly isProofOptional?: boolean
}

/** Which photos of a form could not be read any more, each to be taken anew (V27, V36). */
export function UnreadPart(part: UnreadPartProps): ReactNode {
  const { unread = [], signature } = part.draft
  // A signature is given anew where it is asked for.
  const open = unread.filter((role) => !isSignature(role) || signature === null)
  if (open.length === 0) return null
  return (
    <ul className="v-rows" data-testid="v2.unread">
      {open.map((role, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two photos of one paper are told apart by nothing else
        <UnreadRow key={`${role} ${place}`} role={role} {...part} />
      ))}
    </ul>
  )
}

function UnreadRow({
  role,
  draft,
  onPhoto,
  onForget,
  isProofOptional = false,
}: UnreadPartProps & { readonly role: string }): ReactNode {
  const words = useVillageWords()
  const name = photoName(words, role)
  const row = useRef<HTMLLIElement>(null)
  useReturnFocus(row, true)
  return (
    <li ref={row} className="v-attention">
      <p role="alert">{words('village.photo.unread', { name })}</p>
      <div className="v-row">
        {isSignature(role) ? null : (
          <PhotoButton
            label={words('village.photo.retake')}
            name={words('village.photo.retakeOf', { name })}
            isFull={draft.photos.length >= MOST_PHOTOS}
            onPhoto={(photo) => onPhoto({ ...photo, role })}
          />
        )}
        {isSignature(role) && !(isProofOptional && role === RECEIPT_ROLE) ? null : (
          <button type="button" className="v-small" onClick={() => onForget(role)}>
            {words('village.photo.unneeded')}
          </button>
        )}
      </div>
    </li>
  )
}

function isSignature(role: string): boolean {
  return role === AUTHORITY_ROLE || role === RECEIPT_ROLE
}
