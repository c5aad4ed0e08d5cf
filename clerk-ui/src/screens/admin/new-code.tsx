import type { AccountAnswer } from '@counter/shared/contract/accounts'
import { instantWords } from '@counter/shared/vocabulary/date-words'
import { Button } from 'antd'
import { useDayLanguage } from '../../text/day-language.ts'
import { useWords } from '../../text/words.ts'

/** The code, shown once: it is handed to the person, who sets the own password with it (P20). */
export function NewCode({
  answer,
  onClose,
}: {
  readonly answer: AccountAnswer
  readonly onClose: () => void
}) {
  const words = useWords()
  const language = useDayLanguage()
  const { code, codeUntil, account } = answer
  if (code === null || codeUntil === null) return null
  return (
    <div className="stack" role="status">
      <p className="big">
        {account.displayName}（{account.signInName}）· <strong>{words('a3.code', { code })}</strong>
      </p>
      <p>{words('a3.codeHint', { time: instantWords(codeUntil, language) })}</p>
      <div>
        <Button onClick={onClose}>{words('frame.close')}</Button>
      </div>
    </div>
  )
}
