import { useEffect } from 'react'
import { useKiosk } from '../../state/kiosk-store.ts'
import { applyMeasure } from '../../state/measure.ts'
import { switchLanguage } from '../../text/text.ts'

/** Writes type size, contrast, language and the screen's millimetres to the page. */
export function useLooks(): void {
  const { isBig, isContrast, language } = useKiosk(({ looks }) => looks)
  useEffect(() => {
    const modes = [isBig ? 'big' : 'std', ...(isContrast ? ['contrast'] : [])]
    document.documentElement.dataset['mode'] = modes.join(' ')
  }, [isBig, isContrast])
  useEffect(() => void switchLanguage(language), [language])
  useEffect(applyMeasure, [])
}
