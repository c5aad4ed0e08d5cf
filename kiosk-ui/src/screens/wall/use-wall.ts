import type { LiveLink } from '@counter/shared/client/live-link'
import { instantOf } from '@counter/shared/vocabulary/plain-date'
import type { Instant } from '@counter/shared/vocabulary/time'
import { HALL_CLIP_KEYS } from '@counter/shared/vocabulary/voice'
import { useEffect, useRef, useState } from 'react'
import { useDevice } from '../../device.ts'
import { followCentre, useCentre } from '../../state/centre.ts'
import { notePageBuild, startDeviceReports } from '../../state/device-report.ts'
import { followHall, useHall } from '../../state/hall.ts'
import { canSpeak, speak } from '../../voice/browser-speech.ts'
import { type ClipBank, openClipBank } from '../../voice/clip-bank.ts'
import { startHallVoice } from '../../voice/hall-voice.ts'
import { isMuted } from '../../voice/mute.ts'
import { playerOf } from '../../voice/player.ts'
import type { WallSound } from './wall-sound.tsx'

const TICK_MS = 250

/** The wall's own life: its line, its voice, and the time by which everything on it is drawn. */
export interface WallLife {
  readonly now: Instant
  readonly sound: WallSound
  /** How long the wall has been running, for the words of a start that does not succeed. */
  readonly runningMs: number
  readonly acknowledgeShown: (seq: number) => void
}

/** Opens the line and the voice while the wall is mounted, and draws it anew four times a second. */
export function useWall(): WallLife {
  const link = useRef<LiveLink | null>(null)
  const startedAt = useRef(performance.now())
  const [life, setLife] = useState<Omit<WallLife, 'acknowledgeShown'>>({
    now: instantOf(Date.now()),
    sound: 'on',
    runningMs: 0,
  })
  useEffect(() => {
    const bank = openClipBank(HALL_CLIP_KEYS)
    const player = playerOf(bank, { canSpeak, speak })
    const opened = followHall(reloadForNewBuild())
    link.current = opened
    const reports = startDeviceReports('wall', () => (player.hasSound() ? 'on' : 'off'))
    const tick = () => {
      const runningMs = performance.now() - startedAt.current
      setLife({ now: opened.now(), sound: soundOf(player.hasSound(), opened.now()), runningMs })
    }
    const part = {
      deviceId: () => useDevice.getState().deviceId,
      speaks: doesSpeak,
      isMuted: isMutedNow,
      onTested: reports.tested,
    }
    const stops = [
      startHallVoice(opened, player, part),
      reports.stop,
      followCentre(),
      wakeSound(bank),
      repeat(tick),
    ]
    return () => {
      for (const stop of stops) stop()
      opened.close()
      bank?.close()
    }
  }, [])
  return { ...life, acknowledgeShown: (seq) => link.current?.acknowledge(seq, 'shown') }
}

function doesSpeak(): boolean {
  const { deviceId } = useDevice.getState()
  return deviceId !== null && useHall.getState().hall?.speakingWall === deviceId
}

function isMutedNow(now: Instant): boolean {
  return isMuted(useCentre.getState().hall?.settings.voiceMute ?? null, now)
}

// Before the hall has spoken nobody knows who speaks for it, so the wall says only what it can do itself.
function soundOf(hasSound: boolean, now: Instant): WallSound {
  if (useHall.getState().hall !== null && !doesSpeak()) return 'listening'
  if (!hasSound) return 'off'
  return isMutedNow(now) ? 'muted' : 'on'
}

// Nobody types at a wall, so a new build is loaded at once (N1).
function reloadForNewBuild(): (build: string) => void {
  let first: string | null = null
  return (build) => {
    notePageBuild(build)
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
