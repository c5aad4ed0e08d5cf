import type { DeskTicket } from '@counter/shared/contract/desk'
import { civilTime, toMs } from '@counter/shared/vocabulary/plain-date'
import type { Instant } from '@counter/shared/vocabulary/time'
import { Button } from 'antd'
import { useServerNow } from '../../state/live.ts'
import { wallAnswer } from '../../state/window-topic.ts'
import { useWords } from '../../text/words.ts'
import { OutcomeBar } from './outcome-bar.tsx'
import { minutesSince, TicketTags } from './queue-column.tsx'
import type { Desk } from './use-desk.ts'
import { run } from './use-desk-keys.ts'

const SECOND_MS = 1_000

/** The person at this window: number, how long, whether the hall heard it, and every act as a button. */
export function TicketCard({ desk, ticket }: { desk: Desk; ticket: DeskTicket }) {
  const words = useWords()
  return (
    <div className="stack">
      <p className="desk-number" data-testid="desk.number">
        {ticket.number} <TicketTags ticket={ticket} />
      </p>
      <StateLine desk={desk} ticket={ticket} />
      <p className="quiet">
        {words('desk.ticketFacts', {
          time: civilTime(ticket.issuedAt),
          n: minutesSince(ticket.baseAt, ticket.firstCalledAt ?? ticket.baseAt),
        })}
      </p>
      {ticket.status === 'called' && <WallLine desk={desk} ticket={ticket} />}
      {ticket.status === 'called' ? (
        <CalledButtons desk={desk} ticket={ticket} />
      ) : (
        <ServingButtons desk={desk} />
      )}
      {desk.state === 'outcome' && (
        <OutcomeBar
          recorded={desk.outcome}
          onChoose={(outcome, topicServed) =>
            void desk.finish(outcome, topicServed === null ? {} : { topicServed })
          }
          onClose={() => desk.openOutcome(false)}
        />
      )}
      {desk.lateOutcome !== null && <LateEntry desk={desk} />}
    </div>
  )
}

function StateLine({ desk, ticket }: { desk: Desk; ticket: DeskTicket }) {
  const words = useWords()
  const now = useServerNow(SECOND_MS)
  if (ticket.status === 'called') {
    return (
      <p>
        {words('desk.called', { number: ticket.number, n: ticket.callNo, time: clock(ticket.calledAt, now) })}
      </p>
    )
  }
  return (
    <>
      {/* A timer that speaks each second would drown everything else (7). */}
      <p>
        {words('desk.serving', { number: ticket.number })}{' '}
        <span aria-live="off">{clock(ticket.startedAt, now)}</span>
      </p>
      {desk.outcome !== null && (
        <p role="status">{words('desk.outcomeKnown', { outcome: words(`desk.outcome.${desk.outcome}`) })}</p>
      )}
    </>
  )
}

function WallLine({ desk, ticket }: { desk: Desk; ticket: DeskTicket }) {
  const words = useWords()
  const answer = wallAnswer(desk.seen.heard, ticket.id, useServerNow(SECOND_MS))
  return (
    <p
      role="status"
      data-testid="desk.wall-ack"
      className={answer === 'silent' || answer === 'soundless' ? 'warn' : ''}
    >
      {words(`desk.ack.${answer}`)}
    </p>
  )
}

function CalledButtons({ desk, ticket }: { desk: Desk; ticket: DeskTicket }) {
  const words = useWords()
  const age = secondsSince(ticket.calledAt, useServerNow(SECOND_MS))
  return (
    <div className="line">
      <Button type="primary" size="large" onClick={() => run(desk, { act: 'start' })} aria-keyshortcuts="F9">
        {words('desk.start')}
      </Button>
      <Button size="large" onClick={() => run(desk, { act: 'recall' })} aria-keyshortcuts="F4">
        {words('desk.recall')}
      </Button>
      <Button size="large" onClick={() => run(desk, { act: 'miss' })} aria-keyshortcuts="F8">
        {words('desk.miss')}
      </Button>
      {ticket.callNo === 1 && age <= desk.seen.figures.rules.undoSeconds && (
        <Button size="large" onClick={() => run(desk, { act: 'undo' })} aria-keyshortcuts="Control+Z">
          {words('desk.undo')}
        </Button>
      )}
      <MoreButtons desk={desk} />
    </div>
  )
}

function ServingButtons({ desk }: { desk: Desk }) {
  const words = useWords()
  return (
    <div className="line">
      <Button
        type={desk.outcome === null ? 'primary' : 'default'}
        size="large"
        onClick={() => desk.openOutcome(true)}
        aria-keyshortcuts="F9"
      >
        {words('desk.finish')}
      </Button>
      {desk.outcome !== null && (
        <Button type="primary" size="large" onClick={() => run(desk, { act: 'next' })} aria-keyshortcuts="F2">
          {words('desk.finishNext')}
        </Button>
      )}
      <MoreButtons desk={desk} />
    </div>
  )
}

function MoreButtons({ desk }: { desk: Desk }) {
  const words = useWords()
  return (
    <>
      <Button size="large" onClick={() => desk.openPanel('hold')}>
        {words('desk.hold')}
      </Button>
      <Button size="large" onClick={() => desk.openPanel('transfer')}>
        {words('desk.transfer')}
      </Button>
      <Button size="large" onClick={() => desk.openPanel('paper')}>
        {words('desk.paper')}
      </Button>
    </>
  )
}

function LateEntry({ desk }: { desk: Desk }) {
  const words = useWords()
  const { lateOutcome } = desk
  if (lateOutcome === null) return null
  return (
    <Button onClick={() => void desk.finish(lateOutcome, { isLateEntry: true })}>
      {words('desk.lateEntry')}
    </Button>
  )
}

function secondsSince(at: Instant | null, now: Instant): number {
  return at === null ? 0 : Math.max(0, Math.floor((toMs(now) - toMs(at)) / 1000))
}

/** `06:24`, minutes and seconds since an instant. */
function clock(at: Instant | null, now: Instant): string {
  const seconds = secondsSince(at, now)
  return `${String(Math.floor(seconds / 60)).padStart(2, '0')}:${String(seconds % 60).padStart(2, '0')}`
}
