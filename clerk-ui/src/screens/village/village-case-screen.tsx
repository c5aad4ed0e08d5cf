import type { CaseDetail } from '@counter/shared/contract/cases'
import { civilDate } from '@counter/shared/vocabulary/plain-date'
import type { PlainDate } from '@counter/shared/vocabulary/time'
import type { ReactNode } from 'react'
import { Link } from 'wouter'
import { caseTopic } from '../../state/case.ts'
import { useServerNow } from '../../state/live.ts'
import { useVillageWords } from '../../text/village-words.ts'
import { AuthorityEnded } from './authority-ended.tsx'
import { actsOf, isCaseOver, isLetReceive, withdrawalOf } from './case-acts.ts'
import { endOfAuthority } from './case-authority.ts'
import { Facts } from './case-facts-part.tsx'
import { CaseStanding } from './cases-screen.tsx'
import { CopyAge } from './copy-age.tsx'
import { FACT_FORMS, type FactKind } from './fact-kinds.ts'
import { FixedSentences } from './home-screen.tsx'
import { useKeptTopic } from './kept-topic.ts'
import { Missing } from './missing-part.tsx'
import { Opening } from './opening.tsx'

const MINUTE = 60_000

/** V-4: one case of the point; what is missing and what is due stand on top. */
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
  const on = civilDate(now)
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
      {isCaseOver(state.row) ? null : <AuthorityEnded detail={state} end={endOfAuthority(state, on)} />}
      <Missing key={id} detail={state} on={on} />
      <Acts detail={state} on={on} />
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
function Acts({ detail, on }: { readonly detail: CaseDetail; readonly on: PlainDate }): ReactNode {
  const words = useVillageWords()
  const { due, other } = actsOf(detail, on)
  const isForHall = detail.row.status === 'decided' && !due.includes('result.deliver')
  const fetched = isLetReceive(detail) ? 'village.case.fetchEnded' : 'village.case.fetch'
  const to = (kind: FactKind) => `/village/cases/${detail.row.id}/${FACT_FORMS[kind].path}`
  return (
    <>
      {due.map((kind) => (
        <Link key={kind} className="v-main" href={to(kind)}>
          {words(`village.due.${kind}`)}
        </Link>
      ))}
      {isForHall ? <p>▲ {words(fetched)}</p> : null}
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
