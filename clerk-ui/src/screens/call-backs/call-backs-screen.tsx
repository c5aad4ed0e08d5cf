import { CallBackList } from '@counter/shared/contract/call-backs'
import { RefusalLine } from '../../components/refusal-line.tsx'
import { SlowWords } from '../../components/slow-words.tsx'
import { useNet } from '../../state/live.ts'
import { useSession } from '../../state/session.ts'
import { useReading } from '../../state/use-reading.ts'
import { useWords } from '../../text/words.ts'
import '../case/case.css'
import { StaleLine } from '../unit/stale-line.tsx'
import { CallBackCard } from './call-back-card.tsx'
import { ClerkForm } from './clerk-form.tsx'
import { DrawTable } from './draw-table.tsx'

/** L-8 回访抽查: whom the centre calls back about what a point delivered, and what came of it (V20). */
export function CallBacksScreen() {
  const words = useWords()
  const net = useNet((state) => state.net)
  const isSupervisor = useSession(({ session }) => session?.role) === 'supervisor'
  const { value, refused, put } = useReading('/api/call-backs', CallBackList)
  const settle = (next: CallBackList) => put(() => next)
  const open = value?.items.filter(({ settledAt }) => settledAt === null) ?? []
  return (
    <section className="case-ui stack" data-screen="L-8" data-state={stateOf(value, refused !== null, net)}>
      <h1>{words('callBack.title')}</h1>
      <StaleLine words="point.stale" />
      <p>{words('callBack.how')}</p>
      <RefusalLine refused={refused} />
      {value === null && refused === null && <SlowWords />}
      {value !== null && !value.mayCall && <p role="status">{words('callBack.notNamed')}</p>}
      {value?.mayCall === true && (
        <>
          <p role="status">
            {open.length === 0 ? words('callBack.none') : words('callBack.open', { n: open.length })}
          </p>
          <ul className="plain stack">
            {value.items.map((line) => (
              <CallBackCard key={line.case} line={line} onDone={settle} />
            ))}
          </ul>
          <DrawTable draws={value.draws} />
          {isSupervisor && <ClerkForm list={value} onDone={settle} />}
        </>
      )}
    </section>
  )
}

function stateOf(list: CallBackList | null, isRefused: boolean, net: string): string {
  if (list === null) return isRefused ? 'error' : 'loading'
  if (net === 'offline') return 'stale'
  return list.items.length === 0 ? 'empty' : 'normal'
}
