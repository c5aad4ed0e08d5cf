import { useHall } from '../../state/hall.ts'

interface TopicChoiceProps {
  readonly label: string
  readonly value: string
  readonly onChange: (topic: string) => void
  /** The words of "none chosen", where that is an answer. */
  readonly none?: string
}

/** One of the hall's topics, as a plain list that keys work. */
export function TopicChoice({ label, value, onChange, none }: TopicChoiceProps) {
  const topics = useHall((state) => state.hall?.topics) ?? []
  return (
    <label className="field">
      {label}
      <select value={value} onChange={(event) => onChange(event.target.value)}>
        {none !== undefined && <option value="">{none}</option>}
        {topics.map(({ topic, unitName }) => (
          <option key={topic} value={topic}>
            {unitName}
          </option>
        ))}
      </select>
    </label>
  )
}
