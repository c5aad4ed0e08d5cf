import { useEffect } from 'react'
import { useKiosk } from '../../state/kiosk-store.ts'
import { switchLanguage } from '../../text/text.ts'

// Rows of the device table whose resolution names them; a screen that nobody has measured counts as 15.6″ (U2).
const PX_PER_MM: Readonly<Partial<Record<string, number>>> = { '1080x1920': 4.03, '1366x768': 3.33 }
const UNMEASURED = 5.55
const MEASURED = 'counter.pxPerMm'

/** Writes type size, contrast, language and the screen's millimetres to the page. */
export function useLooks(): void {
  const { isBig, isContrast, language } = useKiosk(({ looks }) => looks)
  useEffect(() => {
    const modes = [isBig ? 'big' : 'std', ...(isContrast ? ['contrast'] : [])]
    document.documentElement.dataset['mode'] = modes.join(' ')
  }, [isBig, isContrast])
  useEffect(() => void switchLanguage(language), [language])
  useEffect(() => document.documentElement.style.setProperty('--mm', `${pxPerMm()}px`), [])
}

// Zoom makes a pixel of the page larger; the table speaks of the panel's own.
function pxPerMm(): number {
  const measured = Number(localStorage.getItem(MEASURED))
  if (measured > 0) return measured
  const panel = [innerWidth, innerHeight].map((length) => Math.round(length * devicePixelRatio))
  return PX_PER_MM[panel.join('x')] ?? UNMEASURED
}
