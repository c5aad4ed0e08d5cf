import { ChangePreview, ClockChange } from '@counter/shared/contract/calendar'
import { instantWords } from '@counter/shared/vocabulary/date-words'
import { Button } from 'antd'
import { useState } from 'react'
import { CommandButton } from '../../components/command-button.tsx'
import { RefusalLine, type Refused } from '../../components/refusal-line.tsx'
import { read } from '../../state/ask.ts'
import { useSession } from '../../state/session.ts'
import { useCommand } from '../../state/use-command.ts'
import { useDayLanguage } from '../../text/day-language.ts'
import { useWords } from '../../text/words.ts'
import { MoveTable } from './move-table.tsx'

interface ChangeLookProps {
  readonly change: ClockChange
  readonly onChanged: (change: ClockChange) => void
}

/** The look before the leap: which open cases would move; only then a supervisor may publish (C603). */
export function ChangeLook({ change, onChanged }: ChangeLookProps) {
  const words = useWords()
  const role = useSession(({ session }) => session?.role)
  const { send, phase, refused } = useCommand()
  const [seen, setSeen] = useState<ChangePreview | null>(null)
  const [isLooking, setLooking] = useState(false)
  const [unseen, setUnseen] = useState<Refused | null>(null)
  const look = async () => {
    if (isLooking) return
    setLooking(true)
    const answer = await read(`/api/clock-changes/${change.id}/preview`, ChangePreview)
    setLooking(false)
    setUnseen(answer.ok ? null : answer)
    if (answer.ok) setSeen(answer.value)
  }
  const publish = async () => {
    if (seen === null) return
    const answer = await send(`/api/clock-changes/${change.id}/publish`, { preview: seen.id }, ClockChange)
    if (answer?.ok) onChanged(answer.value)
  }
  return (
    <div className="stack">
      <div className="line">
        <Button aria-disabled={isLooking} onClick={() => void look()}>
          {words(isLooking ? 'a5.previewing' : 'a5.preview')}
        </Button>
        {role === 'supervisor' && seen !== null && (
          <CommandButton phase={phase} busy="a5.publishing" type="primary" onPress={() => void publish()}>
            {words('a5.publish')}
          </CommandButton>
        )}
        {role !== 'supervisor' && seen !== null && (
          <span className="quiet">{words('a5.needsSupervisor')}</span>
        )}
      </div>
      <RefusalLine refused={unseen ?? refused} />
      {seen !== null && <Seen seen={seen} />}
    </div>
  )
}

function Seen({ seen }: { readonly seen: ChangePreview }) {
  const words = useWords()
  const language = useDayLanguage()
  return (
    <>
      <p role="status">
        {words('a5.previewed', {
          time: instantWords(seen.at, language),
          n: seen.examined,
          moved: seen.moved,
        })}
      </p>
      {seen.letters.moved > 0 && (
        <p>{words('a5.letters', { n: seen.letters.moved, k: seen.letters.broken })}</p>
      )}
      {seen.broken > 0 && <p className="refusal">■ {words('a5.broken', { n: seen.broken })}</p>}
      {seen.moved === 0 && <p>{words('a5.none')}</p>}
      {seen.items.length > 0 && <MoveTable seen={seen} />}
      {seen.items.length < seen.moved && (
        <p className="quiet">{words('a5.more200', { n: seen.items.length })}</p>
      )}
    </>
  )
}
