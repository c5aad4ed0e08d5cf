import { type DeskWindow, WindowList } from '@counter/shared/contract/desk'
import { civilTime } from '@counter/shared/vocabulary/plain-date'
import { Button } from 'antd'
import { useState } from 'react'
import { CommandButton, useProgress } from '../../components/command-button.tsx'
import { RefusalLine } from '../../components/refusal-line.tsx'
import { SlowWords } from '../../components/slow-words.tsx'
import { useSession } from '../../state/session.ts'
import { type CommandPhase, isDeaf, useCommand } from '../../state/use-command.ts'
import { useReading } from '../../state/use-reading.ts'
import { useWords } from '../../text/words.ts'
import './sign-in.css'

/** C-0, second step: which window. A used one can be taken over with a reason, which the other screen shows (Q20). */
export function WindowTiles() {
  const words = useWords()
  const { value, refused: unread, reread } = useReading('/api/windows', WindowList)
  const windows = value?.items ?? null
  const { send, phase, refused } = useCommand()
  const progress = useProgress(phase, 'windows.opening')
  const act = async (window: number, action: 'open' | 'take-over', body: object) => {
    const answer = await send(`/api/windows/${window}/${action}`, body, { parse: () => true })
    if (answer?.ok) return useSession.getState().learn()
    // Somebody was quicker: the tiles must show who.
    if (answer !== null) reread()
  }
  return (
    <section className="card" data-screen="C-0" data-state={windows === null ? 'loading' : 'windows'}>
      <h1>{words('windows.title')}</h1>
      <RefusalLine refused={refused ?? unread} />
      <p role="status" className="under-way">
        {progress}
      </p>
      {windows === null && <SlowWords />}
      {windows?.length === 0 && <p>{words('windows.none')}</p>}
      <ul className="tiles">
        {windows?.map((window) => (
          <li key={window.window}>
            <WindowTile
              window={window}
              phase={phase}
              onOpen={() => act(window.window, 'open', {})}
              onTakeOver={(reason) => act(window.window, 'take-over', { reason })}
            />
          </li>
        ))}
      </ul>
    </section>
  )
}

interface TileProps {
  readonly window: DeskWindow
  readonly phase: CommandPhase
  readonly onOpen: () => Promise<void>
  readonly onTakeOver: (reason: string) => Promise<void>
}

function WindowTile({ window, phase, onOpen, onTakeOver }: TileProps) {
  const words = useWords()
  const own = useSession((state) => state.session?.staffId)
  if (window.duty === null || window.duty.staffId === own) {
    return (
      <Button className="tile" aria-disabled={isDeaf(phase)} onClick={() => void onOpen()}>
        <strong>{window.name}</strong>
        <span>{words(window.duty === null ? 'windows.free' : 'windows.mine')}</span>
      </Button>
    )
  }
  return <UsedTile window={window} duty={window.duty} phase={phase} onTakeOver={onTakeOver} />
}

interface UsedTileProps {
  readonly window: DeskWindow
  readonly duty: NonNullable<DeskWindow['duty']>
  readonly phase: CommandPhase
  readonly onTakeOver: (reason: string) => Promise<void>
}

function UsedTile({ window, duty, phase, onTakeOver }: UsedTileProps) {
  const words = useWords()
  const [reason, setReason] = useState<string | null>(null)
  return (
    <div className="tile tile-used">
      <strong>{window.name}</strong>
      <span>
        {words('windows.used', {
          window: window.window,
          name: duty.displayName,
          time: civilTime(duty.openedAt),
        })}
      </span>
      {reason === null ? (
        <Button onClick={() => setReason('')}>{words('windows.takeOver')}</Button>
      ) : (
        <form
          className="stack"
          onSubmit={(event) => {
            event.preventDefault()
            if (reason.trim() !== '') void onTakeOver(reason.trim())
          }}
        >
          <label className="field">
            {words('windows.takeOverReason')}
            <input
              ref={(field) => field?.focus()}
              required
              maxLength={200}
              value={reason}
              onChange={(event) => setReason(event.target.value)}
            />
            <span className="hint">{words('windows.takeOverHint')}</span>
          </label>
          <CommandButton phase={phase} busy="windows.opening" type="primary" htmlType="submit">
            {words('windows.takeOver')}
          </CommandButton>
        </form>
      )}
    </div>
  )
}
