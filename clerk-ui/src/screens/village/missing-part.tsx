import type { CaseDetail } from '@counter/shared/contract/cases'
import { dateWords } from '@counter/shared/vocabulary/date-words'
import type { PlainDate } from '@counter/shared/vocabulary/time'
import type { ReactNode } from 'react'
import { useLocation } from 'wouter'
import { useVillageLanguage, useVillageWords } from '../../text/village-words.ts'
import { whyRefused } from './case-authority.ts'
import { MOST_PHOTOS } from './draft.ts'
import { withoutPaper, withPaper } from './fact-draft.ts'
import { lacksOfFact } from './fact-facts.ts'
import { broughtIn, onlyOf, takenOf, withTaken } from './fact-papers.ts'
import type { FactPartProps } from './fact-part.tsx'
import { subjectOf } from './fact-screen.tsx'
import { Opening } from './opening.tsx'
import { PaperTicks } from './paper-ticks.tsx'
import { PaperButtons } from './photo-button.tsx'
import { usePoint } from './point.tsx'
import { SendBar } from './send-bar.tsx'
import { UnreadPart } from './unread-part.tsx'
import { withoutUnread } from './unread-photos.ts'
import { sendFact, useFact } from './use-fact.ts'
import { useKeepsOriginal } from './use-guide.ts'

/** The papers that the centre waits for: every line of the notice, else what was promised or is required and not here. */
function missingOf({ row, notice, materials }: Pick<CaseDetail, 'row' | 'notice' | 'materials'>): readonly {
  readonly name: string
  readonly how: string
}[] {
  if (row.status === 'supplement' && notice !== null) return notice.materials
  return materials
    .filter(({ required, state }) => state === 'deferred' || (required && state === 'missing'))
    .map(({ name }) => ({ name, how: '' }))
}

interface MissingProps {
  readonly detail: CaseDetail
  readonly on: PlainDate
}

/** What is missing stands on top of a case: a supplement is two taps and a photo (V-4). */
export function Missing({ detail, on }: MissingProps): ReactNode {
  const words = useVillageWords()
  const { days } = useVillageLanguage()
  const [, navigate] = useLocation()
  const point = usePoint()
  const { draft, change } = useFact('material.receive', subjectOf(detail))
  const isOriginal = useKeepsOriginal(detail.row.item)
  const missing = missingOf(detail)
  // The hall carries on, and would refuse what the agent brings now (V9, V14).
  if (whyRefused(detail, 'material.receive', on) !== null) return null
  if (missing.length === 0) return <p>{words('village.case.nothing')}</p>
  if (draft === null) return <Opening isLocal />
  // What the centre no longer asks for is not sent: an older notice may have listed it.
  const asked = onlyOf(
    draft,
    missing.map(({ name }) => name),
  )
  const until = detail.row.status === 'supplement' ? detail.notice?.until : undefined
  return (
    <section className="v-part v-missing" aria-labelledby="v-missing">
      <h2 id="v-missing">{words('village.case.missing')}</h2>
      {until === undefined ? null : <p>{words('village.case.until', { date: dateWords(until, days) })}</p>}
      <UnreadPart
        draft={draft}
        onPhoto={(photo) => change((before) => withPaper(before, photo))}
        onForget={(role) => change((before) => withoutUnread(before, role))}
      />
      <ul className="v-rows">
        {missing.map((paper) => (
          <PaperRow key={paper.name} {...{ paper, change, isOriginal }} draft={asked} />
        ))}
      </ul>
      <SendBar
        lacks={lacksOfFact(asked).map((lack) => words(lack))}
        go={words('village.case.send', { n: broughtIn(asked).length })}
        send={() => sendFact(asked, point)}
        onSent={() => navigate('/village/outbox')}
      />
    </section>
  )
}

function PaperRow({
  paper: { name, how },
  draft,
  change,
  isOriginal,
}: FactPartProps & {
  readonly paper: ReturnType<typeof missingOf>[number]
  readonly isOriginal: boolean
}): ReactNode {
  const words = useVillageWords()
  const count = draft.photos.filter(({ role }) => role === name).length
  return (
    <li>
      <p>
        {name}
        {how === '' ? null : <span className="v-hint"> {how}</span>}
      </p>
      <div className="v-row">
        <PaperButtons
          paper={name}
          isOriginal={isOriginal}
          isFull={draft.photos.length >= MOST_PHOTOS}
          onPhoto={(photo) => change((before) => withPaper(before, { ...photo, role: name }))}
        />
        <span>{words('village.new.photos', { n: count })}</span>
        {count === 0 ? null : (
          <button
            type="button"
            className="v-small"
            aria-label={words('village.new.removePhoto', { name })}
            onClick={() => change((before) => withoutPaper(before, name))}
          >
            {words('village.new.removeShort')}
          </button>
        )}
      </div>
      <PaperTicks
        name={name}
        papers={takenOf(draft)}
        onTick={(form, isTaken) =>
          change((before) => withTaken(before, { name, form, count: isTaken ? 1 : 0 }))
        }
        onCount={(paper) => change((before) => withTaken(before, paper))}
      />
    </li>
  )
}
