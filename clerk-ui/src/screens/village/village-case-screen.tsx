import type { CaseDetail } from '@counter/shared/contract/cases'
import { dateWords, instantWords } from '@counter/shared/vocabulary/date-words'
import { dueDateWords, provisionalWords } from '@counter/shared/vocabulary/due-words'
import type { ReactNode } from 'react'
import { Link, useLocation } from 'wouter'
import { caseTopic } from '../../state/case.ts'
import { useServerNow } from '../../state/live.ts'
import { useVillageLanguage, useVillageWords } from '../../text/village-words.ts'
import { actsOf, withdrawalOf } from './case-acts.ts'
import { CaseStanding } from './cases-screen.tsx'
import { CopyAge } from './copy-age.tsx'
import { MOST_PHOTOS } from './draft.ts'
import { EventLine } from './event-line.tsx'
import { withoutPaper, withPaper } from './fact-draft.ts'
import { lacksOfFact, rolesOf } from './fact-facts.ts'
import { FACT_FORMS, type FactKind } from './fact-kinds.ts'
import type { FactPartProps } from './fact-part.tsx'
import { subjectOf } from './fact-screen.tsx'
import { FixedSentences } from './home-screen.tsx'
import { useKeptTopic } from './kept-topic.ts'
import { Opening } from './opening.tsx'
import { PaperButtons } from './photo-button.tsx'
import { usePoint } from './point.tsx'
import { SendBar } from './send-bar.tsx'
import { sendFact, useFact } from './use-fact.ts'
import { useKeepsOriginal } from './use-guide.ts'

const MINUTE = 60_000

/** V-4: what is missing stands on top; a supplement is two taps and a photo. */
export function VillageCaseScreen({ id }: { readonly id: string }): ReactNode {
  const words = useVillageWords()
  const { state, refused, copiedAt } = useKeptTopic(`case:${id}`, caseTopic)
  const now = useServerNow(MINUTE)
  if (refused !== null || state === null)
    return (
      <section className="v-stack" data-screen="V-4" data-state={refused === null ? 'loading' : 'error'}>
        <h1 tabIndex={-1}>{words('village.cases.title')}</h1>
        {refused === null ? <Opening /> : <p>{words('village.case.notFound')}</p>}
      </section>
    )
  return (
    <section className="v-stack" data-screen="V-4" data-state={state.row.status}>
      <h1 tabIndex={-1}>{state.row.itemName}</h1>
      <CopyAge copiedAt={copiedAt} />
      <p>
        {state.row.number}
        <br />
        <CaseStanding row={state.row} now={now} />
      </p>
      <Withdrawal detail={state} />
      <Missing key={id} detail={state} />
      <Acts detail={state} />
      <Facts detail={state} />
      <FixedSentences />
    </section>
  )
}

/** What became of the resident's wish to withdraw the case, for the agent to tell (V73). */
function Withdrawal({ detail }: { readonly detail: CaseDetail }): ReactNode {
  const words = useVillageWords()
  const wish = withdrawalOf(detail)
  if (wish === null || detail.row.status === 'withdrawn') return null
  return (
    <p role="status">
      {wish.isOpen
        ? words('village.withdrawal.waits')
        : `▲ ${words('village.withdrawal.declined', { reason: wish.reason })}`}
    </p>
  )
}

/** What is due stands as the main button, everything else at hand below it. */
function Acts({ detail }: { readonly detail: CaseDetail }): ReactNode {
  const words = useVillageWords()
  const { due, other } = actsOf(detail)
  const to = (kind: FactKind) => `/village/cases/${detail.row.id}/${FACT_FORMS[kind].path}`
  return (
    <>
      {due.map((kind) => (
        <Link key={kind} className="v-main" href={to(kind)}>
          {words(`village.due.${kind}`)}
        </Link>
      ))}
      <nav className="v-row" aria-label={words('village.case.more')}>
        {other.map((kind) => (
          <Link key={kind} className="v-small" href={to(kind)}>
            {words(FACT_FORMS[kind].title)}
          </Link>
        ))}
      </nav>
    </>
  )
}

/** The papers that the centre waits for: every line of the notice, else what was promised or is required and not here. */
export function missingOf({
  row,
  notice,
  materials,
}: Pick<CaseDetail, 'row' | 'notice' | 'materials'>): readonly {
  readonly name: string
  readonly how: string
}[] {
  if (row.status === 'supplement' && notice !== null) return notice.materials
  return materials
    .filter(({ required, state }) => state === 'deferred' || (required && state === 'missing'))
    .map(({ name }) => ({ name, how: '' }))
}

function Missing({ detail }: { readonly detail: CaseDetail }): ReactNode {
  const words = useVillageWords()
  const { days } = useVillageLanguage()
  const [, navigate] = useLocation()
  const point = usePoint()
  const { draft, change } = useFact('material.receive', subjectOf(detail))
  const isOriginal = useKeepsOriginal(detail.row.item)
  const missing = missingOf(detail)
  if (missing.length === 0) return <p>{words('village.case.nothing')}</p>
  if (draft === null) return <p>{words('village.loading')}</p>
  // What the centre no longer asks for is not sent: an older notice may have listed it.
  const asked = {
    ...draft,
    photos: draft.photos.filter(({ role }) => missing.some(({ name }) => name === role)),
  }
  const until = detail.row.status === 'supplement' ? detail.notice?.until : undefined
  return (
    <section className="v-part v-missing" aria-labelledby="v-missing">
      <h2 id="v-missing">{words('village.case.missing')}</h2>
      {until === undefined ? null : <p>{words('village.case.until', { date: dateWords(until, days) })}</p>}
      <ul className="v-rows">
        {missing.map((paper) => (
          <PaperRow key={paper.name} {...{ paper, change, isOriginal }} draft={asked} />
        ))}
      </ul>
      <SendBar
        lacks={lacksOfFact(asked).map((lack) => words(lack))}
        go={words('village.case.send', { n: rolesOf(asked).length })}
        send={() => sendFact(asked, point)}
        onSent={() => navigate('/village/outbox')}
      />
    </section>
  )
}

function PaperRow({
  paper: { name, how },
  draft,
  change,
  isOriginal,
}: FactPartProps & {
  readonly paper: ReturnType<typeof missingOf>[number]
  readonly isOriginal: boolean
}): ReactNode {
  const words = useVillageWords()
  const count = draft.photos.filter(({ role }) => role === name).length
  return (
    <li>
      <p>
        {name}
        {how === '' ? null : <span className="v-hint"> {how}</span>}
      </p>
      <div className="v-row">
        <PaperButtons
          paper={name}
          isOriginal={isOriginal}
          isFull={draft.photos.length >= MOST_PHOTOS}
          onPhoto={(photo) => change((before) => withPaper(before, { ...photo, role: name }))}
        />
        <span>{words('village.new.photos', { n: count })}</span>
        {count === 0 ? null : (
          <button
            type="button"
            className="v-small"
            aria-label={words('village.new.removePhoto', { name })}
            onClick={() => change((before) => withoutPaper(before, name))}
          >
            {words('village.new.removeShort')}
          </button>
        )}
      </div>
    </li>
  )
}

function Facts({ detail }: { readonly detail: CaseDetail }): ReactNode {
  const words = useVillageWords()
  const { days } = useVillageLanguage()
  const { row, agency, applicant } = detail
  const open = detail.materials.flatMap(({ files }) => files).filter(({ isStored }) => !isStored).length
  return (
    <section className="v-part">
      <dl className="v-facts">
        <dt>{words('village.case.applicant')}</dt>
        <dd>
          {applicant.name} {applicant.idNo} {applicant.phone}
        </dd>
        {agency === null ? null : (
          <>
            <dt>{words('village.case.registered')}</dt>
            <dd>{instantWords(agency.capturedAt, days)}</dd>
          </>
        )}
        <dt>{words('village.case.received')}</dt>
        <dd>
          {instantWords(row.receivedAt, days)}
          {agency === null ? null : ` · ${words('village.case.handUp', { n: agency.handUpWorkdays })}`}
        </dd>
        {row.dueAt === null ? null : (
          <>
            <dt>{words(row.status === 'received' ? 'village.case.answerBy' : 'village.case.due')}</dt>
            <dd>
              {dueDateWords(row.dueAt, days)}
              {provisionalWords(row.isProvisional, days)}
            </dd>
          </>
        )}
      </dl>
      {open === 0 ? null : <p role="status">{words('village.case.photosOpen', { n: open })}</p>}
      <h2>{words('village.case.progress')}</h2>
      <ol className="v-events">
        {[...detail.events].reverse().map((event) => (
          <EventLine key={event.id} event={event} />
        ))}
      </ol>
    </section>
  )
}
