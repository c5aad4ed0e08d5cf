import { readOrCopy } from '@counter/shared/client/copies'
import { Hall } from '@counter/shared/contract/hall'
import { create } from 'zustand'
import { readerOf } from './reader.ts'

interface CentreState {
  /** Null until the first answer or copy. */
  readonly hall: Hall | null
}

/** The centre's words, tiles, hours and settings. */
export const useCentre = create<CentreState>(() => ({ hall: null }))

const EVERY_MS = 60_000
const SOON_MS = 3_000

/** Reads the centre's words now and every minute; a kiosk that starts without a network takes the copy (K-1 boot). */
export function followCentre(): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  let isStopped = false
  const read = async (): Promise<void> => {
    const answer = await readOrCopy('/api/hall', Hall, readerOf('kiosk'))
    if (isStopped) return
    if (answer.ok) useCentre.setState({ hall: answer.value.value })
    const isFresh = answer.ok && answer.value.copiedOn === null
    timer = setTimeout(() => void read(), isFresh ? EVERY_MS : SOON_MS)
  }
  void read()
  return () => {
    isStopped = true
    clearTimeout(timer)
  }
}
