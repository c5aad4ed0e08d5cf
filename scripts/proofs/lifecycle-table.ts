/** The table of queue.md 2 as it is printed there: what the proofs hold against the product's own table. */
export type Status = 'waiting' | 'called' | 'serving' | 'held' | 'missed' | Ended

export type Ended = 'served' | 'absent' | 'moved' | 'cancelled'

const PRINTED = `
               waiting    called     serving  held       missed     served   absent  moved  cancelled
call           called     X          X        W          W          E        E       E      E
recall         W          called     W        W          W          E        E       E      E
undo_call      W          waiting    W        W          W          E        E       E      E
start          W          serving    W        W          W          E        E       E      E
finish         W          W          served   W          W          E        E       E      E
reopen         W          W          W        W          W          serving  E       E      E
miss           W          missed     W        missed     W          E        E       E      E
rejoin         W          W          W        W          waiting    E        E       E      E
postpone       waiting    W          W        W          W          E        E       E      E
hold           W          held       held     W          W          E        E       E      E
return         W          W          W        called     W          E        E       E      E
release        W          W          W        waiting    W          E        E       E      E
transfer       waiting    waiting    waiting  waiting    W          E        E       E      E
reclass        waiting    W          W        W          W          E        E       E      E
serve_by_hand  served     served     W        served     served     E        E       E      E
cancel         cancelled  cancelled  W        cancelled  cancelled  E        E       E      E
restore        W          W          W        W          W          E        E       E      as_before
move           moved      moved      W        moved      moved      E        E       E      E
`

const [HEAD = '', ...ROWS] = PRINTED.trim().split('\n')
const STATUSES = HEAD.trim().split(/\s+/) as Status[]
const CELLS = new Map(
  ROWS.flatMap((row) => {
    const [action = '', ...cells] = row.trim().split(/\s+/)
    return STATUSES.map((status, place) => [`${action} ${status}`, cells[place] ?? ''] as const)
  }),
)

/** Where an action leads from a status, or the letter of its refusal: W wrong status, X elsewhere, E finished. */
export function cellOf(action: string, status: Status): string {
  const cell = CELLS.get(`${action} ${status}`)
  if (cell === undefined) throw new Error(`the table has no ${action} in ${status}`)
  return cell
}

/** Every change the table allows, as `action status`. */
export function legalChanges(actions: readonly string[]): string[] {
  return [...CELLS]
    .filter(([name, cell]) => !/^[WXE]$/.test(cell) && actions.includes(name.split(' ')[0] ?? ''))
    .map(([name]) => name)
}
