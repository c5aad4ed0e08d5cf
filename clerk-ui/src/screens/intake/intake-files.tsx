import type { GuideMaterial } from '@counter/shared/contract/public/guide'
import { OTHER_FILES } from '@counter/shared/vocabulary/case-file'
import type { TicketId } from '@counter/shared/vocabulary/ids'
import { Button } from 'antd'
import { type ChosenFile, changeChosen, useChosenFiles } from '../../state/chosen-files.ts'
import { useWords } from '../../text/words.ts'
import { FilePicker } from '../case/file-picker.tsx'

const NONE: readonly ChosenFile[] = []

interface IntakeFilesProps {
  readonly ticketId: TicketId
  readonly materials: readonly GuideMaterial[]
}

/** 附件, between papers and note: chosen now, sent as soon as the case has its number (C437). */
export function IntakeFiles({ ticketId, materials }: IntakeFilesProps) {
  const words = useWords()
  const chosen = useChosenFiles(({ byTicket }) => byTicket[ticketId] ?? NONE)
  const drop = (gone: ChosenFile) => changeChosen(ticketId, (known) => known.filter((each) => each !== gone))
  return (
    <>
      <details className="add-files">
        <summary>
          {words('file.add')}
          {chosen.length > 0 && ` · ${words('file.chosen', { n: chosen.length })}`}
        </summary>
        <FilePicker
          materials={materials.map(({ name }) => name)}
          mayCome={() => false}
          onChoose={(more) => changeChosen(ticketId, (known) => [...known, ...more])}
        />
      </details>
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
