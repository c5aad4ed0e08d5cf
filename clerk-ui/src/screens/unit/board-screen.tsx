import type { CaseRow } from '@counter/shared/contract/cases'
import { civilDate } from '@counter/shared/vocabulary/plain-date'
import { useEffect, useRef, useState } from 'react'
import { useLocation, useSearch } from 'wouter'
import { SlowWords } from '../../components/slow-words.tsx'
import { countByLight, shownRows } from '../../state/case-list.ts'
import { useNet, useServerNow } from '../../state/live.ts'
import { useSession } from '../../state/session.ts'
import { useWords } from '../../text/words.ts'
import '../case/case.css'
import { BoardColumns } from './board-columns.tsx'
import {
  type BoardFilters,
  filtersOf,
  type Place,
  type PlaceKind,
  placesOf,
  queryOf,
} from './board-filters.ts'
import { CaseTable } from './case-table.tsx'
import { FilterBar } from './filter-bar.tsx'
import { LightCounters } from './light-counters.tsx'
import { StaleLine } from './stale-line.tsx'
import { UrgeLine } from './urge-line.tsx'
import { useBoardNews } from './use-board-news.ts'
import { type CaseRows, useCaseRows } from './use-case-rows.ts'
import './unit.css'

const MINUTE_MS = 60_000
/** Pages of 200 rows that are read at once; a press reads as many again. */
const FIRST_PAGES = 5

/** C-4: every open case by the time left, counted by light; read again at each piece of news and each new day. */
export function BoardScreen() {
  const t = useWords()
  const filters = filtersOf(useSearch())
  const [, go] = useLocation()
  const session = useSession((state) => state.session)
  const now = useServerNow(MINUTE_MS)
  const net = useNet((state) => state.net)
  const news = useBoardNews(session)
  const [attempt, setAttempt] = useState(0)
  const [pages, setPages] = useState(FIRST_PAGES)
  // Days left are the server's count: after midnight they are asked for anew.
  const found = useCaseRows({ ...filters, pages }, news, attempt + Number(civilDate(now).replace(/-/g, '')))
  const rows = shownRows(found.rows, now)
  const units = usePlaces(found.rows, 'unit')
  const villages = usePlaces(found.rows, 'village')
  const items = usePlaces(found.rows, 'item')
  const picked = filters.light === null ? rows : rows.filter(({ light }) => light === filters.light)

  function change(part: Partial<BoardFilters>): void {
    go(`/board${queryOf({ ...filters, ...part })}`, { replace: true })
  }

  return (
    <div className="case-ui" data-screen="C-4" data-state={stateOf(found, net)}>
      <h1>{t('board.title')}</h1>
      <StaleLine words="board.stale" />
      <LightCounters
        counts={countByLight(rows)}
        picked={filters.light}
        onPick={(light) => change({ light })}
      />
      <FilterBar filters={filters} units={units} villages={villages} items={items} onChange={change} />
      <BoardState
        found={found}
        shown={picked.length}
        onAgain={() => setAttempt(attempt + 1)}
        onMore={() => setPages(pages + FIRST_PAGES)}
      />
      {picked.length > 0 && (
        <BoardRows
          rows={picked}
          now={now}
          view={filters.view}
          mayUrge={session?.role === 'supervisor'}
          onOpen={(row) => go(`/cases/${row.id}`)}
        />
      )}
    </div>
  )
}

function stateOf({ phase, rows }: CaseRows, net: string): string {
  if (phase !== 'ready') return phase === 'loading' ? 'loading' : 'error'
  if (net === 'offline') return 'stale'
  return rows.length === 0 ? 'empty' : 'normal'
}

/** Loading, failed, nothing to show, or cut: in words (screens.md 4). */
function BoardState(props: {
  readonly found: CaseRows
  readonly shown: number
  readonly onAgain: () => void
  readonly onMore: () => void
}) {
  const t = useWords()
  const { phase, isCut, rows, recounting } = props.found
  if (phase === 'loading') return <SlowWords text="board.loading" />
  return (
    <>
      {phase === 'failed' && (
        <p role="alert">
          {t('board.failed')}{' '}
          <button type="button" onClick={props.onAgain}>
            {t('board.retry')}
          </button>
        </p>
      )}
      {phase === 'ready' && props.shown === 0 && <p role="status">{t('board.empty')}</p>}
      {recounting > 0 && (
        <p role="status" data-testid="board.recounting">
          ▲ {t('board.recounting', { n: recounting })}
        </p>
      )}
      {isCut && (
        <p className="small">
          {t('board.truncated', { n: rows.length })}{' '}
          <button type="button" onClick={props.onMore}>
            {t('board.more')}
          </button>
        </p>
      )}
    </>
  )
}

interface BoardRowsProps {
  readonly rows: readonly CaseRow[]
  readonly now: Parameters<typeof shownRows>[1]
  readonly view: BoardFilters['view']
  readonly mayUrge: boolean
  readonly onOpen: (row: CaseRow) => void
}

function BoardRows({ rows, now, view, mayUrge, onOpen }: BoardRowsProps) {
  const [urged, setUrged] = useState<CaseRow | null>(null)
  const before = useRef<HTMLElement | null>(null)
  const urge = (row: CaseRow) => {
    before.current = document.activeElement instanceof HTMLElement ? document.activeElement : null
    setUrged(row)
  }
  const urging = mayUrge ? { onUrge: urge } : {}
  return (
    <>
      {urged !== null && (
        <UrgeLine
          key={urged.id}
          row={urged}
          onClose={() => {
            setUrged(null)
            before.current?.focus()
          }}
        />
      )}
      {view === 'list' ? (
        <CaseTable rows={rows} now={now} caption="board.caption" onOpen={onOpen} {...urging} />
      ) : (
        <BoardColumns rows={rows} now={now} {...urging} />
      )}
    </>
  )
}

function usePlaces(rows: readonly CaseRow[], which: PlaceKind): readonly Place[] {
  const [places, setPlaces] = useState<readonly Place[]>([])
  useEffect(() => setPlaces((known) => placesOf(known, rows, which)), [rows, which])
  return places
}
