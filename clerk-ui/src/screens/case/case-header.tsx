import type { CaseRow } from '@counter/shared/contract/case-row'
import type { CaseDetail } from '@counter/shared/contract/cases'
import { CASE_WORDS } from '@counter/shared/text/status-words'
import { dueDateWords, provisionalWords } from '@counter/shared/vocabulary/due-words'
import { EXCHANGE_WORDS } from '@counter/shared/vocabulary/exchange'
import type { Instant } from '@counter/shared/vocabulary/time'
import { useState } from 'react'
import { CaseLight } from '../../components/case-light.tsx'
import { useDayLanguage } from '../../text/day-language.ts'
import { useWords, type Words } from '../../text/words.ts'
import { Reveal } from './reveal.tsx'
import './case-facts.css'

interface CaseHeaderProps {
  readonly detail: CaseDetail
  readonly now: Instant
  /** A case beside a list stands below the list's own heading. */
  readonly heading?: 'h1' | 'h3'
}

/** Number, item, masked applicant, light, due date, unit and source: the first thing read (C-3). */
export function CaseHeader({ detail, now, heading: Heading = 'h1' }: CaseHeaderProps) {
  const t = useWords()
  const language = useDayLanguage()
  const { row, applicant } = detail
  return (
    <header className="case-header card">
      <Heading className="case-title">
        {row.number} <CopyNumber number={row.number} />
        <span className="case-item">{row.itemName}</span>
      </Heading>
      <p className="case-facts">
        <span data-testid="case.light">
          <CaseLight row={row} now={now} />
        </span>
        <strong>{CASE_WORDS[row.status][language]}</strong>
        {row.dueAt !== null && (
          <span>
            {t(row.clockKind === 'notice' ? 'case.answerBy' : 'case.dueBy', {
              day: dueDateWords(row.dueAt, language).replace(/ 前$|^by /, ''),
            })}
            {provisionalWords(row.isProvisional, language)}
          </span>
        )}
        <span>{t('case.unit', { unit: row.unitName })}</span>
        {row.handler !== null && <span>{t('case.handler', { name: row.handler })}</span>}
        <span>{t('case.source', { source: sourceWords(row, t) })}</span>
        {detail.exchange != null && (
          <span>
            {t('case.exchange', { number: detail.exchange.number })}
            {detail.exchange.result !== null && ` · ${EXCHANGE_WORDS[detail.exchange.result][language]}`}
          </span>
        )}
        {detail.oldNumber !== null && <span>{t('case.oldNumber', { number: detail.oldNumber })}</span>}
      </p>
      <dl className="case-person">
        <Reveal of={`/api/cases/${row.id}`} field="name" label="case.applicant" masked={applicant.name} />
        <Reveal of={`/api/cases/${row.id}`} field="idNo" label="case.idNo" masked={applicant.idNo} />
        <Reveal of={`/api/cases/${row.id}`} field="phone" label="case.phone" masked={applicant.phone} />
        <Reveal of={`/api/cases/${row.id}`} field="address" label="case.address" masked={applicant.address} />
        <Reveal of={`/api/cases/${row.id}`} field="contact" label="case.contact" masked={applicant.contact} />
      </dl>
    </header>
  )
}

/** 窗口, or the village point it came through. */
export function sourceWords(row: CaseRow, t: Words): string {
  return row.channel === 'village'
    ? t('channel.village', { village: row.villageName ?? row.village ?? '' })
    : t('channel.window')
}

function CopyNumber({ number }: { readonly number: string }) {
  const t = useWords()
  const [isCopied, setCopied] = useState(false)
  return (
    <>
      <button
        type="button"
        onClick={() => void navigator.clipboard.writeText(number).then(() => setCopied(true))}
      >
        {t('case.copy')}
      </button>
      <span role="status" className="small">
        {isCopied ? t('case.copied') : ''}
      </span>
    </>
  )
}
