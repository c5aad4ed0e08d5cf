import { refusalSentence } from '@counter/shared/text/refusal-text'
import type { Refused } from '../../components/refusal-line.tsx'
import { useLanguage, useWords } from '../../text/words.ts'

/** 「没保存：…，内容还在」; when somebody changed the case meanwhile, that the text is still there (U15). */
export function WhyNot({ refused }: { readonly refused: Refused }) {
  const t = useWords()
  const language = useLanguage()
  const reason = refusalSentence(refused.code, refused.params, language)
  return (
    <p className="refusal" role="alert">
      <span aria-hidden="true">■ </span>
      {refused.code === 'case.changed' ? t('form.changedMeanwhile') : t('form.notSaved', { reason })}
    </p>
  )
}
