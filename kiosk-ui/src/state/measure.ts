// Rows of the device table whose resolution names them; a screen that nobody has measured counts as 15.6″ (U2).
const PX_PER_MM: Readonly<Partial<Record<string, number>>> = { '1080x1920': 4.03, '1366x768': 3.33 }
const UNMEASURED = 5.55
const MEASURED = 'counter.pxPerMm'

/** Writes the screen's millimetres to the page: as measured, else by the device table (U2). */
export function applyMeasure(): void {
  document.documentElement.style.setProperty('--mm', `${pxPerMm()}px`)
}

/** The administrator has measured this screen; it stays measured without a network too. */
export function saveMeasure(measured: number): void {
  if (Number(localStorage.getItem(MEASURED)) === measured) return
  localStorage.setItem(MEASURED, String(measured))
  applyMeasure()
}

// Zoom makes a pixel of the page larger; the table speaks of the panel's own.
function pxPerMm(): number {
  const measured = Number(localStorage.getItem(MEASURED))
  if (measured > 0) return measured
  const panel = [innerWidth, innerHeight].map((length) => Math.round(length * devicePixelRatio))
  return PX_PER_MM[panel.join('x')] ?? UNMEASURED
}
