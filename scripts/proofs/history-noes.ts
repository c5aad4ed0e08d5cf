import type { Operation } from './history.ts'

/** A "no" and the steps of the order after which it may have been said: none of them ends before its question or begins after its answer. */
export interface No {
  readonly operation: Operation
  readonly from: number
  readonly to: number
}

type Span = Pick<Operation, 'invokedAt' | 'doneAt'>

/** The refused ones of the operations in the order in which they come up, placed among the steps that were done. */
export function noesOf(operations: readonly Operation[], done: readonly Span[]): No[] {
  // Both rise along the order, so a place in them is found without reading them through.
  const endsFromHere = runningFromEnd(done.map(({ doneAt }) => doneAt))
  const startsUpToHere = running(done.map(({ invokedAt }) => invokedAt))
  return operations
    .filter(({ answered }) => answered.is === 'refused')
    .map((operation) => ({
      operation,
      from: countWhile(endsFromHere, (endedAt) => endedAt < operation.invokedAt),
      to: countWhile(startsUpToHere, (startedAt) => startedAt <= operation.doneAt),
    }))
    .sort((a, b) => a.from - b.from)
}

/** Goes along the order and tries each "no" as long as it may have been said. */
export function createNoes(noes: readonly No[], isRight: (operation: Operation) => boolean) {
  let coming = 0
  let open: No[] = []

  return {
    /** Gives those that can no longer have been right. */
    tryAfter(steps: number): Operation[] {
      for (let no = noes[coming]; no !== undefined && no.from <= steps; no = noes[coming]) {
        open.push(no)
        coming += 1
      }
      const tooLate = open.filter(({ to }) => to < steps)
      open = open.filter(({ to, operation }) => to >= steps && !isRight(operation))
      return tooLate.map(({ operation }) => operation)
    },
    left: (): Operation[] => open.map(({ operation }) => operation),
  }
}

/** The greatest up to each place. */
function running(values: readonly number[]): number[] {
  let greatest = Number.NEGATIVE_INFINITY
  return values.map((value) => {
    greatest = Math.max(greatest, value)
    return greatest
  })
}

/** The least from each place on. */
function runningFromEnd(values: readonly number[]): number[] {
  return running(values.map((value) => -value).reverse())
    .map((value) => -value)
    .reverse()
}

/** How many of a rising list hold before the first that does not. */
function countWhile(rising: readonly number[], holds: (value: number) => boolean): number {
  let [low, high] = [0, rising.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (holds(rising[middle] ?? 0)) low = middle + 1
    else high = middle
  }
  return low
}
