import type { CaseDetail } from '@counter/shared/contract/cases'
import type { ContactPurpose } from '@counter/shared/vocabulary/agency'
import type { ClockKind } from '@counter/shared/vocabulary/case'
import { type ReactNode, useState } from 'react'
import { CountedDays } from '../../components/counted-days.tsx'
import { caseTopic } from '../../state/case.ts'
import { useVillageWords } from '../../text/village-words.ts'
import { useKeptTopic } from './kept-topic.ts'
import { Opening } from './opening.tsx'

/** 「怎么算的」 of the clocks that run, and of the one whose date the page shows (U9). */
export function HowCounted({ detail: { row, clocks } }: { readonly detail: CaseDetail }): ReactNode {
  const words = useVillageWords()
  return clocks
    .filter(({ kind, state }) => state !== 'stopped' || kind === row.clockKind)
    .map((clock) => (
      <details key={clock.kind} data-testid="v4.explain">
        <summary>{words('clock.explainTitle', { clock: words(`clock.${clock.kind}`) })}</summary>
        <CountedDays clock={clock} />
      </details>
    ))
}

interface ErrandCountedProps {
  readonly caseId: string
  readonly kind: ContactPurpose
}

/** The same of one errand: its days stand in the case, which is read when somebody asks. */
export function ErrandCounted({ caseId, kind }: ErrandCountedProps): ReactNode {
  const words = useVillageWords()
  const [isOpen, setOpen] = useState(false)
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{words('clock.explainTitle', { clock: words(`clock.${kind}`) })}</summary>
      {isOpen ? <CaseDays caseId={caseId} kind={kind} /> : null}
    </details>
  )
}

function CaseDays({ caseId, kind }: { readonly caseId: string; readonly kind: ClockKind }): ReactNode {
  const words = useVillageWords()
  const { state, refused } = useKeptTopic(`case:${caseId}`, caseTopic)
  if (refused !== null) return <p>{words('village.case.notFound')}</p>
  if (state === null) return <Opening />
  const clock = state.clocks.find((each) => each.kind === kind)
  return clock === undefined ? null : <CountedDays clock={clock} />
}
