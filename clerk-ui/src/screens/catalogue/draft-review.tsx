import type { Parser } from '@counter/shared/client/commands'
import { ActButton } from '../../components/command-button.tsx'
import { useSession } from '../../state/session.ts'
import { useWords } from '../../text/words.ts'
import { ReasonForm } from './reason-form.tsx'

interface DraftReviewProps<T> {
  /** `/api/item-drafts/…`: the draft's own address. */
  readonly path: string
  readonly rev: number
  readonly authors: readonly string[]
  readonly parser: Parser<T>
  readonly onChanged: (draft: T) => void
}

/** The second person's look: everything is there to be read, then it is published or sent back (C101, C901). */
export function DraftReview<T>({ path, rev, authors, parser, onChanged }: DraftReviewProps<T>) {
  const words = useWords()
  const session = useSession((known) => known.session)
  const isOwn = authors.includes(session?.displayName ?? '')
  return (
    <section className="stack" aria-label={words('a1.review')}>
      <h3>{words('a1.review')}</h3>
      <p className="quiet">{words(isOwn ? 'a1.ownDraft' : 'a1.reviewHint')}</p>
      {!isOwn && (
        <div className="line">
          <ActButton
            type="primary"
            path={`${path}/publish`}
            body={{ expectedVersion: rev }}
            parser={parser}
            busy="a1.publishing"
            onDone={onChanged}
          >
            {words('a1.publish')}
          </ActButton>
        </div>
      )}
      <ReasonForm
        path={`${path}/return`}
        body={{ expectedVersion: rev }}
        act={words('a1.return')}
        parser={parser}
        onDone={onChanged}
      />
    </section>
  )
}
