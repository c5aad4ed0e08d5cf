import { useId } from 'react'
import { useWords } from '../../text/words.ts'
import type { TextKey } from '../../text/zh-cn.ts'
import type { Choice } from '../case/act-form.ts'

interface LetterPickProps {
  readonly label: TextKey
  readonly value: string
  readonly choices: readonly Choice[]
  readonly onChange: (value: string) => void
}

/** One filter as a list that names all its choices; the first takes the filter away. */
export function LetterPick({ label, value, choices, onChange }: LetterPickProps) {
  const t = useWords()
  const id = useId()
  return (
    <span>
      <label htmlFor={id}>{t(label)}</label>{' '}
      <select id={id} value={value} onChange={({ target }) => onChange(target.value)}>
        <option value="">{t('letters.all')}</option>
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.label}
          </option>
        ))}
      </select>
    </span>
  )
}
