import type { SuperviseState } from '@counter/shared/contract/supervise'
import { civilTime } from '@counter/shared/vocabulary/plain-date'
import { useState } from 'react'
import { CalendarNews } from '../../components/calendar-news.tsx'
import { LedgerNews } from '../../components/ledger-news.tsx'
import { PartGuard } from '../../components/part-guard.tsx'
import { RefusalLine } from '../../components/refusal-line.tsx'
import { SlowWords } from '../../components/slow-words.tsx'
import { useNet, useServerNow, useTopic } from '../../state/live.ts'
import { useSession } from '../../state/session.ts'
import { superviseTopic } from '../../state/supervise.ts'
import { useWords } from '../../text/words.ts'
import '../case/case.css'
import { RemainingCard } from '../desk/remaining-card.tsx'
import { OpenOrders } from '../order/open-orders.tsx'
import { StaleLine } from '../unit/stale-line.tsx'
import { AlarmLine } from './alarm-line.tsx'
import { DayClose } from './day-close.tsx'
import { DeviceTable } from './device-table.tsx'
import { HallLoad } from './hall-load.tsx'
import { IdleLookCard } from './idle-looks.tsx'
import { LateMarksLine } from './late-marks-line.tsx'
import { LeaseAttentionCard } from './lease-attention-card.tsx'
import { LeftOver } from './left-over.tsx'
import { OnTimeCard } from './on-time-card.tsx'
import { RatingsCard } from './ratings-card.tsx'
import { ReplayLink } from './replay-link.tsx'
import { RevealLimitsLine } from './reveal-limits-line.tsx'
import { SixFacts } from './six-facts.tsx'
import './supervise.css'
import { UnitTable } from './unit-table.tsx'
import { UrgentList } from './urgent-list.tsx'
import { VillageTable } from './village-table.tsx'
import { WindowTable } from './window-table.tsx'

const MINUTE_MS = 60_000

/** L-1: today in the hall and in the units, live; 「暂停刷新」 holds the figures still while they are read (2.2.2). */
export function SuperviseScreen() {
  const t = useWords()
  const { state, refused } = useTopic('supervisor', superviseTopic)
  const [held, setHeld] = useState<SuperviseState | null>(null)
  const shown = held ?? state
  const net = useNet((now) => now.net)
  const screenState =
    shown === null ? 'loading' : net === 'offline' ? 'stale' : held === null ? 'normal' : 'paused'
  return (
    <div className="case-ui" data-screen="L-1" data-state={screenState}>
      <h1>{t('l1.title')}</h1>
      <StaleLine words="l1.stale" />
      <PartGuard>
        <CalendarNews />
      </PartGuard>
      <PartGuard>
        <LedgerNews />
      </PartGuard>
      {refused !== null && <RefusalLine refused={{ code: refused, params: {} }} />}
      {shown === null && refused === null && <SlowWords text="l1.loading" />}
      {shown !== null && (
        <>
          <p className="l1-head">
            <span role="status">
              {t(held === null ? 'l1.updated' : 'l1.paused', { time: civilTime(shown.at) })}
            </span>
            <button
              type="button"
              aria-pressed={held !== null}
              onClick={() => setHeld(held === null ? shown : null)}
            >
              {t(held === null ? 'l1.pause' : 'l1.goOn')}
            </button>
          </p>
          <Figures state={shown} isHeld={held !== null} />
        </>
      )}
    </div>
  )
}

/** The parts of the board; one that fails leaves the others (U11). A leader gets no list of persons' cases. */
function Figures({ state, isHeld }: { readonly state: SuperviseState; readonly isHeld: boolean }) {
  const t = useWords()
  const now = useServerNow(MINUTE_MS)
  const role = useSession(({ session }) => session?.role)
  return (
    <>
      {state.issuedToday === 0 && <p role="status">{t('l1.noTickets')}</p>}
      <PartGuard>
        <AlarmLine alarm={state.alarm} />
      </PartGuard>
      <PartGuard>
        <LateMarksLine marks={state.lateMarks} />
      </PartGuard>
      <PartGuard>
        <RevealLimitsLine limits={state.revealLimits} />
      </PartGuard>
      <PartGuard>
        <SixFacts state={state} />
        {state.enteredLaterToday > 0 && (
          <p role="status">{t('l1.enteredLater', { n: state.enteredLaterToday })}</p>
        )}
      </PartGuard>
      {role !== 'leader' && (
        <PartGuard>
          <LeftOver what="leftOver" rows={state.leftOver} now={now} />
          <LeftOver what="notTaken" rows={state.notTaken} now={now} />
        </PartGuard>
      )}
      <PartGuard>
        <OpenOrders news={Object.values(state.orders).join()} now={now} empty="order.none" />
      </PartGuard>
      <PartGuard>
        <HallLoad minute={civilTime(now)} isHeld={isHeld} />
      </PartGuard>
      <PartGuard>
        <LeaseAttentionCard attention={state.attention} mayAct={role === 'supervisor'} />
      </PartGuard>
      {role !== 'leader' && (
        <PartGuard>
          <UrgentList rows={state.urgent} now={now} />
        </PartGuard>
      )}
      <PartGuard>
        <UnitTable state={state} />
      </PartGuard>
      <PartGuard>
        <OnTimeCard minute={civilTime(now)} isHeld={isHeld} />
      </PartGuard>
      <PartGuard>
        <RatingsCard minute={civilTime(now)} isHeld={isHeld} />
      </PartGuard>
      {role === 'supervisor' && (
        <PartGuard>
          <IdleLookCard />
        </PartGuard>
      )}
      <PartGuard>
        <WindowTable windows={state.windows} />
      </PartGuard>
      <PartGuard>
        <VillageTable villages={state.byVillage} />
      </PartGuard>
      {role === 'supervisor' && (
        <PartGuard>
          <RemainingCard waiting={state.waiting} />
          <DayClose />
        </PartGuard>
      )}
      <PartGuard>
        <DeviceTable devices={state.devices} />
        {role === 'supervisor' && <ReplayLink />}
      </PartGuard>
    </>
  )
}
