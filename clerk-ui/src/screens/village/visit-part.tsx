import { dateWords } from '@counter/shared/vocabulary/date-words'
import { addDays, civilDate, isPlainDate } from '@counter/shared/vocabulary/plain-date'
import type { ReactNode } from 'react'
import { Link } from 'wouter'
import { useServerNow } from '../../state/live.ts'
import { useVillageLanguage, useVillageWords } from '../../text/village-words.ts'
import type { Draft } from './draft.ts'
import { today, useDrafts } from './draft-store.ts'
import { newCasesOf } from './new-cases.ts'
import type { PartProps } from './person-part.tsx'

const MINUTE = 60_000

/** Who asks by telephone signs when the agent comes; until then the form stays a draft (V10). */
export function VisitPart({ draft, onChange }: PartProps): ReactNode {
  const words = useVillageWords()
  if (draft.signature !== null) return null
  return (
    <>
      <label className="v-tick">
        <input
          type="checkbox"
          checked={draft.visitOn !== null}
          onChange={(event) => onChange({ visitOn: event.target.checked ? addDays(today(), 1) : null })}
        />
        {words('village.new.byPhone')}
      </label>
      {draft.visitOn === null ? null : (
        <label className="v-field">
          {words('village.new.visitOn')}
          <input
            type="date"
            value={draft.visitOn}
            min={today()}
            onChange={({ target: { value } }) => onChange({ visitOn: isPlainDate(value) ? value : '' })}
          />
        </label>
      )}
    </>
  )
}

/** The day on which the agent goes there, in the list of drafts. */
export function VisitWords({ draft }: { readonly draft: Draft }): ReactNode {
  const words = useVillageWords()
  const { days } = useVillageLanguage()
  const on = visitOf(draft)
  if (on === null) return null
  return (
    <span>
      {on === ''
        ? words('village.drafts.visitUnset')
        : words('village.drafts.visit', { date: dateWords(on, days) })}
    </span>
  )
}

/** The reminder on the day, and while it is late (V10). */
export function VisitsDue(): ReactNode {
  const words = useVillageWords()
  const day = civilDate(useServerNow(MINUTE))
  const forms = useDrafts((state) => state.forms)
  const due = newCasesOf({ forms }).filter((draft) => {
    const on = visitOf(draft)
    return on !== null && on !== '' && on <= day
  })
  if (due.length === 0) return null
  return (
    <Link className="v-second" href="/village/drafts" data-testid="v1.visits">
      ▲ {words('village.home.visits', { n: due.length })}
    </Link>
  )
}

// Over with the signature.
function visitOf({ visitOn, signature }: Draft): Draft['visitOn'] {
  return signature === null ? visitOn : null
}
