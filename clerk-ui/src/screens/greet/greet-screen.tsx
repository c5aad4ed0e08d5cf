import { useState } from 'react'
import { Link } from 'wouter'
import { PartGuard } from '../../components/part-guard.tsx'
import { RefusalLine } from '../../components/refusal-line.tsx'
import { SlowWords } from '../../components/slow-words.tsx'
import { greetTopic } from '../../state/greet.ts'
import { useNet, useTopic } from '../../state/live.ts'
import { useWords } from '../../text/words.ts'
import { StaleLine } from '../unit/stale-line.tsx'
import { GiveNumber, type Previous } from './give-number.tsx'
import './greet.css'
import { HelpCalls } from './help-calls.tsx'
import { MissedNumbers } from './missed-numbers.tsx'
import { NumberSearch } from './number-search.tsx'
import { WindowGlance } from './window-glance.tsx'

/** 导服台: the tablet of the person who greets. Help calls first, then numbers, then the hall at a glance. */
export function GreetScreen() {
  const words = useWords()
  const { state, refused } = useTopic('greet', greetTopic)
  const [previous, setPrevious] = useState<Previous | null>(null)
  const net = useNet((now) => now.net)
  const shown = state === null ? 'loading' : net === 'offline' ? 'stale' : 'normal'
  return (
    <div className="greet" data-screen="G-1" data-state={refused === null ? shown : 'error'}>
      <h1 className="visually-hidden">{words('greet.title')}</h1>
      <StaleLine words="greet.stale" />
      {refused !== null && <RefusalLine refused={{ code: refused, params: {} }} />}
      {state === null && refused === null && <SlowWords />}
      {state !== null && (
        <>
          <HelpCalls devices={state.devices} />
          <div className="greet-parts">
            <PartGuard>
              <GiveNumber byTopic={state.byTopic} previous={previous} onForget={() => setPrevious(null)} />
            </PartGuard>
            <div className="stack">
              <PartGuard>
                <NumberSearch state={state} />
              </PartGuard>
              <PartGuard>
                <MissedNumbers missed={state.missed} onNew={setPrevious} />
              </PartGuard>
            </div>
          </div>
          <PartGuard>
            <WindowGlance state={state} />
          </PartGuard>
          <p>
            <Link href="/greet/paper">{words('pd.link')}</Link>
          </p>
        </>
      )}
    </div>
  )
}
