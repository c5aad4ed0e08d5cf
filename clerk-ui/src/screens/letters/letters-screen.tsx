import { BookReadings, BoxOpenings } from '@counter/shared/contract/letter-bodies'
import { LetterList } from '@counter/shared/contract/letters'
import { LETTER_WORDS } from '@counter/shared/text/letter-words'
import { Light } from '@counter/shared/ui/light'
import { LIGHT_WORDS } from '@counter/shared/vocabulary/due-words'
import { LETTER_CHANNELS, LETTER_STATUSES } from '@counter/shared/vocabulary/letter'
import { CHANNEL_WORDS } from '@counter/shared/vocabulary/letter-words'
import { useState } from 'react'
import { Link, useLocation, useSearch } from 'wouter'
import { RefusalLine } from '../../components/refusal-line.tsx'
import { SlowWords } from '../../components/slow-words.tsx'
import { lettersTopic } from '../../state/letters.ts'
import { useNet, useTopic } from '../../state/live.ts'
import { useSession } from '../../state/session.ts'
import { usePages } from '../../state/use-pages.ts'
import { useReading } from '../../state/use-reading.ts'
import { useDayLanguage } from '../../text/day-language.ts'
import { useWords } from '../../text/words.ts'
import '../case/case.css'
import { useUnits } from '../case/use-units.ts'
import { StaleLine } from '../unit/stale-line.tsx'
import '../unit/unit.css'
import { LetterCount } from './letter-count.tsx'
import { LETTER_LIGHTS, type LetterFilters, letterFiltersOf, letterQueryOf } from './letter-filters.ts'
import { LetterPick } from './letter-pick.tsx'
import { LetterTable } from './letter-table.tsx'
import './letters.css'

/** 来信: what has to be answered, by the time left; filters in the address, live, with the count of a period (C1302, C1303). */
export function LettersScreen() {
  const t = useWords()
  const [, go] = useLocation()
  const filters = letterFiltersOf(useSearch())
  const role = useSession(({ session }) => session?.role)
  const net = useNet((state) => state.net)
  const { state: counts } = useTopic('letters', lettersTopic)
  const fresh = useFresh(counts)
  const { items, refused, hasMore, more } = usePages(
    `/api/letters?${letterQueryOf(filters)}`,
    LetterList,
    fresh,
  )
  const change = (part: Partial<LetterFilters>) => {
    const query = letterQueryOf({ ...filters, ...part })
    go(`/letters${query === '' ? '' : `?${query}`}`, { replace: true })
  }
  return (
    <div className="case-ui letters" data-screen="C-6" data-state={stateOf(items, refused !== null, net)}>
      <h1>{t('letters.title')}</h1>
      <p>{t('letters.lead')}</p>
      <p className="letter-doors">
        <Link href="/letters/new">{t('letters.log')}</Link>
        <Link href="/letters/duty">{t('letters.duty')}</Link>
      </p>
      <StaleLine words="letters.stale" />
      {(role === 'clerk' || role === 'supervisor') && <Reminders />}
      <Filters filters={filters} counts={counts} hasUnits={role !== 'handler'} onChange={change} />
      {items === null && refused === null && <SlowWords text="letters.loading" />}
      <RefusalLine refused={refused} />
      {items?.length === 0 && (
        <p role="status">{t(letterQueryOf(filters) === '' ? 'letters.empty' : 'letters.emptyFound')}</p>
      )}
      {items !== null && items.length > 0 && <LetterTable rows={items} />}
      {hasMore && (
        <button type="button" onClick={more}>
          {t('letters.more')}
        </button>
      )}
      <LetterCount fresh={fresh} mayExport={role === 'supervisor' || role === 'leader'} />
    </div>
  )
}

/** Says that box or book are to be looked into, to those who do it (C1301). */
function Reminders() {
  const t = useWords()
  const box = useReading('/api/box-openings', BoxOpenings).value
  const book = useReading('/api/book-readings', BookReadings).value
  const door = <Link href="/letters/duty">{t('letters.duty')}</Link>
  return (
    <>
      {box?.isDue === true && (
        <p className="stale" role="status" data-testid="box.due">
          ▲ {t('duty.boxDue')} {door}
        </p>
      )}
      {book?.isDue === true && (
        <p className="stale" role="status" data-testid="book.due">
          ▲ {t('duty.bookDue')} {door}
        </p>
      )}
    </>
  )
}

// Each message of the topic makes a new state, and a new state is a reason to look again.
function useFresh(told: unknown): number {
  const [held, setHeld] = useState({ told, n: 0 })
  if (held.told !== told) setHeld({ told, n: held.n + 1 })
  return held.n
}

function stateOf(items: readonly unknown[] | null, isRefused: boolean, net: string): string {
  if (items === null) return isRefused ? 'error' : 'loading'
  if (net === 'offline') return 'stale'
  return items.length === 0 ? 'empty' : 'normal'
}

interface FiltersProps {
  readonly filters: LetterFilters
  readonly counts: Readonly<Record<'green' | 'yellow' | 'red', number>> | null
  readonly hasUnits: boolean
  readonly onChange: (part: Partial<LetterFilters>) => void
}

function Filters({ filters, counts, hasUnits, onChange }: FiltersProps) {
  const t = useWords()
  const language = useDayLanguage()
  const units = useUnits(hasUnits)
  return (
    <>
      <fieldset className="counters">
        <legend className="visually-hidden">{t('letters.lights')}</legend>
        {LETTER_LIGHTS.map((light) => (
          <button
            key={light}
            type="button"
            className="light"
            data-light={light}
            aria-pressed={filters.light === light}
            onClick={() => onChange({ light: filters.light === light ? null : light, open: 'yes' })}
          >
            <Light light={light} words={`${LIGHT_WORDS[light][language]} ${counts?.[light] ?? 0}`} />
          </button>
        ))}
      </fieldset>
      <section className="filters" aria-label={t('letters.filters')}>
        <LetterPick
          label="letters.channel"
          value={filters.channel}
          choices={LETTER_CHANNELS.map((value) => ({ value, label: CHANNEL_WORDS[value][language] }))}
          onChange={(value) => onChange({ channel: LETTER_CHANNELS.find((known) => known === value) ?? '' })}
        />
        <LetterPick
          label="letters.status"
          value={filters.status}
          choices={LETTER_STATUSES.map((value) => ({ value, label: LETTER_WORDS[value][language] }))}
          onChange={(value) => onChange({ status: LETTER_STATUSES.find((known) => known === value) ?? '' })}
        />
        {hasUnits && (
          <LetterPick
            label="letters.unit"
            value={filters.unit}
            choices={units}
            onChange={(unit) => onChange({ unit })}
          />
        )}
        <fieldset className="switch">
          <legend className="visually-hidden">{t('letters.range')}</legend>
          {(['yes', 'no'] as const).map((open) => (
            <button
              key={open}
              type="button"
              aria-pressed={filters.open === open}
              onClick={() => onChange({ open, light: null })}
            >
              {t(open === 'yes' ? 'letters.open' : 'letters.answered')}
            </button>
          ))}
          <button
            type="button"
            aria-pressed={filters.order}
            onClick={() => onChange({ order: !filters.order })}
          >
            {t('letters.order')}
          </button>
        </fieldset>
      </section>
    </>
  )
}
