import type { TrackCase } from '@counter/shared/contract/public/track'
import { Light } from '@counter/shared/ui/light'
import { dayWords } from '@counter/shared/vocabulary/date-words'
import { latestWords, provisionalWords, statutoryMarkWords } from '@counter/shared/vocabulary/due-words'
import { civilDate } from '@counter/shared/vocabulary/plain-date'
import { reasonWords, toldWords } from '@counter/shared/vocabulary/reason-words'
import { segmentWords } from '@counter/shared/vocabulary/segment-words'
import type { Instant, PlainDate } from '@counter/shared/vocabulary/time'
import type { ReactNode } from 'react'
import { later } from '../../components/later.tsx'
import { caseLight, caseLightWords } from '../../text/case-words.ts'
import { type Say, useLanguage, useText } from '../../text/text.ts'
import { CaseStages } from './case-stages.tsx'
import { CaseTodo } from './case-todo.tsx'

// Few slips are of a merged case, so its words come only with it (K54).
const { Shown: ChangedNote } = later(() =>
  import('./changed-note.tsx').then(({ ChangedNote }) => ChangedNote),
)
const { Shown: MergedNote } = later(() => import('./merged-note.tsx').then(({ MergedNote }) => MergedNote))

/** P-2 and the result of K-4: first what the resident must do, then how the case stands and until when. */
export function CaseCard({ found, now }: { readonly found: TrackCase; readonly now: Instant }): ReactNode {
  const say = useText()
  return (
    <article className="card">
      <CaseTodo todo={found.todo} />
      <CasePickUp pickUp={found.pickUp} />
      {found.mergedNumber !== null && <MergedNote number={found.mergedNumber} />}
      {found.itemChangedOn !== null && <ChangedNote day={found.itemChangedOn as PlainDate} />}
      <h2>{found.itemName ?? say('p2.private', { n: found.number })}</h2>
      <p className="card-facts">
        {found.itemName !== null && <span>{say('p2.number', { n: found.number })}</span>}
        <span>{say('p2.applicant', { n: found.applicant })}</span>
        <span>{say('p2.unit', { n: found.unitName })}</span>
      </p>
      <CaseDue found={found} now={now} />
      <CaseStages stages={found.stages} />
      <CaseMaterials materials={found.materials} />
      {found.result !== null && (
        <section>
          <h3>{say('p2.result')}</h3>
          <p>{found.result}</p>
        </section>
      )}
    </article>
  )
}

/** 「办好了」: what the resident does now, before everything else. */
function CasePickUp({ pickUp }: Pick<TrackCase, 'pickUp'>): ReactNode {
  const say = useText()
  if (pickUp === null) return null
  return (
    <section className="todo" data-testid="p2.pickUp">
      <h2>{say('p2.ready')}</h2>
      <p>{say('p2.pickUp', { where: pickUp.where })}</p>
    </section>
  )
}

function CaseDue({ found, now }: { readonly found: TrackCase; readonly now: Instant }): ReactNode {
  const say = useText()
  const language = useLanguage() === 'en' ? 'en' : 'zh'
  const isRunning = found.clockState === 'running' && found.dueOn !== null
  return (
    <section>
      <p>
        <Light light={caseLight(found, now)} words={caseLightWords(found, now, language)} isPublic />
      </p>
      {isRunning && (
        <p className="due">
          {dueLine(found, say, language)}
          {provisionalWords(found.isProvisional, language)}
        </p>
      )}
      {found.clockState === 'paused' && found.dueOn !== null && (
        <p className="due">
          {say('p2.ifResumed', { d: dayWords(found.dueOn as PlainDate, language) })}
          {provisionalWords(found.isProvisional, language)}
        </p>
      )}
      {found.toldDueOn !== null && found.dueOn !== null && (
        <p>{toldWords(found.toldDueOn as PlainDate, found.dueOn as PlainDate, language)}</p>
      )}
      {isStatutoryPast(found, now) && <p className="due">■ {statutoryMarkWords(language)}</p>}
      {found.jointUnits.length > 0 && (
        <p>{say('p2.joint', { names: found.jointUnits.join(language === 'zh' ? '、' : ', ') })}</p>
      )}
      {found.pledgeCheckOn !== null && (
        <p>{say('p2.pledge', { d: dayWords(found.pledgeCheckOn as PlainDate, language) })}</p>
      )}
      {found.segments.length > 0 && (
        <details>
          <summary>{say('p2.how')}</summary>
          <ol className="segments">
            {found.segments.map((run) => (
              <li key={`${run.from}${run.reason}`}>
                {segmentWords({ ...run, from: run.from as PlainDate, to: run.to as PlainDate }, language)}
              </li>
            ))}
          </ol>
          {reasonsOf(found, language).map((sentence) => (
            <p key={sentence}>{sentence}</p>
          ))}
          {found.statutoryDueOn !== null && (
            <p>{say('p2.statutory', { d: dayWords(found.statutoryDueOn as PlainDate, language) })}</p>
          )}
        </details>
      )}
    </section>
  )
}

function reasonsOf({ reasons, dueOn }: TrackCase, language: 'zh' | 'en'): readonly string[] {
  if (reasons === null || dueOn === null) return []
  const nominalOn = reasons.nominalOn as PlainDate | null
  return reasonWords({ ...reasons, nominalOn, dueOn: dueOn as PlainDate }, language)
}

// Before acceptance the date is that of the answer whether it is accepted; nothing is promised to be done yet (C701).
function dueLine({ status, dueOn }: TrackCase, say: Say, language: 'zh' | 'en'): string {
  const day = dueOn as PlainDate
  return status === 'received'
    ? say('p2.answerBy', { d: dayWords(day, language) })
    : latestWords(day, language)
}

function isStatutoryPast({ statutoryDueOn, clockState }: TrackCase, now: Instant): boolean {
  return statutoryDueOn !== null && clockState === 'running' && civilDate(now) > statutoryDueOn
}

function CaseMaterials({ materials }: Pick<TrackCase, 'materials'>): ReactNode {
  const say = useText()
  if (materials.length === 0) return null
  return (
    <section>
      <h3>{say('p2.materials')}</h3>
      <ul className="materials">
        {materials.map(({ name, state }) => (
          <li key={name}>
            <strong>{name}</strong>
            <span>{say(`p2.material.${state}`)}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
