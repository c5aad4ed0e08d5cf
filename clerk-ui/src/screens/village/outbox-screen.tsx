import { instantWords } from '@counter/shared/vocabulary/date-words'
import { instantOf } from '@counter/shared/vocabulary/plain-date'
import { type ReactNode, useRef, useState } from 'react'
import { Link } from 'wouter'
import { useReturnFocus } from '../../components/use-return-focus.ts'
import { isDamaged } from '../../outbox/damaged.ts'
import { isAtCentre, type OutboxItem } from '../../outbox/outbox.ts'
import type { Stub } from '../../outbox/village-db.ts'
import { useServerNow } from '../../state/live.ts'
import { useSession } from '../../state/session.ts'
import { useVillageLanguage, useVillageWords } from '../../text/village-words.ts'
import { ConflictPart } from './conflict-part.tsx'
import { ExportPart } from './export-part.tsx'
import { FromLostPhone } from './from-lost-phone.tsx'
import { againWords, type Place, placeOf, sizeWords, stateWords } from './outbox-words.ts'
import { PhotoProblems } from './photo-problems.tsx'
import { Attention, CaseLink } from './sent-screen.tsx'
import { TooOld } from './too-old.tsx'
import { handToCentre, sendNow, settleLost, useOutbox, withdrawItem } from './village-outbox.ts'
import { type Refused, VillageRefusal } from './village-refusal.tsx'

const SECOND = 1000

/** V-3: everything this page has handed over, newest first, each with its state in words. */
export function OutboxScreen(): ReactNode {
  const words = useVillageWords()
  const outbox = useOutbox((state) => state.outbox)
  useServerNow(SECOND)
  const sending = outbox.filter(({ state }) => state === 'sending')
  return (
    <section className="v-stack" data-screen="V-3" data-state={outbox.length === 0 ? 'empty' : 'normal'}>
      <h1 tabIndex={-1}>{words('village.outbox.title')}</h1>
      <TooOld />
      {outbox.length === 0 ? <p>{words('village.outbox.empty')}</p> : null}
      <ul className="v-rows v-spaced">
        {[...outbox].reverse().map((item) => (
          <OutboxRow key={item.header.id} item={item} place={placeOf(sending, item)} />
        ))}
      </ul>
      <FromLostPhone />
      <Lost />
      {outbox.length === 0 ? null : (
        <button type="button" className="v-main" onClick={sendNow}>
          {words('village.outbox.now')}
        </button>
      )}
      <ExportPart />
    </section>
  )
}

// The centre was restored from before these: their content left the phone when they were acknowledged (V56).
function Lost(): ReactNode {
  const words = useVillageWords()
  const lost = useOutbox((state) => state.lost)
  if (lost.length === 0) return null
  return (
    <section className="v-attention" aria-labelledby="v-lost">
      <h2 id="v-lost">{words('village.lost.title')}</h2>
      <ul className="v-rows v-spaced">
        {lost.map((each) => (
          <LostRow key={each.id} lost={each} />
        ))}
      </ul>
    </section>
  )
}

function LostRow({ lost: { id, number, at } }: { readonly lost: Stub }): ReactNode {
  const words = useVillageWords()
  const { days } = useVillageLanguage()
  const row = useRef<HTMLLIElement>(null)
  useReturnFocus(row, true)
  return (
    <li ref={row} data-testid="v3.lost">
      <p>{`${number ?? words('village.lost.fact')} · ${instantWords(instantOf(at), days)}`}</p>
      <button type="button" className="v-second" onClick={() => settleLost(id)}>
        {words('village.lost.done')}
      </button>
    </li>
  )
}

interface OutboxRowProps {
  readonly item: OutboxItem
  readonly place: Place
}

function OutboxRow({ item, place }: OutboxRowProps): ReactNode {
  const words = useVillageWords()
  const { days } = useVillageLanguage()
  // What another agent of this phone wrote is put right and withdrawn by that agent alone (V35).
  const isOwn = useSession(({ session }) => session?.staffId === item.author)
  const isRefused = item.state === 'attention'
  const row = useRef<HTMLLIElement>(null)
  useReturnFocus(row, true)
  return (
    <li ref={row} data-testid="v3.row" data-state={item.state}>
      <p>
        <strong>{words(`village.type.${item.header.type}`)}</strong> ·{' '}
        {isOwn || item.title !== '' ? <Title title={item.title} /> : words('village.outbox.others')}
      </p>
      <p className="v-hint">
        {instantWords(item.header.capturedAt, days)} · {sizeWords(words, item)}
      </p>
      <p>
        <span role="status">{stateWords(words, item, { place, days })}</span>
        <span role="timer">{againWords(words, item, Date.now())}</span>
      </p>
      {item.state === 'merged' ? <CaseLink item={item} className="v-small" /> : null}
      {item.slip === null ? null : (
        <Link className="v-small" href={`/village/sent/${item.header.id}`}>
          {words('village.slip.show')}
        </Link>
      )}
      {isRefused && isOwn ? <ConflictPart id={item.header.id} /> : null}
      {isRefused ? <Attention item={item} /> : null}
      {isRefused && isOwn ? <Withdraw item={item} /> : null}
      {isRefused && isOwn && isAtCentre(item) && !isDamaged(item) ? <HandToCentre item={item} /> : null}
      <PhotoProblems item={item} isOwn={isOwn} />
    </li>
  )
}

// Item and masked person: the person's name stays on one line.
function Title({ title }: { readonly title: string }): ReactNode {
  const cut = title.lastIndexOf(' · ') + 1
  return (
    <>
      {title.slice(0, cut)}
      <span className="v-number">{title.slice(cut)}</span>
    </>
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
  return (
    <div role="status">
      {item.isHanded === true ? <p>{words('village.outbox.handed')}</p> : <HandButton item={item} />}
    </div>
  )
}

function HandButton({ item }: { readonly item: OutboxItem }): ReactNode {
  const words = useVillageWords()
  const button = useRef<HTMLButtonElement>(null)
  useReturnFocus(button, true)
  return (
    <button ref={button} type="button" className="v-second" onClick={() => handToCentre(item.header.id)}>
      {words('village.outbox.hand')}
    </button>
  )
}
