import { CatalogueItem, DraftView } from '@counter/shared/contract/catalogue'
import { civilDate } from '@counter/shared/vocabulary/plain-date'
import { useState } from 'react'
import { Link } from 'wouter'
import { ActButton } from '../../components/command-button.tsx'
import { RefusalLine } from '../../components/refusal-line.tsx'
import { useServerNow } from '../../state/live.ts'
import { useSession } from '../../state/session.ts'
import { useReading } from '../../state/use-reading.ts'
import { useDayLanguage } from '../../text/day-language.ts'
import { useWords } from '../../text/words.ts'
import { AdminPage, pageState } from '../admin/admin-page.tsx'
import './catalogue.css'
import { fullDateWords } from '@counter/shared/vocabulary/date-words'
import { DraftCard } from './draft-card.tsx'
import { ReasonForm } from './reason-form.tsx'
import { OldDrafts, VersionList } from './version-list.tsx'

/** one item with its draft, its versions, and its end (C101, C108). */
export function ItemScreen({ code }: { readonly code: string }) {
  const words = useWords()
  const language = useDayLanguage()
  const role = useSession(({ session }) => session?.role)
  const { value, refused, reread, put } = useReading(`/api/catalogue/${code}`, CatalogueItem)
  const [done, setDone] = useState<DraftView | null>(null)
  const newest = value?.versions[0]
  const open = value?.drafts.find(({ state }) => state === 'draft' || state === 'submitted')
  const name = value?.versions.find(({ isInForce }) => isInForce)?.item.name ?? newest?.item.name
  const keep = (draft: DraftView) => {
    setDone(draft)
    put((known) => withDraft(known, draft))
    reread()
  }
  return (
    <AdminPage
      screen="A-1"
      title={`${name ?? open?.draft.name ?? ''} ${code}`.trim()}
      state={pageState(value === null ? null : [value], refused)}
    >
      <p>
        <Link href="/admin/items">{words('a1.back')}</Link>
      </p>
      <RefusalLine refused={refused} />
      {done !== null && done.id !== open?.id && (
        <p role="status">
          ✓ {words(`a1.done.${done.state}`, { d: fullDateWords(done.draft.effectiveFrom, language) })}
        </p>
      )}
      {value !== null && open !== undefined && (
        <DraftCard draft={open} item={value} present={newest?.item ?? null} onChanged={keep} />
      )}
      {value !== null && open === undefined && role === 'admin' && (
        <div>
          <ActButton type="primary" path="/api/item-drafts" body={{ code }} parser={DraftView} onDone={keep}>
            {words('a1.change')}
          </ActButton>
        </div>
      )}
      {value !== null && <VersionList item={value} />}
      {value !== null && <OldDrafts item={value} />}
      {newest !== undefined && newest.stoppedOn === null && role !== 'leader' && (
        <StopPart code={code} onStopped={(item) => put(() => item)} />
      )}
    </AdminPage>
  )
}

interface StopPartProps {
  readonly code: string
  readonly onStopped: (item: CatalogueItem) => void
}

/** 停办: from a day on, for a reason; open cases finish under their version (C108, U40). */
function StopPart({ code, onStopped }: StopPartProps) {
  const words = useWords()
  const today = civilDate(useServerNow(60_000))
  const [on, setOn] = useState<string>(today)
  return (
    <details className="card">
      <summary>{words('a1.stop')}</summary>
      <p className="quiet">{words('a1.stopHint')}</p>
      <ReasonForm
        path={`/api/catalogue/${code}/stop`}
        body={{ on }}
        act={words('a1.stop')}
        busy="a1.stopping"
        parser={CatalogueItem}
        onDone={onStopped}
      >
        <label className="field">
          {words('a1.stopOn')}
          <input
            type="date"
            required
            min={today}
            value={on}
            onChange={({ target }) => target.value !== '' && setOn(target.value)}
          />
        </label>
      </ReasonForm>
    </details>
  )
}

function withDraft(known: CatalogueItem | null, draft: DraftView): CatalogueItem {
  if (known === null) throw new Error('a draft was answered before its item was read')
  return { ...known, drafts: [draft, ...known.drafts.filter(({ id }) => id !== draft.id)] }
}
