import { civilTime, toMs } from '@counter/shared/vocabulary/plain-date'
import { Button } from 'antd'
import { useServerNow } from '../../state/live.ts'
import { movedAway, waitingLine } from '../../state/window-topic.ts'
import { useWords } from '../../text/words.ts'
import type { Desk, Finished } from './use-desk.ts'
import { run } from './use-desk-keys.ts'

const REOPEN_MS = 60_000
const EVERY_MS = 1_000

/** What the middle says when nobody is at the window, with the same acts as buttons. */
export function CentreWords({ desk }: { desk: Desk }) {
  const words = useWords()
  const moved = movedAway(desk.seen)
  return (
    <div className="stack">
      <p className="big" role={desk.state === 'error' ? 'alert' : 'status'}>
        <Sentence desk={desk} />
      </p>
      {desk.ticket !== null && desk.state === 'offline' && (
        <p className="desk-number">{desk.ticket.number}</p>
      )}
      {moved !== null && <p role="status">{words('desk.moved', { number: moved.number })}</p>}
      <div className="line">
        {(desk.state === 'idle' || desk.state === 'error') && (
          <Button
            type="primary"
            size="large"
            onClick={() => run(desk, { act: 'next' })}
            aria-keyshortcuts="F2"
          >
            {words('desk.next')}
          </Button>
        )}
        {desk.state === 'paused' && (
          <Button
            type="primary"
            size="large"
            onClick={() => run(desk, { act: 'resume' })}
            aria-keyshortcuts="Control+B"
          >
            {words('desk.resume')}
          </Button>
        )}
        {(desk.state === 'idle' || desk.state === 'idle-empty') && (
          <Button size="large" onClick={() => desk.openPanel('direct')}>
            {words('desk.direct')}
          </Button>
        )}
        {(desk.state === 'idle' || desk.state === 'idle-empty') && (
          <Button size="large" onClick={() => run(desk, { act: 'pause' })} aria-keyshortcuts="Control+B">
            {words('desk.pause')}
          </Button>
        )}
      </div>
      {desk.finished !== null && <ReopenLine desk={desk} finished={desk.finished} />}
    </div>
  )
}

function Sentence({ desk }: { desk: Desk }) {
  const words = useWords()
  const first = waitingLine(desk.seen)[0]?.number
  switch (desk.state) {
    case 'idle':
      return words('desk.idle', { n: desk.seen.figures.waiting })
    case 'idle-empty':
      return words('desk.idleEmpty', { n: desk.seen.cases.length })
    case 'calling':
      return words('desk.calling')
    case 'paused':
      return pausedWords(words, desk)
    case 'offline':
      return first === undefined ? words('desk.offlineEmpty') : words('desk.offline', { number: first })
    case 'error':
      return words('desk.error')
    default:
      return null
  }
}

function pausedWords(words: ReturnType<typeof useWords>, { seen }: Desk): string {
  const { pausedAt } = seen.window
  return pausedAt === null ? words('desk.pausedPlain') : words('desk.paused', { time: civilTime(pausedAt) })
}

function ReopenLine({ desk, finished }: { desk: Desk; finished: Finished }) {
  const words = useWords()
  const now = useServerNow(EVERY_MS)
  if (toMs(now) - finished.atMs > REOPEN_MS) return null
  return (
    <p className="quiet">
      {words('desk.reopen', { number: finished.ticket.number, time: civilTime(now) })}{' '}
      <Button size="small" onClick={() => void desk.actAt(finished.ticket.id, 'reopen')}>
        {words('desk.reopenGo')}
      </Button>
    </p>
  )
}
