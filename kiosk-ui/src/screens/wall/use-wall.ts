import type { LiveLink } from '@counter/shared/client/live-link'
import { instantOf } from '@counter/shared/vocabulary/plain-date'
import type { Instant } from '@counter/shared/vocabulary/time'
import { useEffect, useRef, useState } from 'react'
import { followCentre } from '../../state/centre.ts'
import { followHall } from '../../state/hall.ts'
import { canSpeak, speak } from '../../voice/browser-speech.ts'
import { type ClipBank, openClipBank } from '../../voice/clip-bank.ts'
import { startHallVoice } from '../../voice/hall-voice.ts'
import { playerOf } from '../../voice/player.ts'

const TICK_MS = 250

/** The wall's own life: its line, its voice, and the time by which everything on it is drawn. */
export interface WallLife {
  readonly now: Instant
  readonly hasSound: boolean
  /** How long the wall has been running, for the words of a start that does not succeed. */
  readonly runningMs: number
  readonly acknowledgeShown: (seq: number) => void
}

/** Opens the line and the voice while the wall is mounted, and draws it anew four times a second. */
export function useWall(): WallLife {
  const link = useRef<LiveLink | null>(null)
  const startedAt = useRef(performance.now())
  const [life, setLife] = useState({ now: instantOf(Date.now()), hasSound: true, runningMs: 0 })
  useEffect(() => {
    const bank = openClipBank()
    const player = playerOf(bank, { canSpeak, speak })
    const opened = followHall(reloadForNewBuild())
    link.current = opened
    const tick = () => {
      const runningMs = performance.now() - startedAt.current
      setLife({ now: opened.now(), hasSound: player.hasSound(), runningMs })
    }
    const stops = [startHallVoice(opened, player), followCentre(), wakeSound(bank), repeat(tick)]
    return () => {
      for (const stop of stops) stop()
      opened.close()
      bank?.close()
    }
  }, [])
  return { ...life, acknowledgeShown: (seq) => link.current?.acknowledge(seq, 'shown') }
}

// Nobody types at a wall, so a new build is loaded at once (N1).
function reloadForNewBuild(): (build: string) => void {
  let first: string | null = null
  return (build) => {
    first ??= build
    if (build !== first) location.reload()
  }
}

// A browser without the wall's own switches gives sound only after a touch or a key.
function wakeSound(bank: ClipBank | null): () => void {
  if (bank === null) return () => undefined
  const wake = () => bank.open()
  wake()
  window.addEventListener('pointerdown', wake)
  window.addEventListener('keydown', wake)
  return () => {
    window.removeEventListener('pointerdown', wake)
    window.removeEventListener('keydown', wake)
  }
}

function repeat(tick: () => void): () => void {
  const timer = setInterval(tick, TICK_MS)
  return () => clearInterval(timer)
}
