import { resealRows, SEALED_TABLES, type SealedTable } from '../../store/sealed-values.ts'
import { findMeta, saveMeta } from '../../store/settings.ts'
import type { Tx } from '../../store/tx.ts'
import type { Deps } from '../deps.ts'
import type { ContentShelf, FilePlaces } from '../files/content-shelf.ts'

const ROWS_AT_A_TIME = 50
/** The key of a store from before keys had numbers. */
const FIRST_KEY = 1
const SEALED_WITH = 'sealed_with'

/** How far the sealing with a new key is. */
export interface RekeyState {
  /** The key with which everything was sealed when it was last looked through. */
  readonly sealedWith: number
  /** The key that seals now. */
  readonly newest: number
  /** Values and files that this run has sealed anew. */
  readonly resealed: number
  /** Those that do not open under any key; they were not touched. */
  readonly broken: number
}

export interface Rekeying {
  readonly deps: Pick<Deps, 'store'>
  readonly files: Pick<FilePlaces, 'disk' | 'shelf'>
  /** Hears how far it is after each few rows. */
  readonly tell: (state: RekeyState) => void
}

/** The key with which all values of the store are sealed. */
export function sealedWith(tx: Tx): number {
  return Number(findMeta(tx, SEALED_WITH) ?? FIRST_KEY)
}

/**
 * Seals every value and file with the newest key of the folder, a few at a time so that the hall has its turn (P32). What a
 * kill or a stop leaves is still sealed with the older key and opens as before; the next run goes on with it. Once a whole
 * pass finds nothing old, the store says so and the older keys are needed for backups only.
 */
export async function rekey({ deps, files, tell }: Rekeying, stopped: AbortSignal): Promise<void> {
  const { store } = deps
  store.keys.data.renew()
  store.keys.sealing.renew()
  const newest = store.keys.data.newest()
  const before = store.read(sealedWith)
  if (before >= newest) return
  let resealed = 0
  let broken = 0
  const note = (count: number) => {
    resealed += count
    tell({ sealedWith: before, newest, resealed, broken })
  }
  for (let isMore = true; isMore; ) {
    const known = resealed
    broken = 0
    for (const table of SEALED_TABLES) broken += await resealTable(deps, table, note, stopped)
    broken += await resealFiles(files, note, stopped)
    // Left to the next start.
    if (stopped.aborted) return
    isMore = resealed > known
  }
  if (broken === 0) await store.write((tx) => settle(tx, newest))
  tell({ sealedWith: broken === 0 ? newest : before, newest, resealed, broken })
}

async function resealTable(
  { store }: Rekeying['deps'],
  table: SealedTable,
  note: (count: number) => void,
  stopped: AbortSignal,
): Promise<number> {
  let broken = 0
  let after: Parameters<typeof resealRows>[2]['after'] = null
  while (!stopped.aborted) {
    const done = await store.write((tx) => resealRows(tx, table, { after, limit: ROWS_AT_A_TIME }))
    broken += done.broken
    if (done.resealed > 0) note(done.resealed)
    if (done.last === null) break
    after = done.last
  }
  return broken
}

async function resealFiles(
  { disk, shelf }: Rekeying['files'],
  note: (count: number) => void,
  stopped: AbortSignal,
): Promise<number> {
  let broken = 0
  for (const name of await disk.names()) {
    if (stopped.aborted) break
    const became = await resealFile(shelf, name)
    if (became === 'resealed') note(1)
    if (became === 'broken') broken += 1
  }
  return broken
}

async function resealFile(shelf: ContentShelf, name: string): Promise<'resealed' | 'kept' | 'broken'> {
  try {
    return (await shelf.reseal(name)) ? 'resealed' : 'kept'
  } catch {
    return 'broken'
  }
}

function settle(tx: Tx, newest: number): void {
  saveMeta(tx, SEALED_WITH, String(newest))
  const origin = { actor: 'system', role: 'system', device: null, commandId: null }
  tx.record({ type: 'keys.renewed', subject: 'keys', version: newest, origin, data: { key: newest } })
}
