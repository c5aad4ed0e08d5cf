import type { Replay } from '@counter/shared/contract/replay'
import { dateWords, timeWords } from '@counter/shared/vocabulary/date-words'
import { civilDate, civilTime, instantOf } from '@counter/shared/vocabulary/plain-date'
import type { PlainDate } from '@counter/shared/vocabulary/time'
import { type ReactNode, useEffect, useMemo, useState } from 'react'
import { bringFontAndRefusals } from '../../state/after-first-page.ts'
import './wall.css'
import { hallAt, readReplay, spanOf } from '../../state/replay.ts'
import { useText } from '../../text/text.ts'
import { WallHall } from './wall-screen.tsx'

const SPEEDS = [1, 10, 60, 300] as const
const TICK_MS = 250
const DAY = /^#(\d{4}-\d{2}-\d{2})$/

/** A day again on the wall, marked 「回放」: the same picture, without voice and without telling anybody (Q59). */
export function ReplayScreen(): ReactNode {
  const say = useText()
  const [replay, setReplay] = useState<Replay | null>(null)
  const [isMissing, setMissing] = useState(false)
  useEffect(bringFontAndRefusals, [])
  useEffect(() => {
    const day = DAY.exec(location.hash)?.[1]
    if (day === undefined) return setMissing(true)
    void readReplay(day as PlainDate).then((answer) => {
      if (answer.ok) setReplay(answer.value)
      else setMissing(true)
    })
  }, [])
  const span = replay === null ? null : spanOf(replay)
  if (replay !== null && span !== null) return <ReplayDay replay={replay} span={span} />
  const words = isMissing ? 'replay.closed' : replay === null ? 'replay.loading' : 'replay.empty'
  return (
    <div className="wall" data-screen="W-1 replay" data-state={isMissing ? 'error' : 'empty'}>
      <main className="wall-hall">
        <p className="wall-words" role="status">
          {say(words)}
        </p>
      </main>
    </div>
  )
}

interface ReplayDayProps {
  readonly replay: Replay
  readonly span: { readonly fromMs: number; readonly untilMs: number }
}

function ReplayDay({ replay, span }: ReplayDayProps): ReactNode {
  const say = useText()
  const [speed, setSpeed] = useState<number>(10)
  const [isRunning, setRunning] = useState(true)
  const [nowMs, setNowMs] = useState(span.fromMs)
  useEffect(() => {
    if (!isRunning) return
    const timer = setInterval(
      () => setNowMs((known) => Math.min(known + TICK_MS * speed, span.untilMs)),
      TICK_MS,
    )
    return () => clearInterval(timer)
  }, [isRunning, speed, span.untilMs])
  const now = instantOf(nowMs)
  const hall = useMemo(() => hallAt(replay, now), [replay, now])
  return (
    <div className="wall wall-replay" data-screen="W-1 replay" data-state="normal">
      <header className="wall-header">
        <h1>{say('replay.mark')}</h1>
        <p data-testid="replay.time">
          {dateWords(civilDate(now), 'zh')} {timeWords(civilTime(now))}
        </p>
        <p>{say('replay.silent')}</p>
      </header>
      <WallHall hall={hall} state="normal" now={now} onShown={() => undefined} />
      <footer className="wall-footer">
        <button type="button" onClick={() => setRunning(!isRunning)}>
          {say(isRunning ? 'replay.stop' : 'replay.go')}
        </button>
        <label className="wall-replay-time">
          {say('replay.at')}
          <input
            type="range"
            min={span.fromMs}
            max={span.untilMs}
            step={1_000}
            value={nowMs}
            aria-valuetext={timeWords(civilTime(now))}
            onChange={(event) => setNowMs(Number(event.target.value))}
          />
        </label>
        {SPEEDS.map((each) => (
          <button key={each} type="button" aria-pressed={each === speed} onClick={() => setSpeed(each)}>
            {say('replay.speed', { n: each })}
          </button>
        ))}
      </footer>
    </div>
  )
}
