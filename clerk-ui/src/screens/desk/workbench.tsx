import type { WindowStateView } from '@counter/shared/contract/desk'
import { civilTime, toMs } from '@counter/shared/vocabulary/plain-date'
import { Button } from 'antd'
import { useEffect, useMemo, useRef } from 'react'
import { useProgress } from '../../components/command-button.tsx'
import { RefusalLine } from '../../components/refusal-line.tsx'
import { SlowWords } from '../../components/slow-words.tsx'
import { type OfferedAction, useOfferedActions } from '../../state/actions.ts'
import { useServerNow, useTopic } from '../../state/live.ts'
import { useSession } from '../../state/session.ts'
import { windowTopic } from '../../state/window-topic.ts'
import { useWords } from '../../text/words.ts'
import { CaseScreen } from '../case/case-screen.tsx'
import { Intake } from '../intake/intake.tsx'
import { CentreWords } from './centre-words.tsx'
import { DeskPanels } from './desk-panels.tsx'
import { QueueColumn } from './queue-column.tsx'
import { TicketCard } from './ticket-card.tsx'
import { TodoColumn } from './todo-column.tsx'
import { type Desk, type Finished, useDesk } from './use-desk.ts'
import { run, useDeskKeys } from './use-desk-keys.ts'
import { WhyPanel } from './why-panel.tsx'
import './desk.css'

/** C-1: the workbench of one window, drawn from its live topic alone. */
export function Workbench({ window }: { window: number }) {
  const words = useWords()
  const { state, refused } = useTopic(`window:${window}`, windowTopic)
  const own = useSession((session) => session.session?.staffId)
  // What was seen stays under the sign-in layer when only the session ended (U15).
  if (refused !== null && state === null) return <NotMine text={words('desk.refused')} />
  if (state === null) return <SlowWords />
  if (state.window.duty === null) return <NotMine text={words('desk.closed')} />
  if (state.window.duty.staffId !== own) return <TakenOver duty={state.window.duty} />
  return <OpenWorkbench heard={state} />
}

function OpenWorkbench({ heard }: { heard: WindowStateView }) {
  const words = useWords()
  const desk = useDesk(heard)
  useDeskKeys(desk)
  useDeskOffers(desk)
  return (
    <div className="desk" data-screen="C-1" data-state={desk.state}>
      <h1 className="visually-hidden">{words('desk.title')}</h1>
      <QueueColumn desk={desk} />
      <div className="stack">
        <section className="card" data-testid="desk.center" aria-label={words('desk.title')}>
          {isAtTicket(desk) && desk.ticket !== null ? (
            <TicketCard desk={desk} ticket={desk.ticket} />
          ) : (
            <CentreWords desk={desk} />
          )}
          <TakenLine desk={desk} />
          {desk.cancelled !== null && <CancelledLine desk={desk} cancelled={desk.cancelled} />}
          <RefusalLine refused={desk.refused} />
          <UnderWay desk={desk} />
          <DeskPanels desk={desk} />
          {isAtTicket(desk) && desk.ticket !== null && (
            <WhyPanel key={`${desk.ticket.id} ${desk.ticket.callNo}`} ticketId={desk.ticket.id} />
          )}
        </section>
        {isAtTicket(desk) && desk.ticket?.caseId != null && (
          <CaseScreen key={desk.ticket.caseId} id={desk.ticket.caseId} />
        )}
        <IntakePart desk={desk} />
      </div>
      <TodoColumn desk={desk} />
    </div>
  )
}

/** C-2 while somebody is served; already after the call where the first sign typed starts the visit (Q32). */
function IntakePart({ desk }: { desk: Desk }) {
  const { ticket, seen } = desk
  const started = useRef<{ readonly call: string; readonly is: Promise<boolean> } | null>(null)
  if (ticket === null || ticket.caseId !== null) return null
  const isCalled = ticket.status === 'called'
  if (ticket.status !== 'serving' && !(isCalled && seen.figures.rules.startsOnTyping)) return null
  const start = async (): Promise<boolean> => {
    if (!isCalled) return true
    const call = `${ticket.id} ${ticket.callNo}`
    if (started.current?.call !== call) started.current = { call, is: desk.actAt(ticket.id, 'start') }
    const isStarted = await started.current.is
    if (!isStarted) started.current = null
    return isStarted
  }
  return (
    <div onInput={() => void start()}>
      <Intake key={ticket.id} ticket={ticket} onBegin={start} onOutcome={desk.record} />
    </div>
  )
}

function isAtTicket({ state }: Desk): boolean {
  return state === 'called' || state === 'serving' || state === 'outcome'
}

// A call says by itself that it is under way; every other act says so here, whichever button or key began it (U14).
function UnderWay({ desk: { phase, state } }: { desk: Desk }) {
  const progress = useProgress(phase)
  return (
    <p
      role="status"
      data-testid="desk.progress"
      className={phase === 'unsettled' ? 'under-way warn' : 'under-way quiet'}
    >
      {state !== 'calling' && state !== 'error' && progress}
    </p>
  )
}

function TakenLine({ desk }: { desk: Desk }) {
  const words = useWords()
  const taken = desk.seen.tickets.find(({ id }) => id === desk.expected)
  if (taken === undefined || desk.ticket === null || taken.id === desk.ticket.id) return null
  if (taken.window === null || taken.window === desk.seen.window.window) return null
  return (
    <p role="status">
      {words('desk.taken', { number: taken.number, window: taken.window, own: desk.ticket.number })}
    </p>
  )
}

const RESTORE_MS = 60_000

function CancelledLine({ desk, cancelled }: { desk: Desk; cancelled: Finished }) {
  const words = useWords()
  if (toMs(useServerNow(1_000)) - cancelled.atMs > RESTORE_MS) return null
  return (
    <p role="status">
      {words('desk.cancelled', { number: cancelled.ticket.number })}{' '}
      <Button size="small" onClick={() => void desk.restore()}>
        {words('desk.cancelledGo')}
      </Button>
    </p>
  )
}

function useDeskOffers(desk: Desk): void {
  const words = useWords()
  const newest = useRef(desk)
  useEffect(() => {
    newest.current = desk
  })
  const actions = useMemo<readonly OfferedAction[]>(
    () => [
      {
        id: 'elder',
        label: words('desk.issuePriority'),
        initials: 'qh',
        run: () => newest.current.openPanel('elder'),
      },
      {
        id: 'number',
        label: words('desk.issue'),
        initials: 'qhxsx',
        run: () => newest.current.openPanel('number'),
      },
      {
        id: 'booking',
        label: words('booking.title'),
        initials: 'yy',
        run: () => newest.current.openPanel('booking'),
      },
      {
        id: 'paper',
        label: words('desk.paper'),
        initials: 'bdxp',
        run: () => newest.current.openPanel('paper'),
      },
      {
        id: 'next',
        label: words('keys.next'),
        initials: 'xyw',
        run: () => run(newest.current, { act: 'next' }),
      },
      {
        id: 'pause',
        label: words('desk.pause'),
        initials: 'ztfw',
        run: () => newest.current.openPanel('pause'),
      },
      {
        id: 'direct',
        label: words('desk.direct'),
        initials: 'zjbl',
        run: () => newest.current.openPanel('direct'),
      },
      {
        id: 'served',
        label: words('desk.panel.served'),
        initials: 'gz',
        run: () => newest.current.openPanel('served'),
      },
      { id: 'hold', label: words('desk.hold'), initials: 'gq', run: () => newest.current.openPanel('hold') },
      {
        id: 'transfer',
        label: words('desk.transfer'),
        initials: 'zb',
        run: () => newest.current.openPanel('transfer'),
      },
      {
        id: 'close',
        label: words('desk.close'),
        initials: 'gck',
        run: () => void leaveWindow(newest.current),
      },
    ],
    [words],
  )
  useOfferedActions('desk', actions)
}

async function leaveWindow(desk: Desk): Promise<void> {
  if (await desk.actHere('close')) await useSession.getState().learn()
}

function NotMine({ text }: { text: string }) {
  const words = useWords()
  return (
    <section className="card" role="alert" data-screen="C-1" data-state="closed">
      <h1 className="visually-hidden">{words('desk.title')}</h1>
      <p>{text}</p>
      <Button onClick={() => void useSession.getState().learn()}>{words('desk.chooseWindow')}</Button>
    </section>
  )
}

interface TakenOverProps {
  readonly duty: NonNullable<WindowStateView['window']['duty']>
}

// The first screen says who works here now, and why (Q20).
function TakenOver({ duty }: TakenOverProps) {
  const words = useWords()
  return (
    <NotMine
      text={words('desk.takenOver', {
        name: duty.displayName,
        time: civilTime(duty.openedAt),
        reason: duty.takenOver ?? '–',
      })}
    />
  )
}
