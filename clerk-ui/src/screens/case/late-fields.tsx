import { instantAt } from '@counter/shared/vocabulary/plain-date'
import type { PlainDate, PlainTime } from '@counter/shared/vocabulary/time'
import { useId } from 'react'
import { useWords } from '../../text/words.ts'

/** When an act happened that is entered only now, and why; both empty for an act of this moment (C306). */
export interface Late {
  readonly at: string
  readonly reason: string
}

export const NOT_LATE: Late = { at: '', reason: '' }

/** What is sent of it: nothing for an act of this moment. The hall's time is the one that is typed. */
export function lateBody({ at, reason }: Late): object {
  const [day, time] = at.split('T')
  if (day === undefined || time === undefined) return {}
  return {
    occurredAt: instantAt(day as PlainDate, time.slice(0, 5) as PlainTime),
    lateReason: reason.trim(),
  }
}

/** True while a time is given without its reason. */
export function isReasonMissing({ at, reason }: Late): boolean {
  return at !== '' && reason.trim() === ''
}

interface LateFieldsProps {
  readonly late: Late
  readonly onChange: (late: Late) => void
}

/** 「不是现在办的」: folded away, because nearly everything is entered when it happens. */
export function LateFields({ late, onChange }: LateFieldsProps) {
  const t = useWords()
  const at = useId()
  const reason = useId()
  return (
    <details className="field" open={late.at === '' ? undefined : true}>
      <summary>{t('late.title')}</summary>
      <label htmlFor={at}>{t('late.at')}</label>
      <input
        id={at}
        type="datetime-local"
        value={late.at}
        onChange={(event) => onChange({ ...late, at: event.target.value })}
      />
      <label htmlFor={reason}>{t('late.reason')}</label>
      <input
        id={reason}
        type="text"
        maxLength={200}
        autoComplete="off"
        value={late.reason}
        onChange={(event) => onChange({ ...late, reason: event.target.value })}
      />
    </details>
  )
}
