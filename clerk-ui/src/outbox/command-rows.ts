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
const done = new Map<CommandId, KeptCommand>()

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
  const rows = ids.flatMap((id) => done.get(id) ?? open.get(id) ?? [])
  for (const row of read) if (isDone(row.state)) done.set(row.id, row)
  forgetGone(ids)
  return rows
}

// What is listed no more, or was wiped, is not held here either.
function forgetGone(ids: Ids): void {
  if (done.size <= ids.length) return
  const left = new Set(ids)
  for (const id of done.keys()) if (!left.has(id)) done.delete(id)
}

async function rowsOf(commands: Commands, ids: Ids): Promise<readonly KeptCommand[]> {
  const [first, last] = [ids[0], ids[ids.length - 1]]
  if (first === undefined || last === undefined) return []
  if (ids.length > FEW) return commands.getAll(IDBKeyRange.bound(first, last))
  const rows = await Promise.all(ids.map((id) => commands.get(id)))
  return rows.filter((row) => row !== undefined)
}
