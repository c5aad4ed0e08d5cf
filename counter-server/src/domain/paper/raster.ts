import { DOTS_ACROSS, DOTS_PER_MM, LONGEST_MM, type PaperWidth } from '@counter/shared/vocabulary/paper'
import { Refusal } from '../refusal.ts'

/** A picture in black and white: rows from the top, eight dots a byte, the left dot in the highest bit, 1 is black. */
export interface Raster {
  readonly width: PaperWidth
  readonly height: number
  readonly dots: Uint8Array
}

/** How many bytes one row takes. */
export function bytesAcross(width: PaperWidth): number {
  return DOTS_ACROSS[width] / 8
}

/** Refuses `print.picture` when the dots do not fill the rows or the paper is longer than its roll's longest slip (screens.md 2.2). */
export function requireRaster({ width, height, dots }: Raster): void {
  const isLong = height > LONGEST_MM[width] * DOTS_PER_MM
  if (height < 1 || isLong || dots.length !== bytesAcross(width) * height) throw new Refusal('print.picture')
}
