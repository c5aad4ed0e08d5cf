import type { DraftView } from '@counter/shared/contract/catalogue'
import { instantWords } from '@counter/shared/vocabulary/date-words'
import { useDayLanguage } from '../../text/day-language.ts'
import { useWords } from '../../text/words.ts'

interface DraftHeadProps {
  readonly draft: Pick<DraftView, 'state' | 'authors' | 'savedAt' | 'settledBy' | 'note'>
}

/** How a draft stands: who wrote on it, since when, and why it was sent back. */
export function DraftHead({ draft }: DraftHeadProps) {
  const words = useWords()
  const language = useDayLanguage()
  return (
    <>
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
      {draft.state === 'draft' && draft.note !== '' && (
        <p className="strip">▲ {words('a1.sentBack', { name: draft.settledBy ?? '', note: draft.note })}</p>
      )}
    </>
  )
}
