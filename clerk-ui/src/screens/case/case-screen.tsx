import type { CaseAnswer } from '@counter/shared/contract/cases'
import type { CaseId } from '@counter/shared/vocabulary/ids'
import { paperTitle } from '@counter/shared/vocabulary/shipped-wording'
import { useState } from 'react'
import { RefusalLine } from '../../components/refusal-line.tsx'
import { SlowWords } from '../../components/slow-words.tsx'
import { printPaper } from '../../papers/print-paper.tsx'
import { caseTopic, newerCase } from '../../state/case.ts'
import { useNet, useServerNow, useTopic } from '../../state/live.ts'
import { useSession } from '../../state/session.ts'
import { useDayLanguage } from '../../text/day-language.ts'
import { useWords } from '../../text/words.ts'
import { StaleLine } from '../unit/stale-line.tsx'
import { CaseActs } from './case-acts.tsx'
import { CaseHeader } from './case-header.tsx'
import { CaseItemMark } from './case-item-mark.tsx'
import { CaseOutcome } from './case-outcome.tsx'
import { CaseParts } from './case-parts.tsx'
import { RelationDeclaration } from './case-relation.tsx'
import './case.css'

const MINUTE_MS = 60_000

/** C-3: one case, live. What was typed into an open form outlives every change of the case (U15). */
export function CaseScreen({ id }: { readonly id: string }) {
  const t = useWords()
  const language = useDayLanguage()
  const now = useServerNow(MINUTE_MS)
  const net = useNet(({ net }) => net)
  const role = useSession(({ session }) => session?.role ?? 'clerk')
  const { state, refused } = useTopic(`case:${id as CaseId}`, caseTopic)
  const [answered, setAnswered] = useState<CaseAnswer | null>(null)
  const detail = newerCase(state, answered?.case ?? null)

  function settle(answer: CaseAnswer, commandId: string): void {
    setAnswered(answer)
    if (answer.receipt !== null) printPaper(answer.receipt, { commandId })
  }

  if (refused !== null)
    return (
      <div className="case-ui" data-screen="C-3" data-state="refused">
        <RefusalLine refused={{ code: refused, params: {} }} />
      </div>
    )
  if (detail === null)
    return (
      <div className="case-ui" data-screen="C-3" data-state="loading" aria-busy="true">
        <SlowWords text="case.opening" />
      </div>
    )
  const receipt = answered?.receipt ?? null
  return (
    <div className="case-ui" data-screen="C-3" data-state={net === 'offline' ? 'stale' : 'normal'}>
      <StaleLine words="case.stale" />
      <CaseHeader detail={detail} now={now} />
      <CaseItemMark detail={detail} />
      <CaseOutcome detail={detail} />
      <RelationDeclaration
        detail={detail}
        onAnswer={(answer) => setAnswered((known) => ({ ...answer, receipt: known?.receipt ?? null }))}
      />
      <CaseActs detail={detail} role={role} ownVersion={answered?.case.row.version ?? 0} onAnswer={settle} />
      {receipt !== null && (
        <p>
          <button type="button" onClick={() => printPaper(receipt)}>
            {paperTitle(receipt.kind, language)} · {t('paper.again')}
          </button>
        </p>
      )}
      <CaseParts
        detail={detail}
        onAnswer={(answer) => setAnswered((known) => ({ ...answer, receipt: known?.receipt ?? null }))}
      />
    </div>
  )
}
