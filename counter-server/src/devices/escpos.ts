import type { PrintFault } from '@counter/shared/vocabulary/paper'
import { bytesAcross, type Raster } from '../domain/paper/raster.ts'

const ESC = 0x1b
const GS = 0x1d
const DLE = 0x10
const EOT = 0x04
/** Rows of one raster command: cheap printers hold about 4 KB. */
const BAND = 56

/** A paper as ESC/POS: start anew, the picture in bands, out of the head, cut. No text, so no code page can spoil it. */
export function paperBytes(raster: Raster): Uint8Array {
  const parts: Uint8Array[] = [Uint8Array.of(ESC, 0x40)]
  for (let top = 0; top < raster.height; top += BAND) parts.push(...bandBytes(raster, top))
  parts.push(Uint8Array.of(ESC, 0x64, 2), Uint8Array.of(GS, 0x56, 66, 0))
  return joined(parts)
}

function bandBytes({ width, height, dots }: Raster, top: number): Uint8Array[] {
  const across = bytesAcross(width)
  const rows = Math.min(BAND, height - top)
  const head = Uint8Array.of(GS, 0x76, 0x30, 0, across & 0xff, across >> 8, rows & 0xff, rows >> 8)
  return [head, dots.subarray(top * across, (top + rows) * across)]
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    all.set(part, at)
    at += part.length
  }
  return all
}

/** One question about how the printer is, and what its one byte of answer means. */
export interface StatusQuestion {
  readonly bytes: Uint8Array
  faultOf(answer: number): PrintFault | null
}

// Real-time status has these bits fixed; a byte without them is some other printer's word and says nothing.
const isRealTime = (answer: number) => (answer & 0b1001_0011) === 0b0001_0010

/** Asked before a paper, answered at once even by a printer that has stopped: paper and cover first, they say why it is offline. */
export const NOW_QUESTIONS: readonly StatusQuestion[] = [
  {
    bytes: Uint8Array.of(DLE, EOT, 4),
    faultOf: (answer) => (isRealTime(answer) && (answer & 0b0110_0000) !== 0 ? 'paper_out' : null),
  },
  { bytes: Uint8Array.of(DLE, EOT, 2), faultOf: offlineCause },
  {
    bytes: Uint8Array.of(DLE, EOT, 1),
    faultOf: (answer) => (isRealTime(answer) && (answer & 0b0000_1000) !== 0 ? 'offline' : null),
  },
]

function offlineCause(answer: number): PrintFault | null {
  if (!isRealTime(answer)) return null
  if ((answer & 0b0010_0000) !== 0) return 'paper_out'
  if ((answer & 0b0000_0100) !== 0) return 'cover_open'
  return (answer & 0b0100_0000) !== 0 ? 'offline' : null
}

/** Asked behind a paper: the printer reaches this question only after everything before it has been printed. */
export const DONE_QUESTION: StatusQuestion = {
  bytes: Uint8Array.of(GS, 0x72, 1),
  faultOf: (answer) => ((answer & 0b0000_1100) !== 0 ? 'paper_out' : null),
}
