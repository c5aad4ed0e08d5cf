import type { TrackTicket } from '@counter/shared/contract/public/track'
import { type ReactNode, useState } from 'react'
import { actOnTrack } from '../../state/track-link.ts'
import { useRefusal, useText } from '../../text/text.ts'

interface TicketActsProps {
  readonly ticket: TrackTicket
  readonly token: string | null
}

/** 「恢复排队」, 「往后让」, 「不排了」 and its undo; only the holder of the link's secret may (P41). */
export function TicketActs({ ticket, token }: TicketActsProps): ReactNode {
  const [problem, setProblem] = useState<string | null>(null)
  if (token === null || ticket.isExpired) return null
  const canCancel = ['waiting', 'called', 'held', 'missed'].includes(ticket.status)
  return (
    <div className="acts">
      {ticket.canRejoin && <Act of="rejoin" token={token} onProblem={setProblem} isMain />}
      {ticket.canRestore && <Act of="restore" token={token} onProblem={setProblem} isMain />}
      {ticket.canPostpone && ticket.ahead !== null && (
        <Act of="postpone" token={token} onProblem={setProblem} />
      )}
      {canCancel && <Cancel token={token} onProblem={setProblem} />}
      {problem !== null && (
        <p className="warning" role="alert">
          {problem}
        </p>
      )}
    </div>
  )
}

interface ActProps {
  readonly token: string
  readonly onProblem: (words: string | null) => void
}

const BUSY = { rejoin: 'p1.rejoining', restore: 'p1.restoring', postpone: 'p1.postponing' } as const

interface OneActProps extends ActProps {
  readonly of: keyof typeof BUSY
  readonly isMain?: boolean
}

function Act({ of, token, onProblem, isMain = false }: OneActProps): ReactNode {
  const say = useText()
  const { isBusy, act } = useAct(`/api/track/ticket/${of}`, token, onProblem)
  return (
    <button
      type="button"
      className={isMain ? 'main' : undefined}
      aria-disabled={isBusy}
      // The second half of a double tap would let three more go first.
      onClick={({ detail }) => {
        if (detail <= 1) void act()
      }}
    >
      {say(isBusy ? BUSY[of] : `p1.${of}`)}
    </button>
  )
}

// Asked once more in the page itself: a number that is given up by a slip of the finger costs a place.
function Cancel({ token, onProblem }: ActProps): ReactNode {
  const say = useText()
  const [isAsked, setAsked] = useState(false)
  const { isBusy, act } = useAct('/api/track/ticket/cancel', token, onProblem)
  if (!isAsked)
    return (
      <button type="button" onClick={() => setAsked(true)}>
        {say('p1.cancel')}
      </button>
    )
  return (
    <section className="ask" aria-label={say('p1.cancel')}>
      <p role="alert">{say('p1.cancelAsk')}</p>
      <button type="button" aria-disabled={isBusy} onClick={() => void act()}>
        {say(isBusy ? 'p1.cancelling' : 'p1.cancelYes')}
      </button>
      <button type="button" className="main" onClick={() => setAsked(false)}>
        {say('p1.cancelNo')}
      </button>
    </section>
  )
}

function useAct(path: string, token: string, onProblem: (words: string | null) => void) {
  const refusal = useRefusal()
  const [isBusy, setBusy] = useState(false)
  const act = async () => {
    if (isBusy) return
    setBusy(true)
    onProblem(null)
    const answer = await actOnTrack(path, token)
    setBusy(false)
    if (!answer.ok) onProblem(refusal(answer.code, answer.params))
  }
  return { isBusy, act }
}
