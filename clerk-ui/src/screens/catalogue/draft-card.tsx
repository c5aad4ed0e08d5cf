import { type CatalogueItem, DraftView } from '@counter/shared/contract/catalogue'
import type { ItemDraft } from '@counter/shared/contract/item-draft'
import { fullDateWords } from '@counter/shared/vocabulary/date-words'
import { useSession } from '../../state/session.ts'
import { useDayLanguage } from '../../text/day-language.ts'
import { useWords } from '../../text/words.ts'
import { DraftEditor } from './draft-editor.tsx'
import { DraftHead } from './draft-head.tsx'
import { DraftReview } from './draft-review.tsx'
import { Comparison, ItemFacts } from './item-facts.tsx'
import { ReasonForm } from './reason-form.tsx'

export interface DraftCardProps {
  readonly draft: DraftView
  readonly item: CatalogueItem
  /** The newest published version; none of a new item. */
  readonly present: ItemDraft | null
  readonly onChanged: (draft: DraftView) => void
}

/** The draft of an item: who writes it, what it changes, and what is to be done with it (C101, C102). */
export function DraftCard({ draft, item, present, onChanged }: DraftCardProps) {
  const words = useWords()
  const language = useDayLanguage()
  const role = useSession(({ session }) => session?.role)
  const mayWrite = role === 'admin' && draft.state === 'draft'
  return (
    <section className="card stack" aria-label={words('a1.writing')} data-draft={draft.state}>
      <DraftHead draft={draft} />
      <p>{words('a1.from', { d: fullDateWords(draft.draft.effectiveFrom, language) })}</p>
      <p>
        <a href={`/guide/${draft.code}?draft`} target="_blank" rel="noopener">
          {words('a1.preview')}
        </a>{' '}
        <span className="quiet">{words('a1.previewHint')}</span>
      </p>
      {mayWrite ? (
        <DraftEditor draft={draft} item={item} onChanged={onChanged} />
      ) : (
        <ReadDraft draft={draft} item={item} />
      )}
      <div className="stack">
        <h3>{words('a1.compare')}</h3>
        {present === null ? (
          <p>{words('a1.newItem')}</p>
        ) : (
          <Comparison item={draft.draft} present={present} changed={draft.changed} units={item.units} />
        )}
      </div>
      {draft.state === 'submitted' && (
        <DraftReview
          path={`/api/item-drafts/${draft.id}`}
          rev={draft.rev}
          authors={draft.authors}
          parser={DraftView}
          onChanged={onChanged}
        />
      )}
      <ReasonForm
        path={`/api/item-drafts/${draft.id}/drop`}
        body={{ expectedVersion: draft.rev }}
        act={words('a1.drop')}
        parser={DraftView}
        onDone={onChanged}
      />
    </section>
  )
}

function ReadDraft({ draft, item }: Pick<DraftCardProps, 'draft' | 'item'>) {
  const words = useWords()
  return (
    <details>
      <summary>{words('a1.whole')}</summary>
      <ItemFacts item={draft.draft} units={item.units} />
    </details>
  )
}
