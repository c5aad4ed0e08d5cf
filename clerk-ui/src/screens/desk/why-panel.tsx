import { WhyThisOne } from '@counter/shared/contract/desk'
import type { TicketId } from '@counter/shared/vocabulary/ids'
import { civilTime } from '@counter/shared/vocabulary/plain-date'
import { useState } from 'react'
import { RefusalLine, type Refused } from '../../components/refusal-line.tsx'
import { SlowWords } from '../../components/slow-words.tsx'
import { read } from '../../state/ask.ts'
import { useWords, type Words } from '../../text/words.ts'

/** 「为什么叫这个号」: the keys that were compared, the head start and any override (Q19). */
export function WhyPanel({ ticketId }: { ticketId: TicketId }) {
  const words = useWords()
  const [why, setWhy] = useState<WhyThisOne | null>(null)
  const [refused, setRefused] = useState<Refused | null>(null)
  const ask = async () => {
    const answer = await read(`/api/tickets/${ticketId}/why`, WhyThisOne)
    if (answer.ok) setWhy(answer.value)
    setRefused(answer.ok ? null : answer)
  }
  return (
    <details
      className="why"
      data-testid="desk.why"
      onToggle={(event) => {
        if (event.currentTarget.open) void ask()
      }}
    >
      <summary>{words('desk.why')}</summary>
      <RefusalLine refused={refused} />
      {why === null && refused === null ? <SlowWords /> : null}
      {why !== null && <WhyTable why={why} />}
    </details>
  )
}

function batchWords({ called, weight: n, bookedAt }: WhyThisOne, words: Words): string {
  if (bookedAt !== null) return words('desk.whyBatchBooked', { n, time: civilTime(bookedAt) })
  return words(called.cls === 'ordinary' ? 'desk.whyBatch' : 'desk.weight', { n })
}

function WhyTable({ why }: { why: WhyThisOne }) {
  const words = useWords()
  const lines = [why.called, ...why.passed]
  return (
    <>
      <p>
        {words(`desk.whyKind.${why.callKind}`)} · {words(`desk.whyTier.${why.tier}`)}
        {why.isProtected && ` · ${words('desk.whyProtected')}`}
        {why.reason !== null && ` · ${why.reason}`}
      </p>
      {why.weight > 1 && <p>{batchWords(why, words)}</p>}
      <div className="scroller" role="region" tabIndex={0} aria-label={words('desk.why')}>
        <table>
          <thead>
            <tr>
              <th scope="col">{words('desk.whyHead')}</th>
              <th scope="col">{words('desk.whyBase')}</th>
              <th scope="col">{words('desk.whyDelay')}</th>
              <th scope="col">{words('desk.whyKey')}</th>
              <th scope="col">{words('desk.whyOrder')}</th>
            </tr>
          </thead>
          <tbody>
            {lines.map((line, place) => (
              <tr key={line.number}>
                <th scope="row">
                  {line.number}{' '}
                  <span className="quiet">{words(place === 0 ? 'desk.whyThis' : 'desk.whyPassed')}</span>
                </th>
                <td>{civilTime(line.baseAt)}</td>
                <td>{words('desk.minutes', { n: line.delayMinutes })}</td>
                <td>{civilTime(line.keyAt)}</td>
                <td>{line.order}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {why.passed.length === 0 && <p>{words('desk.whyNobody')}</p>}
      <p className="quiet">{words('desk.whyBy', { name: why.by, time: civilTime(why.at) })}</p>
    </>
  )
}
