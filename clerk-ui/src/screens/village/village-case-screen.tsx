import { newCommandId } from '@counter/shared/client/commands'
import type { CaseDetail } from '@counter/shared/contract/cases'
import { dateWords, instantWords } from '@counter/shared/vocabulary/date-words'
import { dueDateWords, provisionalWords } from '@counter/shared/vocabulary/due-words'
import { type ReactNode, useState } from 'react'
import { Link, useLocation } from 'wouter'
import type { NamedPhoto } from '../../outbox/command.ts'
import { caseTopic } from '../../state/case.ts'
import { useNet, useServerNow } from '../../state/live.ts'
import { useVillageLanguage, useVillageWords } from '../../text/village-words.ts'
import { CaseLight } from './cases-screen.tsx'
import { CopyAge } from './copy-age.tsx'
import { EventLine } from './event-line.tsx'
import { FixedSentences } from './home-screen.tsx'
import { useKeptTopic } from './kept-topic.ts'
import { PhotoButton } from './photo-button.tsx'
import { usePoint } from './point.tsx'
import { handSafely } from './village-outbox.ts'
import { type Refused, VillageRefusal } from './village-refusal.tsx'

const MINUTE = 60_000

/** V-4: what is missing stands on top; a supplement is two taps and a photo. */
export function VillageCaseScreen({ id }: { readonly id: string }): ReactNode {
  const words = useVillageWords()
  const { state, refused, copiedAt } = useKeptTopic(`case:${id}`, caseTopic)
  const now = useServerNow(MINUTE)
  if (refused !== null) return <p data-screen="V-4">{words('village.case.notFound')}</p>
  if (state === null) return <p data-screen="V-4">{words('village.loading')}</p>
  return (
    <section className="v-stack" data-screen="V-4" data-state={state.row.status}>
      <h1 tabIndex={-1}>{state.row.itemName}</h1>
      <CopyAge copiedAt={copiedAt} />
      <p>
        {state.row.number}
        <br />
        <CaseLight row={state.row} now={now} />
      </p>
      <Missing key={`${id} ${state.row.version}`} detail={state} />
      {state.actions.includes('deliver') ? (
        <Link className="v-main" href={`/village/cases/${id}/deliver`}>
          {words('village.case.deliver')}
        </Link>
      ) : null}
      <Facts detail={state} />
      <FixedSentences />
    </section>
  )
}

/** The papers that the centre waits for: every line of the notice, else what was promised or is required and not here. */
export function missingOf({
  row,
  notice,
  materials,
}: Pick<CaseDetail, 'row' | 'notice' | 'materials'>): readonly {
  readonly name: string
  readonly how: string
}[] {
  if (row.status === 'supplement' && notice !== null) return notice.materials
  return materials
    .filter(({ required, state }) => state === 'deferred' || (required && state === 'missing'))
    .map(({ name }) => ({ name, how: '' }))
}

function Missing({ detail }: { readonly detail: CaseDetail }): ReactNode {
  const words = useVillageWords()
  const { days } = useVillageLanguage()
  const [, navigate] = useLocation()
  const point = usePoint()
  const isOnline = useNet(({ net }) => net === 'online' || net === 'slow')
  const [photos, setPhotos] = useState<readonly NamedPhoto[]>([])
  const [isBusy, setBusy] = useState(false)
  const [refused, setRefused] = useState<Refused | null>(null)
  const missing = missingOf(detail)
  if (missing.length === 0) return <p>{words('village.case.nothing')}</p>
  const names = [...new Set(photos.map(({ role }) => role))]
  const until = detail.row.status === 'supplement' ? detail.notice?.until : undefined

  const send = async () => {
    if (names.length === 0 || isBusy) return
    setBusy(true)
    const problem = await handSafely({
      id: newCommandId(),
      caseId: detail.row.id,
      pointId: point.code,
      facts: { type: 'material.receive', payload: { materials: names } },
      photos,
      title: `${detail.row.itemName} · ${detail.row.applicant}`,
    })
    setBusy(false)
    setRefused(problem)
    if (problem === null) navigate('/village/outbox')
  }
  return (
    <section className="v-part v-missing" aria-labelledby="v-missing">
      <h2 id="v-missing">{words('village.case.missing')}</h2>
      {until === undefined ? null : <p>{words('village.case.until', { date: dateWords(until, days) })}</p>}
      <ul className="v-rows">
        {missing.map(({ name, how }) => (
          <li key={name}>
            <p>
              {name}
              {how === '' ? null : <span className="v-hint"> {how}</span>}
            </p>
            <div className="v-row">
              <PhotoButton
                label={words('village.new.photo')}
                name={words('village.new.photoOf', { name })}
                onPhoto={(photo) => setPhotos((before) => [...before, { ...photo, role: name }])}
              />
              <span>
                {words('village.new.photos', { n: photos.filter(({ role }) => role === name).length })}
              </span>
            </div>
          </li>
        ))}
      </ul>
      <button type="button" className="v-main" aria-disabled={names.length === 0} onClick={() => void send()}>
        {isOnline ? words('village.case.send', { n: names.length }) : words('village.new.keep')}
      </button>
      <VillageRefusal refused={refused} />
    </section>
  )
}

function Facts({ detail }: { readonly detail: CaseDetail }): ReactNode {
  const words = useVillageWords()
  const { days } = useVillageLanguage()
  const { row, agency, applicant } = detail
  const open = detail.materials.flatMap(({ files }) => files).filter(({ isStored }) => !isStored).length
  return (
    <section className="v-part">
      <dl className="v-facts">
        <dt>{words('village.case.applicant')}</dt>
        <dd>
          {applicant.name} {applicant.idNo} {applicant.phone}
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
