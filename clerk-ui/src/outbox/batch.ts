/** How many commands go in one request (V45). */
export const FIRST_BATCH = 5
const MOST = 50
const MOST_BYTES = 128 * 1024

/** A line that carries gets more at once, one that breaks gets less, down to a single command (V45). */
export function nextBatch(batch: number, isCarried: boolean): number {
  return isCarried ? Math.min(batch * 2, MOST) : Math.max(Math.floor(batch / 2), 1)
}

/** The first ones that fit into one body, never none: a command larger than that is refused by the centre, not held here (V45). */
export function fitting<T>(commands: readonly T[]): readonly T[] {
  let bytes = 0
  const end = commands.findIndex((command) => {
    bytes += new TextEncoder().encode(JSON.stringify(command)).length
    return bytes > MOST_BYTES
  })
  return end === -1 ? commands : commands.slice(0, Math.max(end, 1))
}
