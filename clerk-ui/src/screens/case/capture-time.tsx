import { CaseAnswer, type CaseDetail } from '@counter/shared/contract/cases'
import { instantWords } from '@counter/shared/vocabulary/date-words'
import { instantAt } from '@counter/shared/vocabulary/plain-date'
import type { Instant, PlainDate, PlainTime } from '@counter/shared/vocabulary/time'
import { useRef, useState } from 'react'
import { CommandForm } from '../../components/command-form.tsx'
import { useSession } from '../../state/session.ts'
import { useCommand } from '../../state/use-command.ts'
import { useDayLanguage } from '../../text/day-language.ts'
import { useWords } from '../../text/words.ts'

interface CaptureProps {
  readonly detail: CaseDetail
}

/** What the phone claimed, how far its clock was off, and how far the reading can be trusted (V77, V78). */
export function CaptureClaimLines({ detail: { agency } }: CaptureProps) {
  const t = useWords()
  const language = useDayLanguage()
  const claim = agency?.claim ?? null
  if (claim === null) return null
  const { claimedAt, aheadMinutes, confidence, isUnsure } = claim
  const how = aheadMinutes === 0 ? 'even' : aheadMinutes > 0 ? 'ahead' : 'behind'
  return (
    <>
      <li>
        {t('agency.claimed', { at: instantWords(claimedAt, language) })}
        {t(`agency.clock.${how}`, { n: Math.abs(aheadMinutes) })}
      </li>
      <li>{t(`agency.confidence.${confidence}`)}</li>
      {isUnsure && <li>▲ {t('agency.timeUnsure')}</li>}
    </>
  )
}

/** 核定时间, the supervisor's alone (V78). */
export function DateCapture({ detail: { agency, row } }: CaptureProps) {
  const t = useWords()
  const language = useDayLanguage()
  const role = useSession((state) => state.session?.role)
  const command = useCommand()
  const [at, setAt] = useState('')
  const heading = useRef<HTMLElement>(null)
  const claim = agency?.claim ?? null
  if (claim === null || role !== 'supervisor') return null
  const set = async (reason: string) => {
    const typed = instantTyped(at)
    if (typed === null) return
    const answer = await command.send(`/api/cases/${row.id}/date-capture`, { at: typed, reason }, CaseAnswer)
    // A time that is sure closes this form, which would take the focus along (U43).
    if (answer?.ok) heading.current?.focus()
  }
  const [from, to] = [instantWords(claim.from, language), instantWords(claim.to, language)]
  return (
    <details open={claim.isUnsure}>
      <summary ref={heading}>{t('agency.date')}</summary>
      <CommandForm
        command={command}
        reason={{ label: t('agency.dateReason'), most: 500 }}
        act={t('agency.dateSet')}
        onSend={(reason) => void set(reason)}
      >
        <p>{t('agency.dateRange', { from, to })}</p>
        <label className="field">
          {t('agency.dateAt')}
          <input
            required
            type="datetime-local"
            value={at}
            onChange={({ target }) => {
              command.forget()
              setAt(target.value)
            }}
          />
        </label>
      </CommandForm>
    </details>
  )
}

// The hall's time is the one that is typed.
function instantTyped(value: string): Instant | null {
  const [day, time] = value.split('T')
  if (day === undefined || time === undefined) return null
  return instantAt(day as PlainDate, time.slice(0, 5) as PlainTime)
}
