import { newCommandId } from '@counter/shared/client/commands'
import type { CaseDetail } from '@counter/shared/contract/cases'
import type { CaseId } from '@counter/shared/vocabulary/ids'
import { civilDate } from '@counter/shared/vocabulary/plain-date'
import { type ReactNode, useState } from 'react'
import { useLocation } from 'wouter'
import { newCommandMark } from '../../outbox/command-mark.ts'
import { caseTopic } from '../../state/case.ts'
import { useServerNow } from '../../state/live.ts'
import { useVillageWords } from '../../text/village-words.ts'
import { AuthorityEnded } from './authority-ended.tsx'
import { papersHere } from './case-acts.ts'
import { whyRefused } from './case-authority.ts'
import { CopyAge } from './copy-age.tsx'
import { type FactSubject, withPaper } from './fact-draft.ts'
import { lacksOfFact } from './fact-facts.ts'
import { FACT_FORMS, type FactField, type FactKind } from './fact-kinds.ts'
import { FactFieldPart, ProofPart } from './fact-part.tsx'
import { FixedSentences } from './home-screen.tsx'
import { useKeptTopic } from './kept-topic.ts'
import { Opening } from './opening.tsx'
import { usePoint } from './point.tsx'
import { SendBar } from './send-bar.tsx'
import { UnreadPart } from './unread-part.tsx'
import { withoutUnread } from './unread-photos.ts'
import { sendFact, useFact } from './use-fact.ts'

const MINUTE = 60_000

/** One thing that is said of a case: drawn from the data of its kind, kept while it is typed, frozen when it is sent (V27, V28). */
export function FactScreen({ id, kind }: { readonly id: string; readonly kind: FactKind }): ReactNode {
  const words = useVillageWords()
  const { state, refused, copiedAt } = useKeptTopic(`case:${id}`, caseTopic)
  const on = civilDate(useServerNow(MINUTE))
  const { screen, title } = FACT_FORMS[kind]
  if (refused !== null || state === null)
    return (
      <section className="v-stack" data-screen={screen} data-state={refused === null ? 'loading' : 'error'}>
        <h1 tabIndex={-1}>{words(title)}</h1>
        {refused === null ? <Opening /> : <p>{words('village.case.notFound')}</p>}
      </section>
    )
  // What was begun while the authority held, and is opened after its end, would be refused.
  const why = whyRefused(state, kind, on)
  return (
    <section className="v-stack" data-screen={screen} data-state={why === null ? state.row.status : 'ended'}>
      <h1 tabIndex={-1}>{words(title)}</h1>
      <p>
        {`${state.row.itemName} · ${state.applicant.name} · `}
        <span className="v-number">{state.row.number}</span>
      </p>
      <CopyAge copiedAt={copiedAt} />
      <AuthorityEnded detail={state} end={why} />
      {why === null ? (
        <FactFormPart
          key={`${kind} ${id}`}
          kind={kind}
          subject={subjectOf(state)}
          papers={papersHere(state)}
        />
      ) : null}
      <FixedSentences />
    </section>
  )
}

/** The case as a form speaks of it. */
export function subjectOf({ row }: Pick<CaseDetail, 'row'>): FactSubject {
  return { caseId: row.id, title: `${row.itemName} · ${row.applicant}`, version: row.version }
}

/** 「记一次咨询」: what was asked at the point without a case (V16). */
export function ConsultScreen(): ReactNode {
  return <CaselessScreen kind="consult.log" state="consult" />
}

/** 「作废编号」: a number that shall stand on no slip (V62). */
export function VoidNumberScreen(): ReactNode {
  return <CaselessScreen kind="number.void" state="number" />
}

function CaselessScreen({ kind, state }: { readonly kind: FactKind; readonly state: string }): ReactNode {
  const words = useVillageWords()
  const [subject] = useState(() => ({ caseId: newCommandId() as string as CaseId, title: '' }))
  return (
    <section className="v-stack" data-screen="V-4" data-state={state}>
      <h1 tabIndex={-1}>{words(FACT_FORMS[kind].title)}</h1>
      <FactFormPart kind={kind} subject={subject} papers={[]} />
    </section>
  )
}

interface FactFormPartProps {
  readonly kind: FactKind
  readonly subject: FactSubject
  readonly papers: readonly string[]
}

function FactFormPart({ kind, subject, papers }: FactFormPartProps): ReactNode {
  const words = useVillageWords()
  const [, navigate] = useLocation()
  const point = usePoint()
  const { draft, change } = useFact(kind, subject)
  if (draft === null) return <Opening isLocal />
  const { fields, proof, hint, go } = FACT_FORMS[kind]
  const send = async () => {
    const problem = await sendFact(draft, point)
    // The same form went out with other content in another tab: this one goes as a fact of its own (V41, V50).
    if (problem?.code === 'command.reused') change((before) => ({ ...before, ...newCommandMark() }))
    return problem
  }
  const fieldOf = (field: FactField) => (
    <FactFieldPart key={field.name} {...{ field, papers, draft, change }} />
  )
  return (
    <>
      {hint === null ? null : <p className="v-hint">{words(hint)}</p>}
      <UnreadPart
        draft={draft}
        onPhoto={(photo) => change((before) => withPaper(before, photo))}
        onForget={(role) => change((before) => withoutUnread(before, role))}
        isProofOptional={proof?.isOptional === true}
      />
      {fields.filter(({ isLast }) => !isLast).map(fieldOf)}
      {proof === null ? null : <ProofPart proof={proof} draft={draft} change={change} />}
      {fields.filter(({ isLast }) => isLast).map(fieldOf)}
      <SendBar
        lacks={lacksOfFact(draft).map((lack) => words(lack))}
        go={words(go)}
        send={send}
        onSent={() => navigate('/village/outbox')}
      />
    </>
  )
}
