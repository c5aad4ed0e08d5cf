import { useId } from 'react'
import { useWords } from '../../text/words.ts'
import type { TextKey } from '../../text/zh-cn.ts'
import type { BoardFilters, Place } from './board-filters.ts'

interface FilterBarProps {
  readonly filters: BoardFilters
  readonly units: readonly Place[]
  readonly villages: readonly Place[]
  readonly onChange: (change: Partial<BoardFilters>) => void
}

/** Unit, village, open or ended, list or columns. */
export function FilterBar({ filters, units, villages, onChange }: FilterBarProps) {
  const t = useWords()
  return (
    <section className="filters" aria-label={t('board.filters')}>
      <Pick label="board.unit" value={filters.unit} places={units} onChange={(unit) => onChange({ unit })} />
      <Pick
        label="board.village"
        value={filters.village}
        places={villages}
        onChange={(village) => onChange({ village })}
      />
      <Switch
        label="board.open"
        value={filters.open}
        words={{ yes: 'board.openYes', no: 'board.openNo' }}
        onChange={(open) => onChange({ open, light: null })}
      />
      <Switch
        label="board.view"
        value={filters.view}
        words={{ list: 'board.asList', columns: 'board.asColumns' }}
        onChange={(view) => onChange({ view })}
      />
    </section>
  )
}

interface PickProps {
  readonly label: TextKey
  readonly value: string
  readonly places: readonly Place[]
  readonly onChange: (code: string) => void
}

function Pick({ label, value, places, onChange }: PickProps) {
  const t = useWords()
  const id = useId()
  return (
    <span>
      <label htmlFor={id}>{t(label)}</label>{' '}
      <select id={id} value={value} onChange={(event) => onChange(event.target.value)}>
        <option value="">{t('board.all')}</option>
        {places.map(({ code, name }) => (
          <option key={code} value={code}>
            {name}
          </option>
        ))}
      </select>
    </span>
  )
}

interface SwitchProps<V extends string> {
  readonly label: TextKey
  readonly value: V
  readonly words: Readonly<Record<V, TextKey>>
  readonly onChange: (value: V) => void
}

function Switch<V extends string>({ label, value, words, onChange }: SwitchProps<V>) {
  const t = useWords()
  return (
    <fieldset className="switch">
      <legend className="visually-hidden">{t(label)}</legend>
      {(Object.entries(words) as [V, TextKey][]).map(([choice, word]) => (
        <button key={choice} type="button" aria-pressed={choice === value} onClick={() => onChange(choice)}>
          {t(word)}
        </button>
      ))}
    </fieldset>
  )
}
