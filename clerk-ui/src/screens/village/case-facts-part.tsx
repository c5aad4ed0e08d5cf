import type { CaseDetail } from '@counter/shared/contract/cases'
import { instantWords } from '@counter/shared/vocabulary/date-words'
import { dueDateWords, provisionalWords } from '@counter/shared/vocabulary/due-words'
import type { ReactNode } from 'react'
import { useVillageLanguage, useVillageWords } from '../../text/village-words.ts'
import { CallPart } from './call-part.tsx'
import { EventLine } from './event-line.tsx'
import { HowCounted } from './how-counted.tsx'
import { LeftPapers } from './left-papers.tsx'

/** Whose case it is, its days and how they were counted, and what happened so far. */
export function Facts({ detail }: { readonly detail: CaseDetail }): ReactNode {
  const words = useVillageWords()
  const { days } = useVillageLanguage()
  const { row, agency, applicant } = detail
  const isOnTheWay = detail.clocks.some(({ kind, state }) => kind === 'handup' && state === 'running')
  const isHurried = agency?.isUrgent === true && isOnTheWay
  const open = detail.materials.flatMap(({ files }) => files).filter(({ isStored }) => !isStored).length
  return (
    <section className="v-part">
      <dl className="v-facts">
        <dt>{words('village.case.applicant')}</dt>
        <dd>
          {applicant.name} {applicant.idNo}
        </dd>
        {agency === null ? null : (
          <>
            <dt>{words('village.case.registered')}</dt>
            <dd>{instantWords(agency.capturedAt, days)}</dd>
          </>
        )}
        <dt>{words('village.case.received')}</dt>
        <dd>
          {instantWords(row.receivedAt, days)}
          {agency === null ? null : ` · ${words('village.case.handUp', { n: agency.handUpWorkdays })}`}
        </dd>
        {agency === null ? null : <LeftPapers papers={agency.papers} />}
        {row.dueAt === null ? null : (
          <>
            <dt>{words(row.status === 'received' ? 'village.case.answerBy' : 'village.case.due')}</dt>
            <dd>
              {dueDateWords(row.dueAt, days)}
              {provisionalWords(row.isProvisional, days)}
            </dd>
          </>
        )}
      </dl>
      {isHurried ? <p>▲ {words('village.sent.urgent')}</p> : null}
      <CallPart key={row.id} caseId={row.id} />
      <HowCounted detail={detail} />
      {open === 0 ? null : <p role="status">{words('village.case.photosOpen', { n: open })}</p>}
      <h2>{words('village.case.progress')}</h2>
      <ol className="v-events">
        {[...detail.events].reverse().map((event) => (
          <EventLine key={event.id} event={event} />
        ))}
      </ol>
    </section>
  )
}
