import { bringRefusals } from '../text/device-refusals.ts'

/**
 * What each page of a device wants as soon as it stands, not before (K54): a hundred rules that name the slices of the font,
 * until which the words stand in the system's own, and the sentences of refusals.
 */
export function bringFontAndRefusals(): void {
  import('@fontsource-variable/noto-sans-sc/wght.css').catch(() => undefined)
  bringRefusals().catch(() => undefined)
}
