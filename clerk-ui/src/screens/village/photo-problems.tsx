import { type ReactNode, useRef, useState } from 'react'
import { useReturnFocus } from '../../components/use-return-focus.ts'
import { newCommandMark } from '../../outbox/command-mark.ts'
import type { OpenPhoto, OutboxItem } from '../../outbox/outbox.ts'
import { AUTHORITY_ROLE, problemPhotos } from '../../outbox/outbox-photos.ts'
import type { Photo } from '../../outbox/photo.ts'
import { useVillageWords, type VillageWords } from '../../text/village-words.ts'
import { RECEIPT_ROLE } from './fact-facts.ts'
import { PhotoButton } from './photo-button.tsx'
import { handSafely, sendPhotoAgain } from './village-outbox.ts'
import { type Refused, VillageRefusal } from './village-refusal.tsx'

interface PhotoProblemsProps {
  readonly item: OutboxItem
  /** Only who took it takes it anew or withdraws it (V35). */
  readonly isOwn: boolean
}

/** The photos of an item that do not get through, each with its reason and its three ways out (V70). */
export function PhotoProblems({ item, isOwn }: PhotoProblemsProps): ReactNode {
  const photos = problemPhotos(item)
  if (photos.length === 0) return null
  return (
    <ul className="v-rows">
      {photos.map((photo) => (
        <PhotoProblem key={photo.sha256} {...{ item, photo, isOwn }} />
      ))}
    </ul>
  )
}

function PhotoProblem({ item, photo, isOwn }: PhotoProblemsProps & { readonly photo: OpenPhoto }): ReactNode {
  const words = useVillageWords()
  const [refused, setRefused] = useState<Refused | null>(null)
  const { problem = 'fault', sha256, role } = photo
  const name = photoName(words, role)
  const row = useRef<HTMLLIElement>(null)
  useReturnFocus(row, true)
  const settle = async (taken: Photo | null) => setRefused(await replacePhoto(item, photo, taken))
  return (
    <li ref={row} className="v-attention" data-testid="v3.photo" data-problem={problem}>
      <p>{words('village.photo.problem', { name })}</p>
      <VillageRefusal refused={{ code: problem, params: { n: MOST_MEGABYTES } }} />
      {isOwn ? (
        <div className="v-row">
          <button type="button" className="v-small" onClick={() => sendPhotoAgain(sha256)}>
            {words('village.photo.again')}
          </button>
          <PhotoButton
            label={words('village.photo.retake')}
            name={words('village.photo.retakeOf', { name })}
            onPhoto={(taken) => void settle(taken)}
          />
          <Withdraw onWithdraw={() => void settle(null)} />
        </div>
      ) : null}
      <VillageRefusal refused={refused} />
    </li>
  )
}

// Two presses: what is withdrawn is gone.
function Withdraw({ onWithdraw }: { readonly onWithdraw: () => void }): ReactNode {
  const words = useVillageWords()
  const [isAsked, setAsked] = useState(false)
  return (
    <button type="button" className="v-small" onClick={() => (isAsked ? onWithdraw() : setAsked(true))}>
      {words(isAsked ? 'village.photo.withdrawSure' : 'village.photo.withdraw')}
    </button>
  )
}

const MOST_MEGABYTES = 8

// The centre hears of it by a command of its own, so that it waits no longer for what never comes; the photo goes in the same step.
function replacePhoto(
  { header, title }: OutboxItem,
  { sha256, role }: OpenPhoto,
  taken: Photo | null,
): Promise<Refused | null> {
  return handSafely({
    ...newCommandMark(),
    caseId: header.caseId,
    pointId: header.pointId,
    facts: {
      type: 'material.receive',
      payload: { materials: [], instead: [{ lost: sha256, taken: taken?.sha256 ?? null }] },
    },
    photos: taken === null ? [] : [{ ...taken, role }],
    title,
  })
}

/** What a photo shows, in the words of the page. */
export function photoName(words: VillageWords, role: string): string {
  if (role === AUTHORITY_ROLE) return words('village.photo.authority')
  return role === RECEIPT_ROLE ? words('village.photo.receipt') : role
}
