import type { CaseRow } from '@counter/shared/contract/case-row'
import { civilDate } from '@counter/shared/vocabulary/plain-date'
import { useRef, useState } from 'react'
import { useLocation, useSearch } from 'wouter'
import { SlowWords } from '../../components/slow-words.tsx'
import { countByLight, countsNow, shownRows } from '../../state/case-list.ts'
import { useNet, useServerNow } from '../../state/live.ts'
import { useSession } from '../../state/session.ts'
import { useBoardNews } from '../../state/use-board-news.ts'
import { useWords } from '../../text/words.ts'
import '../case/case.css'
import { BoardColumns } from './board-columns.tsx'
import { type BoardFilters, filtersOf, queryOf } from './board-filters.ts'
import { CaseTable } from './case-table.tsx'
import { FilterBar } from './filter-bar.tsx'
import { LightCounters } from './light-counters.tsx'
import { StaleLine } from './stale-line.tsx'
import { UrgeLine } from './urge-line.tsx'
import { useBoardPlaces } from './use-board-places.ts'
import { type CaseRows, useCaseRows } from './use-case-rows.ts'
import './unit.css'

const MINUTE_MS = 60_000

/** C-4: the open cases by the time left, a page of 200 and one more at each press; counted by light over all of them, and read again at each piece of news and each new day. */
export function BoardScreen() {
  const t = useWords()
  const filters = filtersOf(useSearch())
  const [, go] = useLocation()
  const session = useSession((state) => state.session)
  const now = useServerNow(MINUTE_MS)
  const net = useNet((state) => state.net)
  const news = useBoardNews(session)
  const [attempt, setAttempt] = useState(0)
  const [pages, setPages] = useState(1)
  // Days left are the server's count: after midnight they are asked for anew.
  const found = useCaseRows({ ...filters, pages }, news, attempt + Number(civilDate(now).replace(/-/g, '')))
  const rows = shownRows(found.rows, now)
  const places = useBoardPlaces()
  const picked = filters.light === null ? rows : rows.filter(({ light }) => light === filters.light)

  function change(part: Partial<BoardFilters>): void {
    go(`/board${queryOf({ ...filters, ...part })}`, { replace: true })
  }

  return (
    <div className="case-ui" data-screen="C-4" data-state={stateOf(found, net)}>
      <h1>{t('board.title')}</h1>
      <StaleLine words="board.stale" />
      <LightCounters
        counts={found.counts === null ? countByLight(rows) : countsNow(found.counts, found.rows, now)}
        picked={filters.light}
        onPick={(light) => change({ light })}
      />
      <FilterBar filters={filters} {...places} onChange={change} />
      <BoardState
        found={found}
        shown={picked.length}
        onAgain={() => setAttempt(attempt + 1)}
        onMore={() => setPages(pages + 1)}
      />
      {picked.length > 0 && (
        <BoardRows
          rows={picked}
          isCut={found.isCut}
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
  readonly isCut: boolean
  readonly now: Parameters<typeof shownRows>[1]
  readonly view: BoardFilters['view']
  readonly mayUrge: boolean
  readonly onOpen: (row: CaseRow) => void
}

function BoardRows({ rows, isCut, now, view, mayUrge, onOpen }: BoardRowsProps) {
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
        <BoardColumns rows={rows} isCut={isCut} now={now} {...urging} />
      )}
    </>
  )
}
