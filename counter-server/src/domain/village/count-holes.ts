/** A run of a device's count that has not come. */
export interface Hole {
  readonly first: number
  readonly last: number
}

/** How far a device has counted, with the runs in between that have not come, lowest first (V53). */
export interface Counted {
  readonly highest: number
  readonly holes: readonly Hole[]
}

/** The count after one more of it was heard, whatever became of the command; one that is known changes nothing. */
export function withHeard({ highest, holes }: Counted, seq: number): Counted {
  if (seq > highest + 1) return { highest: seq, holes: [...holes, { first: highest + 1, last: seq - 1 }] }
  if (seq === highest + 1) return { highest: seq, holes }
  return { highest, holes: holes.flatMap((hole) => without(hole, seq)) }
}

function without(hole: Hole, seq: number): Hole[] {
  if (seq < hole.first || seq > hole.last) return [hole]
  const parts = [
    { first: hole.first, last: seq - 1 },
    { first: seq + 1, last: hole.last },
  ]
  return parts.filter(({ first, last }) => first <= last)
}

/** 「设备有 {n} 条未到」 */
export function countMissing({ holes }: Pick<Counted, 'holes'>): number {
  return holes.reduce((sum, { first, last }) => sum + last - first + 1, 0)
}
