import { readOrCopy } from '@counter/shared/client/copies'
import { OwnPrinter } from '@counter/shared/contract/paper'
import { create } from 'zustand'
import { readerOf } from './reader.ts'

const NO_PAPER = 'counter.noPaper'

/** The printer of this kiosk; nobody has set one: the browser prints on 80 mm. */
export const useOwnPrinter = create<OwnPrinter>(() => ({
  kind: 'browser',
  width: 80,
  showsMatter: false,
  hasNoPaper: localStorage.getItem(NO_PAPER) !== null,
}))

/** Remembered beyond a reload, so that K-1 says it before anybody takes a number in vain (K-1). */
export function setNoPaper(hasNoPaper: boolean): void {
  useOwnPrinter.setState({ hasNoPaper })
  try {
    if (hasNoPaper) localStorage.setItem(NO_PAPER, 'yes')
    else localStorage.removeItem(NO_PAPER)
  } catch {
    // A full store costs only the memory of it; the number on the screen must not wait for that (U21).
  }
}

const EVERY_MS = 60_000
const SOON_MS = 5_000

/** Asks now and every minute how papers come out here, and whether staff have dealt with the last trouble. */
export function followOwnPrinter(): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  let isStopped = false
  const read = async (): Promise<void> => {
    const answer = await readOrCopy('/api/printers/own', OwnPrinter, readerOf('kiosk'))
    if (isStopped) return
    if (answer.ok) adopt(answer.value.value, answer.value.copiedOn === null)
    const isFresh = answer.ok && answer.value.copiedOn === null
    timer = setTimeout(() => void read(), isFresh ? EVERY_MS : SOON_MS)
  }
  void read()
  return () => {
    isStopped = true
    clearTimeout(timer)
  }
}

// An old copy knows the printer, but not whether there is paper now.
function adopt({ kind, width, showsMatter, hasNoPaper }: OwnPrinter, isFresh: boolean): void {
  useOwnPrinter.setState({ kind, width, showsMatter })
  if (isFresh) setNoPaper(hasNoPaper)
}
