import { type CatalogueItem, DraftView } from '@counter/shared/contract/catalogue'
import type { ItemDraft } from '@counter/shared/contract/item-draft'
import { fullDateWords, instantWords } from '@counter/shared/vocabulary/date-words'
import { ActButton } from '../../components/command-button.tsx'
import { useSession } from '../../state/session.ts'
import { useDayLanguage } from '../../text/day-language.ts'
import { useWords } from '../../text/words.ts'
import { DraftEditor } from './draft-editor.tsx'
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
      <div className="line">
        <h2>{words('a1.writing')}</h2>
        <span className="tag tag-warn">
          {words(`a1.draft.${draft.state === 'draft' ? 'draft' : 'submitted'}`)}
        </span>
      </div>
      <p className="hint">
        {words('a1.by', {
          names: draft.authors.join(language === 'zh' ? '、' : ', '),
          t: instantWords(draft.savedAt, language),
        })}
      </p>
      <p>{words('a1.from', { d: fullDateWords(draft.draft.effectiveFrom, language) })}</p>
      {draft.state === 'draft' && draft.note !== '' && (
        <p className="strip">▲ {words('a1.sentBack', { name: draft.settledBy ?? '', note: draft.note })}</p>
      )}
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
      {draft.state === 'submitted' && <Review draft={draft} onChanged={onChanged} />}
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

/** The second person's look: everything is there to be read, then it is published or sent back (C101). */
function Review({ draft, onChanged }: Pick<DraftCardProps, 'draft' | 'onChanged'>) {
  const words = useWords()
  const session = useSession((known) => known.session)
  const isOwn = draft.authors.includes(session?.displayName ?? '')
  return (
    <section className="stack" aria-label={words('a1.review')}>
      <h3>{words('a1.review')}</h3>
      <p className="quiet">{words(isOwn ? 'a1.ownDraft' : 'a1.reviewHint')}</p>
      {!isOwn && (
        <div className="line">
          <ActButton
            type="primary"
            path={`/api/item-drafts/${draft.id}/publish`}
            body={{ expectedVersion: draft.rev }}
            parser={DraftView}
            busy="a1.publishing"
            onDone={onChanged}
          >
            {words('a1.publish')}
          </ActButton>
        </div>
      )}
      <ReasonForm
        path={`/api/item-drafts/${draft.id}/return`}
        body={{ expectedVersion: draft.rev }}
        act={words('a1.return')}
        parser={DraftView}
        onDone={onChanged}
      />
    </section>
  )
}
