import { dayWords, instantWords } from '@counter/shared/vocabulary/date-words'
import { instantOf } from '@counter/shared/vocabulary/plain-date'
import { type ReactNode, useState } from 'react'
import { Link } from 'wouter'
import type { OutboxItem } from '../../outbox/outbox.ts'
import { useServerNow } from '../../state/live.ts'
import { useSession } from '../../state/session.ts'
import { useVillageLanguage, useVillageWords, type VillageWords } from '../../text/village-words.ts'
import { FromLostPhone } from './from-lost-phone.tsx'
import { PhotoProblems } from './photo-problems.tsx'
import { Attention } from './sent-screen.tsx'
import { handToCentre, sendNow, settleLost, useOutbox, withdrawItem } from './village-outbox.ts'
import { type Refused, VillageRefusal } from './village-refusal.tsx'

const SECOND = 1000

/** V-3: everything this page has handed over, newest first, each with its state in words. */
export function OutboxScreen(): ReactNode {
  const words = useVillageWords()
  const outbox = useOutbox((state) => state.outbox)
  useServerNow(SECOND)
  return (
    <section className="v-stack" data-screen="V-3" data-state={outbox.length === 0 ? 'empty' : 'normal'}>
      <h1 tabIndex={-1}>{words('village.outbox.title')}</h1>
      {outbox.length === 0 ? <p>{words('village.outbox.empty')}</p> : null}
      <ul className="v-rows">
        {[...outbox].reverse().map((item) => (
          <OutboxRow key={item.header.id} item={item} />
        ))}
      </ul>
      <FromLostPhone />
      <Lost />
      {outbox.length === 0 ? null : (
        <button type="button" className="v-main" onClick={sendNow}>
          {words('village.outbox.now')}
        </button>
      )}
    </section>
  )
}

// The centre was restored from before these: their content left the phone when they were acknowledged (V56).
function Lost(): ReactNode {
  const words = useVillageWords()
  const { days } = useVillageLanguage()
  const lost = useOutbox((state) => state.lost)
  if (lost.length === 0) return null
  return (
    <section className="v-attention" aria-labelledby="v-lost">
      <h2 id="v-lost">{words('village.lost.title')}</h2>
      <ul className="v-rows">
        {lost.map(({ id, number, at }) => (
          <li key={id} data-testid="v3.lost">
            <p>{`${number ?? words('village.lost.fact')} · ${instantWords(instantOf(at), days)}`}</p>
            <button type="button" className="v-second" onClick={() => settleLost(id)}>
              {words('village.lost.done')}
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}

function OutboxRow({ item }: { readonly item: OutboxItem }): ReactNode {
  const words = useVillageWords()
  // What another agent of this phone wrote is put right and withdrawn by that agent alone (V35).
  const isOwn = useSession(({ session }) => session?.staffId === item.author)
  const isRefused = item.state === 'attention'
  return (
    <li data-testid="v3.row" data-state={item.state}>
      <p>
        <strong>{words(`village.type.${item.header.type}`)}</strong> ·{' '}
        {isOwn || item.title !== '' ? item.title : words('village.outbox.others')}
      </p>
      <p>{sizeWords(words, item)}</p>
      <p role="status">{isRefused ? null : stateWords(words, item, Date.now())}</p>
      {item.slip === null ? null : (
        <Link className="v-small" href={`/village/sent/${item.header.id}`}>
          {words('village.slip.show')}
        </Link>
      )}
      {isRefused ? <Attention item={item} /> : null}
      {isRefused && isOwn ? <Withdraw item={item} /> : null}
      {isRefused && isOwn ? <HandToCentre item={item} /> : null}
      <PhotoProblems item={item} isOwn={isOwn} />
    </li>
  )
}

// Two presses: what is withdrawn is gone.
function Withdraw({ item }: { readonly item: OutboxItem }): ReactNode {
  const words = useVillageWords()
  const [isAsked, setAsked] = useState(false)
  const [refused, setRefused] = useState<Refused | null>(null)
  const withdraw = async () => setRefused(await withdrawItem(item))
  return (
    <>
      <button type="button" className="v-second" onClick={() => (isAsked ? void withdraw() : setAsked(true))}>
        {words(isAsked ? 'village.outbox.withdrawSure' : 'village.outbox.withdraw')}
      </button>
      <VillageRefusal refused={refused} />
    </>
  )
}

// The centre has it already; this says that the agent leaves it to the centre and waits for its answer (V36, V51).
function HandToCentre({ item }: { readonly item: OutboxItem }): ReactNode {
  const words = useVillageWords()
  if (item.isHanded === true) return <p role="status">{words('village.outbox.handed')}</p>
  return (
    <button type="button" className="v-second" onClick={() => handToCentre(item.header.id)}>
      {words('village.outbox.hand')}
    </button>
  )
}

function sizeWords(words: VillageWords, { header }: OutboxItem): string {
  const { files } = header
  if (files.length === 0) return words('village.outbox.text')
  const bytes = files.reduce((sum, { size }) => sum + size, 0)
  return words('village.outbox.size', { n: files.length, kb: Math.max(1, Math.round(bytes / 1000)) })
}

/** The words of a state at a moment of page time (V36). */
export function stateWords(words: VillageWords, item: OutboxItem, now: number): string {
  switch (item.state) {
    case 'retry':
      return words('village.outbox.retry', { wait: waitWords(words, item.notBefore - now), k: item.attempts })
    case 'held':
      return item.answer?.status === 'held'
        ? words('village.outbox.heldAfter')
        : words('village.outbox.held', { n: item.photos.length })
    case 'merged':
      return mergedWords(words, item)
    case 'attention':
      return words('village.outbox.attention', { reason: item.answer?.code ?? '' })
    default:
      return words(`village.outbox.${item.state}`)
  }
}

// What looks like another case is taken all the same; the centre will look at both (V74).
function mergedWords(words: VillageWords, { answer }: OutboxItem): string {
  const alike = answer?.alike ?? null
  if (alike === null) return words('village.outbox.merged')
  if (alike.number === null) return words('village.outbox.alikeElsewhere')
  return words('village.outbox.alike', { day: dayWords(alike.receivedOn, 'zh'), number: alike.number })
}

function waitWords(words: VillageWords, ms: number): string {
  const seconds = Math.max(1, Math.ceil(ms / 1000))
  return seconds < 90
    ? words('village.outbox.seconds', { n: seconds })
    : words('village.outbox.minutes', { n: Math.round(seconds / 60) })
}
