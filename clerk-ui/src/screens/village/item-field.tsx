import { type ReactNode, useId } from 'react'
import { useVillageWords } from '../../text/village-words.ts'
import { useGuideList } from './use-guide.ts'

interface ItemFieldProps {
  readonly label: string
  readonly value: string
  readonly onChoose: (code: string) => void
}

/** One item of the guide by its name, from the phone's own copy where there is no network. */
export function ItemField({ label, value, onChoose }: ItemFieldProps): ReactNode {
  const words = useVillageWords()
  const id = useId()
  const { answer } = useGuideList()
  const items = answer?.ok ? answer.value.value.items : []
  return (
    <div className="v-field">
      <label htmlFor={id}>{label}</label>
      <select id={id} value={value} onChange={(event) => onChoose(event.target.value)}>
        <option value="">{words('village.consult.noItem')}</option>
        {items.map(({ code, name }) => (
          <option key={code} value={code}>
            {name}
          </option>
        ))}
      </select>
    </div>
  )
}
