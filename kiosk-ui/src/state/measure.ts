import { newCommandId, sendCommand } from '@counter/shared/client/commands'
import { Done } from '@counter/shared/contract/fields'
import { create } from 'zustand'
import { asDevice } from '../device.ts'

// Rows of the device table whose resolution names them; a screen that nobody has measured counts as 15.6″ (U2).
const PX_PER_MM: Readonly<Partial<Record<string, number>>> = { '1080x1920': 4.03, '1366x768': 3.33 }
const UNMEASURED = 5.55
const MEASURED = 'counter.pxPerMm'
const MM_PER_INCH = 25.4
const LEAST = 1
const MOST = 30

/** A bank card is this long, everywhere (ISO/IEC 7810). */
export const CARD_MM = 85.6

/** The diagonals that kiosks are sold with, in inches. */
export const DIAGONALS = [13.3, 15.6, 18.5, 21.5, 23.8, 27, 32] as const

interface Measure {
  readonly pxPerMm: number
  readonly isMeasured: boolean
}

/** How many pixels of this screen are a millimetre; every size of the page follows it (U1 to U4). */
export const useMeasure = create<Measure>(() => knownMeasure())

/** Writes the screen's millimetres to the page: as measured, else by the device table (U2). */
export function applyMeasure(): void {
  document.documentElement.style.setProperty('--mm', `${useMeasure.getState().pxPerMm}px`)
}

/** This screen was measured; it stays measured without a network too. */
export function saveMeasure(measured: number): void {
  if (Number(localStorage.getItem(MEASURED)) === measured) return
  localStorage.setItem(MEASURED, String(measured))
  useMeasure.setState({ pxPerMm: measured, isMeasured: true })
  applyMeasure()
}

/** Somebody measured while standing at this screen: the page follows at once, the server keeps it with the device (K-10). */
export function measureHere(pxPerMm: number): void {
  const measured = Math.round(Math.min(Math.max(pxPerMm, LEAST), MOST) * 100) / 100
  saveMeasure(measured)
  const body = { commandId: newCommandId(), pxPerMm: measured }
  void asDevice('kiosk', () => sendCommand('/api/devices/own/scale', body, Done, { door: 'kiosk' }))
}

/** The scale that a diagonal in inches and this screen's resolution make. */
export function scaleOfDiagonal(inches: number): number {
  return Math.hypot(innerWidth, innerHeight) / (inches * MM_PER_INCH)
}

// Zoom makes a pixel of the page larger; the table speaks of the panel's own.
function knownMeasure(): Measure {
  const measured = Number(localStorage.getItem(MEASURED))
  if (measured > 0) return { pxPerMm: measured, isMeasured: true }
  const panel = [innerWidth, innerHeight].map((length) => Math.round(length * devicePixelRatio))
  return { pxPerMm: PX_PER_MM[panel.join('x')] ?? UNMEASURED, isMeasured: false }
}
