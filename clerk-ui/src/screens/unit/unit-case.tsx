import type { CaseAnswer, CaseDetail } from '@counter/shared/contract/cases'
import type { CaseId } from '@counter/shared/vocabulary/ids'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { RefusalLine } from '../../components/refusal-line.tsx'
import { SlowWords } from '../../components/slow-words.tsx'
import { printPaper } from '../../papers/print-paper.tsx'
import { caseTopic, newerCase } from '../../state/case.ts'
import { useServerNow, useTopic } from '../../state/live.ts'
import { useSession } from '../../state/session.ts'
import { useWords } from '../../text/words.ts'
import { CaseActs } from '../case/case-acts.tsx'
import { CaseHeader } from '../case/case-header.tsx'
import { CaseOutcome } from '../case/case-outcome.tsx'
import { CaseParts } from '../case/case-parts.tsx'
import { offeredActs } from '../case/offered-acts.ts'
import { PlainAct } from '../case/plain-act.tsx'

interface UnitCaseProps {
  readonly id: CaseId
  readonly onClose: () => void
  readonly onWhole: () => void
}

const MINUTE_MS = 60_000

/** One case beside the list. The heading takes the focus; the next Tab is the opinion, Ctrl+Enter decides, Esc goes back (B-1). */
export function UnitCase({ id, onClose, onWhole }: UnitCaseProps) {
  const t = useWords()
  const { state, refused } = useTopic(`case:${id}`, caseTopic)
  const [answered, setAnswered] = useState<CaseAnswer | null>(null)
  const detail = newerCase(state, answered?.case ?? null)
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])

  function settle(answer: CaseAnswer, commandId: string): void {
    setAnswered(answer)
    if (answer.receipt !== null) printPaper(answer.receipt, { commandId })
  }

  function onKeyDown(event: KeyboardEvent): void {
    // Esc in a layer closes the layer.
    const isInLayer = (event.target as Element).closest('dialog') !== null
    if (event.key === 'Escape' && !event.nativeEvent.isComposing && !isInLayer) onClose()
  }

  return (
    <section className="unit-case" aria-labelledby="unit-case" onKeyDown={onKeyDown}>
      <h2 id="unit-case" ref={heading} tabIndex={-1}>
        {detail === null ? t('case.opening') : `${detail.row.number} ${detail.row.itemName}`}
      </h2>
      {refused !== null && <RefusalLine refused={{ code: refused, params: {} }} />}
      {detail === null && refused === null && <SlowWords />}
      {detail !== null && (
        <Opened
          detail={detail}
          ownVersion={answered?.case.row.version ?? 0}
          onAnswer={settle}
          onFile={setAnswered}
        />
      )}
      <div className="act-buttons">
        <button type="button" onClick={onWhole}>
          {t('unit.wholePage')}
        </button>
        <button type="button" onClick={onClose}>
          {t('unit.close')}
        </button>
      </div>
    </section>
  )
}

interface OpenedProps {
  readonly detail: CaseDetail
  readonly ownVersion: number
  readonly onAnswer: (answer: CaseAnswer, commandId: string) => void
  readonly onFile: (answer: CaseAnswer) => void
}

function Opened({ detail, ownVersion, onAnswer, onFile }: OpenedProps) {
  const now = useServerNow(MINUTE_MS)
  const role = useSession(({ session }) => session?.role ?? 'handler')
  const mayDecide = offeredActs(detail, role).includes('decide') && detail.approval === null
  const rest = mayDecide
    ? { ...detail, actions: detail.actions.filter((action) => action !== 'decide') }
    : detail
  return (
    <>
      {mayDecide && (
        <PlainAct action="decide" detail={detail} ownVersion={ownVersion} onDone={onAnswer} onClose={null} />
      )}
      <CaseOutcome detail={detail} />
      <CaseHeader detail={detail} now={now} heading="h3" />
      <CaseActs detail={rest} role={role} ownVersion={ownVersion} onAnswer={onAnswer} />
      <CaseParts detail={detail} onAnswer={onFile} />
    </>
  )
}
