import type { DraftPhotos } from '@counter/shared/contract/photos'
import type { GuideMaterial } from '@counter/shared/contract/public/guide'
import { OTHER_FILES } from '@counter/shared/vocabulary/case-file'
import type { TicketId } from '@counter/shared/vocabulary/ids'
import { Button } from 'antd'
import { useState } from 'react'
import { type ChosenFile, changeChosen, lostFiles, useChosenFiles } from '../../state/chosen-files.ts'
import { photosTopic } from '../../state/draft-photos.ts'
import { useTopic } from '../../state/live.ts'
import { useWords } from '../../text/words.ts'
import { FilePicker } from '../case/file-picker.tsx'
import { DraftPhotoList } from './draft-photo-list.tsx'

const NONE: readonly ChosenFile[] = []
const NO_PHOTOS: DraftPhotos['photos'] = []

interface IntakeFilesProps {
  readonly ticketId: TicketId
  readonly materials: readonly GuideMaterial[]
}

/** 附件, between papers and note: chosen now, sent as soon as the case has its number (C437). */
export function IntakeFiles({ ticketId, materials }: IntakeFilesProps) {
  const words = useWords()
  const chosen = useChosenFiles(({ byTicket }) => byTicket[ticketId] ?? NONE)
  const { state } = useTopic(`photos:${ticketId}`, photosTopic)
  const photos = state?.photos ?? NO_PHOTOS
  const count = chosen.length + photos.length
  const [lost] = useState(() => lostFiles(ticketId))
  const drop = (gone: ChosenFile) => changeChosen(ticketId, (known) => known.filter((each) => each !== gone))
  return (
    <>
      <details className="add-files">
        <summary>
          {words('file.add')}
          {count > 0 && ` · ${words('file.chosen', { n: count })}`}
        </summary>
        <FilePicker
          materials={materials.map(({ name }) => name)}
          mayCome={() => false}
          onChoose={(more) => changeChosen(ticketId, (known) => [...known, ...more])}
          phone={{ path: `drafts/${ticketId}`, count: photos.length }}
        />
      </details>
      {lost > 0 && chosen.length === 0 && (
        <p role="alert" data-testid="intake.lost">
          ▲ {words('file.lost', { n: lost })}
        </p>
      )}
      {chosen.length > 0 && <p className="small">{words('file.onlyHere')}</p>}
      <DraftPhotoList ticketId={ticketId} photos={photos} />
      <ul className="sent-files">
        {chosen.map((each) => (
          <li key={`${each.file.name} ${each.file.size} ${each.file.lastModified}`}>
            {each.file.name} · {each.material === OTHER_FILES ? words('file.other') : each.material}{' '}
            <Button
              size="small"
              aria-label={`${words('file.drop')}：${each.file.name}`}
              onClick={() => drop(each)}
            >
              {words('file.drop')}
            </Button>
          </li>
        ))}
      </ul>
    </>
  )
}
