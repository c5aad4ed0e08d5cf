import { instantWords } from '@counter/shared/vocabulary/date-words'
import { instantOf } from '@counter/shared/vocabulary/plain-date'
import type { ReactNode } from 'react'
import { Link } from 'wouter'
import { useVillageLanguage, useVillageWords } from '../../text/village-words.ts'
import { CopyAge } from './copy-age.tsx'
import { useBegunForms } from './drafts-screen.tsx'
import { countErrands, useErrands } from './errands.ts'
import { FromLostPhone } from './from-lost-phone.tsx'
import { useRenewAt } from './number-rules.ts'
import { type CaseShelf, countShelves, useOwnCases } from './own-cases.ts'
import { phoneRules } from './phone-rules.ts'
import { SignOut } from './sign-out.tsx'
import { useOutbox, useOutboxCounts } from './village-outbox.ts'
import { VisitsDue } from './visit-part.tsx'

const SHELVES: readonly CaseShelf[] = ['supplement', 'open', 'decided']
// What is to be brought has its card by its status, also while the result is still at the hall.
const TOLD = ['relay', 'followup'] as const

/** V-1: one big button, and where the cases of the point stand. */
export function HomeScreen(): ReactNode {
  const words = useVillageWords()
  const { state, copiedAt } = useOwnCases()
  const drafts = useBegunForms()
  const { errands } = useErrands()
  const due = errands === null ? null : countErrands(errands)
  const counts = state === null ? null : countShelves(state.cases)
  return (
    <section className="v-stack" data-screen="V-1" data-state={state === null ? 'loading' : 'normal'}>
      <h1 className="v-hidden" tabIndex={-1}>
        {words('village.title')}
      </h1>
      <Link className="v-main" href="/village/new">
        {words('village.home.new')}
      </Link>
      <ul className="v-cards">
        {SHELVES.map((shelf) => (
          <HomeCard key={shelf} shelf={shelf} page={`cases#${shelf}`} n={counts?.[shelf] ?? null}>
            {words(`village.home.${shelf}`)}
          </HomeCard>
        ))}
        {TOLD.map((kind) => (
          <HomeCard key={kind} shelf={kind} page={`errands#${kind}`} n={due?.[kind] ?? null}>
            {words(`village.errand.${kind}`)}
          </HomeCard>
        ))}
        <HomeCard shelf="draft" page="drafts" n={drafts.length}>
          {words('village.home.draft')}
        </HomeCard>
      </ul>
      <VisitsDue />
      <FromLostPhone />
      <CopyAge copiedAt={copiedAt} />
      <SentCounts />
      {state?.cases.length === 0 ? <p>{words('village.home.empty')}</p> : null}
      <Link className="v-second" href="/village/walk">
        {words('village.walk.title')}
      </Link>
      <Link className="v-second" href="/village/log-book">
        {words('village.home.logBook')}
      </Link>
      <Link className="v-second" href="/village/consult">
        {words('village.consult.title')}
      </Link>
      <Link className="v-small" href="/village/number">
        {words('village.void.title')}
      </Link>
      <ClockOff />
      <NumbersLeft />
      <FixedSentences />
      <SignOut />
    </section>
  )
}

interface HomeCardProps {
  readonly shelf: string
  readonly page: string
  /** Null: not known yet. */
  readonly n: number | null
  readonly children: ReactNode
}

function HomeCard({ shelf, page, n, children }: HomeCardProps): ReactNode {
  return (
    <li>
      <Link className="v-card" href={`/village/${page}`} data-shelf={shelf}>
        <span className="v-figure">{n ?? '–'}</span>
        {children}
      </Link>
    </li>
  )
}

/** Four counts, each with the age of its oldest: what waits, what is half there, what is there, what needs a person (V37). */
function SentCounts(): ReactNode {
  const words = useVillageWords()
  const { unsent, photosLeft, received, attention, oldest } = useOutboxCounts()
  const counts = { waiting: unsent, photos: photosLeft, received, attention }
  return (
    <dl className="v-counts" data-testid="v1.counts">
      {COUNTS.map((key) => (
        <div key={key} data-count={key}>
          <dt>{words(`village.home.${key}`)}</dt>
          <dd>{counts[key]}</dd>
          <Oldest at={oldest[key]} />
        </div>
      ))}
    </dl>
  )
}

function Oldest({ at }: { readonly at: number | null }): ReactNode {
  const words = useVillageWords()
  const { days } = useVillageLanguage()
  if (at === null) return null
  return (
    <dd className="v-hint">{words('village.home.oldest', { time: instantWords(instantOf(at), days) })}</dd>
  )
}

const COUNTS = ['waiting', 'photos', 'received', 'attention'] as const

const MINUTE = 60_000

/** A clock that is wrong stops nobody, but it is said: the timers are counted from what was captured (V78). */
function ClockOff(): ReactNode {
  const words = useVillageWords()
  const ahead = Math.abs(useOutbox(({ clockAheadMs }) => clockAheadMs ?? 0))
  if (ahead <= phoneRules().clockOffMinutes * MINUTE) return null
  return <p role="status">{words('village.clock.off', { n: Math.round(ahead / MINUTE) })}</p>
}

// Said when they run out: without any, a slip shows a provisional code (V61, V63).
function NumbersLeft(): ReactNode {
  const words = useVillageWords()
  const left = useOutbox(({ numbersLeft }) => numbersLeft)
  const renewAt = useRenewAt()
  return left === null || left > renewAt ? null : (
    <p role="status">{words('village.numbers.few', { n: left })}</p>
  )
}

/** What is said on every page on which something is taken from a resident (V6, V15). */
export function FixedSentences(): ReactNode {
  const words = useVillageWords()
  return (
    <p className="v-fixed">
      <span>{words('village.free')}</span>
      <span>{words('village.clock')}</span>
    </p>
  )
}
