import type { CommandId } from '@counter/shared/vocabulary/ids'
import type { IDBPObjectStore, StoreNames } from 'idb'
import { isDone } from './outbox.ts'
import type { KeptCommand, VillageSchema } from './village-db.ts'

type Commands = Pick<
  IDBPObjectStore<VillageSchema, StoreNames<VillageSchema>[], 'commands', 'readwrite'>,
  'get' | 'getAll' | 'getAllKeys'
>
type Ids = readonly CommandId[]

/** So many are read one by one; more of them at once, with what lies between them. */
const FEW = 50
let done: ReadonlyMap<CommandId, KeptCommand> = new Map()

/**
 * All commands that lie on this device, by their ids. What is done never changes again, so a page reads it once: a busy point
 * holds hundreds of those, and looks at the others at every change.
 */
export async function readRows(commands: Commands): Promise<KeptCommand[]> {
  const ids = await commands.getAllKeys()
  const read = await rowsOf(
    commands,
    ids.filter((id) => !done.has(id)),
  )
  const open = new Map(read.map((row) => [row.id, row]))
  return ids.flatMap((id) => done.get(id) ?? open.get(id) ?? [])
}

/**
 * All rows as the disk has them now, once the transaction has ended: what a step that was undone had written is not held here, and
 * what is listed no more, or was wiped, is not either.
 */
export function rememberRows(rows: readonly KeptCommand[]): void {
  done = new Map(rows.filter(({ state }) => isDone(state)).map((row) => [row.id, row]))
}

/** These were kept just now: an id that another tab took off the list may stand for something else (V41). */
export function forgetRows(ids: Ids): void {
  const gone = new Set(ids)
  done = new Map([...done].filter(([id]) => !gone.has(id)))
}

async function rowsOf(commands: Commands, ids: Ids): Promise<readonly KeptCommand[]> {
  const [first, last] = [ids[0], ids[ids.length - 1]]
  if (first === undefined || last === undefined) return []
  if (ids.length > FEW) return commands.getAll(IDBKeyRange.bound(first, last))
  const rows = await Promise.all(ids.map((id) => commands.get(id)))
  return rows.filter((row) => row !== undefined)
}
