import { Done } from '@counter/shared/contract/fields'
import type { DraftPhotos } from '@counter/shared/contract/photos'
import { OTHER_FILES } from '@counter/shared/vocabulary/case-file'
import type { TicketId } from '@counter/shared/vocabulary/ids'
import { Button } from 'antd'
import { useState } from 'react'
import { CommandButton } from '../../components/command-button.tsx'
import { RefusalLine } from '../../components/refusal-line.tsx'
import { useCommand } from '../../state/use-command.ts'
import { useWords } from '../../text/words.ts'
import { Picture } from '../case/picture.tsx'

type Photo = DraftPhotos['photos'][number]

interface DraftPhotoListProps {
  readonly ticketId: TicketId
  readonly photos: readonly Photo[]
}

const BYTES_PER_KB = 1024

/** What the phone has sent to this intake; it becomes part of the case with the intake (C410). */
export function DraftPhotoList({ ticketId, photos }: DraftPhotoListProps) {
  const t = useWords()
  const [shown, setShown] = useState<Photo | null>(null)
  const nameOf = ({ material }: Photo) => (material === OTHER_FILES ? t('file.other') : material)
  return (
    <>
      <ul className="sent-files">
        {photos.map((photo, place) => (
          <DraftPhoto
            key={`${photo.sha256} ${photo.material}`}
            ticketId={ticketId}
            photo={photo}
            name={t('file.photo', { name: nameOf(photo), n: place + 1 })}
            onView={() => setShown(photo)}
          />
        ))}
      </ul>
      {shown !== null && (
        <Picture
          address={`/api/drafts/${ticketId}/photos/${shown.sha256}`}
          name={nameOf(shown)}
          onClose={() => setShown(null)}
        />
      )}
    </>
  )
}

interface DraftPhotoProps {
  readonly ticketId: TicketId
  readonly photo: Photo
  readonly name: string
  readonly onView: () => void
}

function DraftPhoto({ ticketId, photo, name, onView }: DraftPhotoProps) {
  const t = useWords()
  const { send, phase, refused } = useCommand()
  const { sha256, material, size } = photo
  const takeBack = () => void send(`/api/drafts/${ticketId}/take-back-photo`, { sha256, material }, Done)
  return (
    <li>
      {name}{' '}
      <span className="small">
        · {t('file.fromPhone')} · {t('file.kb', { n: Math.max(1, Math.round(size / BYTES_PER_KB)) })}
      </span>{' '}
      <Button size="small" aria-label={`${t('file.view')}：${name}`} onClick={onView}>
        {t('file.view')}
      </Button>{' '}
      <CommandButton size="small" phase={phase} aria-label={`${t('file.drop')}：${name}`} onPress={takeBack}>
        {t('file.drop')}
      </CommandButton>
      <RefusalLine refused={refused} />
    </li>
  )
}
