import { MOST_LINE_CHARS } from '@counter/shared/vocabulary/export-file'

/** Some lines of a file, which travel together. */
export type Piece = readonly string[]

const MOST_LINES = 50
const MOST_CHARS = 128 * 1024

/** A file with a line longer than any photo is none of ours, and is not read on. */
export class NotAnExport extends Error {
  override name = 'NotAnExport'
}

/** The lines of a file as it is read, so that a large one is never in memory whole (V79). */
export async function* linesOf(file: Blob): AsyncGenerator<string> {
  const reader = file.stream().getReader()
  const decoder = new TextDecoder()
  let rest = ''
  for (;;) {
    const { done, value } = await reader.read()
    rest += done ? decoder.decode() : decoder.decode(value, { stream: true })
    const lines = rest.split('\n')
    rest = done ? '' : (lines.pop() ?? '')
    yield* lines.map((line) => line.trim()).filter((line) => line !== '')
    if (done) return
    if (rest.length > MOST_LINE_CHARS) {
      await reader.cancel()
      throw new NotAnExport()
    }
  }
}

/** Groups lines so that a piece is small, and a photo travels alone. */
export async function* piecesOf(lines: AsyncIterable<string>): AsyncGenerator<Piece> {
  let piece: string[] = []
  let chars = 0
  for await (const line of lines) {
    const isFull = piece.length === MOST_LINES || chars + line.length > MOST_CHARS
    if (isFull && piece.length > 0) {
      yield piece
      piece = []
      chars = 0
    }
    piece.push(line)
    chars += line.length
  }
  if (piece.length > 0) yield piece
}
