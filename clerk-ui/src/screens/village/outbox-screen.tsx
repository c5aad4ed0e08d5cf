import { instantWords } from '@counter/shared/vocabulary/date-words'
import { instantOf } from '@counter/shared/vocabulary/plain-date'
import { type ReactNode, useRef } from 'react'
import { Link } from 'wouter'
import { useReturnFocus } from '../../components/use-return-focus.ts'
import type { OutboxItem } from '../../outbox/outbox.ts'
import type { Stub } from '../../outbox/village-db.ts'
import { useServerNow } from '../../state/live.ts'
import { useSession } from '../../state/session.ts'
import { useVillageLanguage, useVillageWords } from '../../text/village-words.ts'
import { Attention } from './attention-part.tsx'
import { DraftRows } from './drafts-screen.tsx'
import { ExportPart } from './export-part.tsx'
import { FromLostPhone } from './from-lost-phone.tsx'
import { MergedPart } from './merged-part.tsx'
import { againWords, type Place, placeOf, sizeWords, stateWords } from './outbox-words.ts'
import { PhotoProblems } from './photo-problems.tsx'
import { CaseLink } from './sent-screen.tsx'
import { TooOld } from './too-old.tsx'
import { sendNow, settleLost, useOutbox } from './village-outbox.ts'

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
      <DraftRows />
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
      {item.state === 'merged' && isOwn ? <MergedPart item={item} /> : null}
      {item.state === 'merged' ? <CaseLink item={item} className="v-small" /> : null}
      {item.slip === null ? null : (
        <Link className="v-small" href={`/village/sent/${item.header.id}`}>
          {words('village.slip.show')}
        </Link>
      )}
      {item.state === 'attention' ? <Attention item={item} isOwn={isOwn} /> : null}
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
