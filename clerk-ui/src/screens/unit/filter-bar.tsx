import { CASE_CHANNELS, type CaseChannel } from '@counter/shared/vocabulary/case'
import { useId } from 'react'
import { useWords } from '../../text/words.ts'
import type { TextKey } from '../../text/zh-cn.ts'
import type { BoardFilters, Place } from './board-filters.ts'

interface FilterBarProps {
  readonly filters: BoardFilters
  readonly units: readonly Place[]
  readonly villages: readonly Place[]
  readonly items: readonly Place[]
  readonly onChange: (change: Partial<BoardFilters>) => void
}

/** Unit, village, item, channel, what waits for a signature or is under supervision, open or ended, list or columns. */
export function FilterBar({ filters, units, villages, items, onChange }: FilterBarProps) {
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
      <Pick
        label="board.itemFilter"
        value={filters.item}
        places={items}
        onChange={(item) => onChange({ item })}
      />
      <Pick
        label="board.channel"
        value={filters.channel}
        places={CASE_CHANNELS.map((code) => ({ code, name: t(CHANNEL_WORDS[code]) }))}
        onChange={(code) => onChange({ channel: CASE_CHANNELS.find((known) => known === code) ?? '' })}
      />
      <fieldset className="switch">
        <legend className="visually-hidden">{t('board.only')}</legend>
        {(['approval', 'order', 'duplicate'] as const).map((name) => (
          <button
            key={name}
            type="button"
            aria-pressed={filters[name]}
            onClick={() => onChange({ [name]: !filters[name] })}
          >
            {t(`board.${name}`)}
          </button>
        ))}
      </fieldset>
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

const CHANNEL_WORDS = { window: 'board.window', village: 'board.byVillage' } as const satisfies Record<
  CaseChannel,
  TextKey
>

interface PickProps {
  readonly label: TextKey
  readonly value: string
  readonly places: readonly Place[]
  readonly onChange: (code: string) => void
}

function Pick({ label, value, places, onChange }: PickProps) {
  const t = useWords()
  const id = useId()
  // A kept address may name what no row shows now; the choice says so all the same.
  const isUnknown = value !== '' && !places.some(({ code }) => code === value)
  return (
    <span>
      <label htmlFor={id}>{t(label)}</label>{' '}
      <select id={id} value={value} onChange={(event) => onChange(event.target.value)}>
        <option value="">{t('board.all')}</option>
        {isUnknown && <option value={value}>{value}</option>}
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
