import type { ApprovalRow } from '@counter/shared/contract/approvals'
import { dateWords, instantWords } from '@counter/shared/vocabulary/date-words'
import type { Instant } from '@counter/shared/vocabulary/time'
import { useRef, useState } from 'react'
import { CaseLight } from '../../components/case-light.tsx'
import { CountedDays } from '../../components/counted-days.tsx'
import { useDayLanguage } from '../../text/day-language.ts'
import { useWords } from '../../text/words.ts'
import { ApprovalAct } from '../case/approval-act.tsx'
import '../case/acts.css'
import '../case/case-facts.css'

interface RequestCardProps {
  readonly request: ApprovalRow
  readonly now: Instant
  readonly onDone: () => void
}

/** One request: what is asked and why, what it does to the promise, and the two answers (C403). */
export function RequestCard({ request, now, onDone }: RequestCardProps) {
  const t = useWords()
  const language = useDayLanguage()
  const [opened, setOpened] = useState<'approve' | 'decline' | null>(null)
  const pressed = useRef<HTMLButtonElement | null>(null)
  const { case: row, reason, days, requestedAt, clock, dueOnIfSigned } = request

  function close(): void {
    setOpened(null)
    pressed.current?.focus()
  }

  return (
    <article className="card" aria-labelledby={`sign-${row.id}`} data-testid="sign.request">
      <h2 id={`sign-${row.id}`}>
        {t(kindWords(request), { days: days ?? 0 })} · {row.itemName}
      </h2>
      <p className="case-facts">
        <CaseLight row={row} now={now} />
        <strong>{row.number}</strong>
        <span>{t('sign.asked', { unit: row.unitName, at: instantWords(requestedAt, language) })}</span>
      </p>
      <p className="sign-reason">
        {t('sign.reason')}
        {reason}
      </p>
      {clock !== null && (
        <p>
          {t('sign.dueNow', { day: dateWords(clock.dueOn, language) })}
          {dueOnIfSigned !== null && (
            <strong> · {t('sign.dueThen', { day: dateWords(dueOnIfSigned, language) })}</strong>
          )}
        </p>
      )}
      {clock !== null && (
        <details>
          <summary>{t('sign.how')}</summary>
          <CountedDays clock={clock} />
        </details>
      )}
      <div className="act-buttons">
        {(['approve', 'decline'] as const).map((act) => (
          <button
            key={act}
            type="button"
            aria-expanded={opened === act}
            onClick={(event) => {
              pressed.current = event.currentTarget
              setOpened(opened === act ? null : act)
            }}
          >
            {t(`act.${act}`)}
            <span className="visually-hidden"> {row.number}</span>
          </button>
        ))}
      </div>
      {opened !== null && (
        <ApprovalAct
          key={opened}
          detail={{ row }}
          isApproved={opened === 'approve'}
          onDone={onDone}
          onClose={close}
        />
      )}
    </article>
  )
}

// An extension is as many of the days in which the promise counts (C513).
function kindWords({ kind, clock }: RequestCardProps['request']) {
  return kind === 'extend' && clock?.limit.unit === 'day'
    ? 'sign.kind.extendNatural'
    : (`sign.kind.${kind}` as const)
}
