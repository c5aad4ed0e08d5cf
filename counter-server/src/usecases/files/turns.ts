/** Work on one thing is done one after another, on different things side by side. */
export interface Turns {
  take<T>(key: string, work: () => Promise<T>): Promise<T>
}

export function createTurns(): Turns {
  const turns = new Map<string, Promise<unknown>>()
  return {
    take(key, work) {
      const turn = (turns.get(key) ?? Promise.resolve()).then(work, work)
      const settled = turn
        .catch(() => undefined)
        .then(() => {
          if (turns.get(key) === settled) turns.delete(key)
        })
      turns.set(key, settled)
      return turn
    },
  }
}
