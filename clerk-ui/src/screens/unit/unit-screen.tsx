import type { CaseListState, LightCounts } from '@counter/shared/contract/case-lists'
import type { CaseRow } from '@counter/shared/contract/case-row'
import type { CaseId, UnitCode } from '@counter/shared/vocabulary/ids'
import { useState } from 'react'
import { useLocation } from 'wouter'
import { PartGuard } from '../../components/part-guard.tsx'
import { RefusalLine } from '../../components/refusal-line.tsx'
import { SlowWords } from '../../components/slow-words.tsx'
import { caseListTopic, countByLight, isForToday, isNewlyArrived, shownRows } from '../../state/case-list.ts'
import { useNet, useServerNow, useTopic } from '../../state/live.ts'
import { useSession } from '../../state/session.ts'
import { useWords } from '../../text/words.ts'
import '../case/case.css'
import { ReturnTasks } from '../case/return-tasks.tsx'
import { WithdrawalAsks } from '../case/withdrawal-asks.tsx'
import { OpenOrders } from '../order/open-orders.tsx'
import { AskedOfUs } from './asked-of-us.tsx'
import { CaseTable } from './case-table.tsx'
import { LightCounters } from './light-counters.tsx'
import { StaleLine } from './stale-line.tsx'
import { UnitCase } from './unit-case.tsx'
import './unit.css'

const MINUTE_MS = 60_000

/** B-1: the live list of the handler's own unit; a case opens beside it and is finished without leaving the list. */
export function UnitScreen() {
  const t = useWords()
  const session = useSession((state) => state.session)
  if (session === null) return null
  if (session.unit === null)
    return (
      <div className="case-ui" data-screen="B-1" data-state="refused">
        <p role="status">{t('unit.noUnit')}</p>
      </div>
    )
  return <UnitList unit={session.unit} unitName={session.unitName ?? session.unit} />
}

function UnitList({ unit, unitName }: { readonly unit: UnitCode; readonly unitName: string }) {
  const t = useWords()
  const net = useNet((state) => state.net)
  const { state, refused } = useTopic(`unit:${unit}`, caseListTopic)
  return (
    <div
      className="case-ui"
      data-screen="B-1"
      data-state={state === null ? 'loading' : stateOf(state.cases, net)}
    >
      <h1>{t('unit.title', { unit: unitName })}</h1>
      <StaleLine words="board.stale" />
      {refused !== null && <RefusalLine refused={{ code: refused, params: {} }} />}
      {state === null && refused === null && <SlowWords text="board.loading" />}
      {state !== null && <UnitRows cases={state.cases} counts={state.counts} />}
    </div>
  )
}

function stateOf(cases: readonly CaseRow[], net: string): string {
  if (net === 'offline') return 'stale'
  return cases.length === 0 ? 'empty' : 'normal'
}

// The live list holds the most urgent cases of a unit, the counters all of them (U34).
function isWhole(cases: readonly CaseRow[], counts: LightCounts): boolean {
  return Object.values(counts).reduce((sum, n) => sum + n, 0) <= cases.length
}

function UnitRows({ cases, counts }: CaseListState) {
  const t = useWords()
  const now = useServerNow(MINUTE_MS)
  const [, go] = useLocation()
  const [opened, setOpened] = useState<CaseId | null>(null)
  const [picked, setPicked] = useState<CaseRow['light'] | null>(null)
  const rows = shownRows(cases, now)
  const shown = picked === null ? rows : rows.filter(({ light }) => light === picked)

  function close(): void {
    const id = opened
    setOpened(null)
    document.querySelector<HTMLElement>(`[data-case="${id}"]`)?.focus()
  }

  return (
    <>
      <p className="unit-facts">
        <strong>{t('unit.newlyArrived', { n: rows.filter(isNewlyArrived).length })}</strong>
        <strong>{t('unit.forToday', { n: rows.filter((row) => isForToday(row, now)).length })}</strong>
      </p>
      <LightCounters
        counts={isWhole(cases, counts) ? countByLight(rows) : counts}
        picked={picked}
        onPick={setPicked}
      />
      {shown.length === 0 && <p role="status">{t(rows.length === 0 ? 'unit.empty' : 'board.columnEmpty')}</p>}
      <PartGuard>
        <AskedOfUs news={cases} />
      </PartGuard>
      <PartGuard>
        <ReturnTasks news={cases} />
      </PartGuard>
      <PartGuard>
        <WithdrawalAsks news={cases} />
      </PartGuard>
      <PartGuard>
        <OpenOrders news={cases} now={now} empty={null} />
      </PartGuard>
      <div className={opened === null ? 'unit-panes' : 'unit-panes open'}>
        {shown.length > 0 && (
          <CaseTable rows={shown} now={now} caption="unit.caption" onOpen={({ id }) => setOpened(id)} />
        )}
        {opened !== null && (
          <UnitCase key={opened} id={opened} onClose={close} onWhole={() => go(`/cases/${opened}`)} />
        )}
      </div>
    </>
  )
}
