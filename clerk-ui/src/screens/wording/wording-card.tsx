import { WordingDraft } from '@counter/shared/contract/wordings'
import { type PaperWording, partOf } from '@counter/shared/vocabulary/paper-wording'
import { useSession } from '../../state/session.ts'
import { useWords } from '../../text/words.ts'
import { DraftForm } from '../catalogue/draft-form.tsx'
import { DraftHead } from '../catalogue/draft-head.tsx'
import { DraftReview } from '../catalogue/draft-review.tsx'
import { ReasonForm } from '../catalogue/reason-form.tsx'
import { WordingFields } from './wording-fields.tsx'
import { DraftPreview } from './wording-preview.tsx'

interface WordingCardProps {
  readonly draft: WordingDraft
  /** What is printed now. */
  readonly present: PaperWording
  readonly onChanged: (draft: WordingDraft) => void
}

/** The draft of a wording: written by one person, looked at as a paper, published by another (C901). */
export function WordingCard({ draft, present, onChanged }: WordingCardProps) {
  const words = useWords()
  const role = useSession(({ session }) => session?.role)
  const path = `/api/wording-drafts/${draft.id}`
  return (
    <section className="card stack" aria-label={words('a1.writing')} data-draft={draft.state}>
      <DraftHead draft={draft} />
      {role === 'admin' && draft.state === 'draft' ? (
        <WordingEditor draft={draft} onChanged={onChanged} />
      ) : (
        <DraftPreview kind={draft.kind} wording={draft.wording} />
      )}
      <WordingComparison draft={draft} present={present} />
      {draft.state === 'submitted' && (
        <DraftReview
          path={path}
          rev={draft.rev}
          authors={draft.authors}
          parser={WordingDraft}
          onChanged={onChanged}
        />
      )}
      {role !== 'leader' && (
        <ReasonForm
          path={`${path}/drop`}
          body={{ expectedVersion: draft.rev }}
          act={words('a1.drop')}
          parser={WordingDraft}
          onDone={onChanged}
        />
      )}
    </section>
  )
}

function WordingEditor({ draft, onChanged }: Omit<WordingCardProps, 'present'>) {
  return (
    <DraftForm
      draft={draft}
      kind="wording"
      saved={draft.wording}
      field="wording"
      parser={WordingDraft}
      onChanged={onChanged}
    >
      {(shown: PaperWording, change) => (
        <div className="wording-columns">
          <div className="stack">
            <WordingFields kind={draft.kind} wording={shown} problems={draft.problems} onChange={change} />
          </div>
          <DraftPreview kind={draft.kind} wording={shown} />
        </div>
      )}
    </DraftForm>
  )
}

/** What the draft makes other than it is printed now, side by side. */
function WordingComparison({ draft, present }: Omit<WordingCardProps, 'onChanged'>) {
  const words = useWords()
  return (
    <div className="stack">
      <h3>{words('a1.compare')}</h3>
      {draft.changed.length === 0 ? (
        <p>{words('a1.same')}</p>
      ) : (
        <section className="scroller" tabIndex={0} aria-label={words('a1.compare')}>
          <table className="item-compare">
            <thead>
              <tr>
                <th scope="col">{words('a1.part')}</th>
                <th scope="col">{words('a1.now')}</th>
                <th scope="col">{words('a1.then')}</th>
              </tr>
            </thead>
            <tbody>
              {draft.changed.map((part) => (
                <tr key={part} data-part={part}>
                  <th scope="row">{words(`wording.part.${part}`)}</th>
                  {[present, draft.wording].map((wording, side) => {
                    const { zh, en } = partOf(wording, part)
                    return (
                      <td key={side === 0 ? 'now' : 'then'} className="wording-said">
                        {zh === '' ? <span className="quiet">{words('a1.nothing')}</span> : zh}
                        {en !== '' && <div className="quiet">{en}</div>}
                      </td>
                    )
                  })}
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
    </div>
  )
}
