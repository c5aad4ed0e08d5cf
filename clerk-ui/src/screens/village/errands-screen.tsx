import type { Errand } from '@counter/shared/contract/errands'
import { Light } from '@counter/shared/ui/light'
import type { ContactPurpose } from '@counter/shared/vocabulary/agency'
import { lightAt } from '@counter/shared/vocabulary/clock'
import { dueDateWords, LIGHT_WORDS, provisionalWords } from '@counter/shared/vocabulary/due-words'
import type { Instant } from '@counter/shared/vocabulary/time'
import type { ReactNode } from 'react'
import { Link } from 'wouter'
import { useServerNow } from '../../state/live.ts'
import { useVillageLanguage, useVillageWords } from '../../text/village-words.ts'
import { CopyAge } from './copy-age.tsx'
import { ERRANDS, useErrands } from './errands.ts'
import { FACT_FORMS, type FactKind } from './fact-kinds.ts'
import { ErrandCounted } from './how-counted.tsx'
import { Opening } from './opening.tsx'

const MINUTE = 60_000

/** Which form an errand is done by. */
const FORM_OF: Readonly<Record<ContactPurpose, FactKind>> = {
  relay: 'correction.relay',
  deliver: 'result.deliver',
  followup: 'followup.record',
}

/** 要转告, 要送, 要回访: each with its light and its date, one press from its form (V21). */
export function ErrandsScreen(): ReactNode {
  const words = useVillageWords()
  const { errands, copiedAt } = useErrands()
  const now = useServerNow(MINUTE)
  const state = errands === null ? 'loading' : errands.length === 0 ? 'empty' : 'normal'
  return (
    <section className="v-stack" data-screen="V-4" data-state={`errands-${state}`}>
      <h1 tabIndex={-1}>{words('village.errands.title')}</h1>
      <CopyAge copiedAt={copiedAt} />
      {state === 'loading' ? <Opening /> : null}
      {state === 'empty' ? <p>{words('village.errands.empty')}</p> : null}
      {ERRANDS.map((kind) => (
        <ErrandShelf key={kind} kind={kind} errands={errands ?? []} now={now} />
      ))}
    </section>
  )
}

interface ErrandShelfProps {
  readonly kind: ContactPurpose
  readonly errands: readonly Errand[]
  readonly now: Instant
}

function ErrandShelf({ kind, errands, now }: ErrandShelfProps): ReactNode {
  const words = useVillageWords()
  const own = errands.filter((errand) => errand.kind === kind)
  if (own.length === 0) return null
  const { path } = FACT_FORMS[FORM_OF[kind]]
  return (
    <section aria-labelledby={`v-${kind}`} id={kind}>
      <h2 id={`v-${kind}`}>{words(`village.errand.${kind}`)}</h2>
      <ul className="v-rows">
        {own.map((errand) => (
          <li key={errand.caseId} data-testid="v1.errand">
            <Link className="v-case" href={`/village/cases/${errand.caseId}/${path}`}>
              <strong>{errand.itemName}</strong>
              <span>{`${errand.applicant} · ${errand.number}`}</span>
              <ErrandLight errand={errand} now={now} />
            </Link>
            <ErrandCounted caseId={errand.caseId} kind={kind} />
          </li>
        ))}
      </ul>
    </section>
  )
}

// Drawn from the times alone, so a copy of yesterday turns red by itself (U8).
function ErrandLight({ errand, now }: { readonly errand: Errand; readonly now: Instant }): ReactNode {
  const { days } = useVillageLanguage()
  const { dueAt, yellowAt, isProvisional } = errand
  const light = lightAt({ state: 'running', dueAt, yellowAt }, now)
  const sentence = `${LIGHT_WORDS[light][days]} · ${dueDateWords(dueAt, days)}${provisionalWords(isProvisional, days)}`
  return <Light light={light} words={sentence} isPublic />
}
