/** How wide words are in dots, and how high a digit is as a share of its size; a canvas knows. */
export interface TypeMetrics {
  width(text: string, size: number): number
  readonly digitHeight: number
}

// A line may not begin with a stop; Latin words and what stands in quotes stay whole.
const UNIT = /"[^"]*"[，。：；、）]*|[!-~–]+ ?|.[，。：；、）]*/gu

/** Breaks a sentence into lines that fit. */
export function wrapped(text: string, size: number, across: number, type: TypeMetrics): string[] {
  const lines: string[] = []
  let line = ''
  for (const unit of text.match(UNIT) ?? []) {
    if (line !== '' && type.width((line + unit).trimEnd(), size) > across) {
      lines.push(line.trimEnd())
      line = ''
    }
    line += unit
  }
  return [...lines, line.trimEnd()]
}

/** Sets parts that stay whole one after the other, a new line where the next does not fit. */
export function flowed(parts: readonly string[], between: string, fits: (line: string) => boolean): string[] {
  const lines: string[] = []
  for (const part of parts) {
    const last = lines.pop()
    if (last === undefined) lines.push(part)
    else if (fits(`${last}${between}${part}`)) lines.push(`${last}${between}${part}`)
    else lines.push(last, part)
  }
  return lines
}
