import type { HallState } from '@counter/shared/contract/hall'
import { timeWords } from '@counter/shared/vocabulary/date-words'
import { civilTime } from '@counter/shared/vocabulary/plain-date'
import type { Instant } from '@counter/shared/vocabulary/time'
import { type ReactNode, useEffect, useRef } from 'react'
import './wall.css'
import { bringFontAndRefusals } from '../../state/after-first-page.ts'
import { useHall } from '../../state/hall.ts'
import { useText } from '../../text/text.ts'
import { createShownOnce } from './shown-once.ts'
import { useWall } from './use-wall.ts'
import { WallFooter, WallHeader } from './wall-edges.tsx'
import { WallLastCalls } from './wall-last-calls.tsx'
import { WallRowLine } from './wall-row.tsx'
import { rowsOf, type WallRow } from './wall-rows.ts'
import { WallSide } from './wall-side.tsx'
import { type WallState, wallStateOf } from './wall-state.ts'

const ONE_COLUMN = 5

/** W-1: the hall's screen. Numbers, windows and times alone (U23). */
export function WallScreen(): ReactNode {
  const { now, sound, runningMs, acknowledgeShown } = useWall()
  const known = useHall()
  const state = wallStateOf(known, now, runningMs)
  useEffect(bringFontAndRefusals, [])
  return (
    <div className="wall" data-screen="W-1" data-state={state}>
      <WallHeader now={now} sound={sound} />
      {state === 'offline' && known.staleSince !== null && <StaleBanner since={known.staleSince} />}
      {known.hall === null || state === 'blind' ? (
        <WallWords state={state} />
      ) : (
        <WallHall hall={known.hall} state={state} now={now} onShown={acknowledgeShown} />
      )}
      <WallFooter />
    </div>
  )
}

/** The hall's part of the wall; the replay of a day draws the same (Q59). */
interface WallHallProps {
  readonly hall: HallState
  readonly state: WallState
  readonly now: Instant
  readonly onShown: (seq: number) => void
}

export function WallHall({ hall, state, now, onShown }: WallHallProps): ReactNode {
  const say = useText()
  const rows = rowsOf(hall, now)
  useShownOnce(rows, onShown)
  return (
    <main className="wall-hall">
      <div className="wall-calls">
        {state === 'empty' && <p className="wall-words">{say('wall.empty')}</p>}
        {state !== 'empty' && rows.length === 0 && <p className="wall-words">{say('wall.noWindow')}</p>}
        {state !== 'empty' && (
          <ul
            className="wall-rows"
            aria-label={say('wall.calls')}
            data-columns={rows.length > ONE_COLUMN ? 2 : 1}
          >
            {rows.map((row) => (
              <WallRowLine key={row.window} row={row} />
            ))}
          </ul>
        )}
        <WallLastCalls calls={hall.figures.lastCalls} />
      </div>
      <WallSide figures={hall.figures} />
    </main>
  )
}

function StaleBanner({ since }: { readonly since: Instant }): ReactNode {
  const say = useText()
  return (
    <p className="wall-banner" data-testid="wall.banner" role="alert">
      {say('wall.stale', { time: timeWords(civilTime(since)) })}
    </p>
  )
}

const WORDS = { loading: 'wall.loading', error: 'wall.error', blind: 'wall.blind' } as const

function WallWords({ state }: { readonly state: WallState }): ReactNode {
  const say = useText()
  if (state !== 'loading' && state !== 'error' && state !== 'blind') return null
  return (
    <main className="wall-hall">
      <p className="wall-words" role={state === 'loading' ? 'status' : 'alert'}>
        {say(WORDS[state])}
      </p>
    </main>
  )
}

// Two frames: the first one draws the row, the second begins only after it was painted (Q52).
function useShownOnce(rows: readonly WallRow[], onShown: (seq: number) => void): void {
  const once = useRef(createShownOnce())
  useEffect(() => {
    const fresh = once.current.take(
      rows.flatMap(({ seq, isFresh }) => (seq !== null && isFresh ? [seq] : [])),
    )
    if (fresh.length === 0) return
    requestAnimationFrame(() =>
      requestAnimationFrame(() => {
        for (const seq of fresh) onShown(seq)
      }),
    )
  }, [rows, onShown])
}
