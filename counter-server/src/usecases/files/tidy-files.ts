import type { VillageCode } from '@counter/shared/vocabulary/ids'
import { civilDate, instantOf, toMs } from '@counter/shared/vocabulary/plain-date'
import type { Instant, PlainDate } from '@counter/shared/vocabulary/time'
import { readPicture } from '../../domain/files/picture-check.ts'
import { dropCaselessFile, findCaselessFiles } from '../../store/caseless-files.ts'
import { forgetDaysBefore } from '../../store/file-days.ts'
import {
  type FilePlace,
  type FileRow,
  findFile,
  findOldNames,
  moveFileOffset,
  saveFileStored,
} from '../../store/files.ts'
import { findSetting } from '../../store/settings.ts'
import type { Tx } from '../../store/tx.ts'
import { findAwaitedFiles } from '../../store/village-attention.ts'
import type { Deps } from '../deps.ts'
import type { FilePlaces } from './content-shelf.ts'

const DAY_MS = 24 * 3_600_000
const OLD_NAMES_AT_A_TIME = 20
const MOST_SWEPT = 10_000
const ROWS_AT_A_TIME = 500
const PART = /^part-(?<point>.+)-(?<sha256>[0-9a-f]{64})-\d+$/

/** What the files are tidied with. */
export interface FileTidying extends FilePlaces {
  readonly deps: Pick<Deps, 'store'>
  readonly onFault: (error: unknown) => void
}

/** Gives files from before contents had names theirs, a few at a time, and once a day takes away what nobody needs. */
export function createFileTidier(tidying: FileTidying): () => Promise<void> {
  const { store } = tidying.deps
  let after: string | null = ''
  let sweptOn: PlainDate | null = null
  return async () => {
    if (after !== null) after = await renameOldFiles(tidying, after)
    const today = civilDate(store.now())
    if (sweptOn === today) return
    await sweep(tidying)
    await store.write((tx) => forgetDaysBefore(tx, today))
    sweptOn = today
  }
}

// A file that does not open stays as it is, for its next reader to see the fault, and the others have their turn.
async function renameOldFiles(tidying: FileTidying, after: string): Promise<string | null> {
  const rows = tidying.deps.store.read((tx) => findOldNames(tx, after, OLD_NAMES_AT_A_TIME))
  for (const row of rows) await renameOldFile(tidying, row).catch(tidying.onFault)
  return rows.at(-1)?.storedAs ?? null
}

// On this occasion it is cleaned as new ones are (P42); its address stays that of what was sent (V67).
async function renameOldFile({ deps, shelf }: FileTidying, row: FileRow): Promise<void> {
  const content = await shelf.open(row)
  const cleaned = readPicture(content)?.clean() ?? content
  await shelf.keep(cleaned, (storedAs) => deps.store.write((tx) => saveFileStored(tx, row, storedAs)))
  await shelf.drop([row.storedAs ?? ''])
}

// Parts and contents that no row needs live so long, and files that no case has (V69, V72).
async function sweep(tidying: FileTidying): Promise<void> {
  const { deps, disk, shelf } = tidying
  const days = deps.store.read((tx) => findSetting(tx, 'retention.looseFiles'))
  const before = instantOf(toMs(deps.store.now()) - days * DAY_MS)
  await forgetCaseless(tidying, before)
  const old = await disk.old(before, MOST_SWEPT)
  for (const name of old) await forgetPart(deps, name)
  await shelf.drop(old)
}

// What a village sent of a command of which no case came. While it waits for a person it stays, however long that is: the
// phone may never bring it again (V72, V80).
async function forgetCaseless({ deps: { store }, shelf }: FileTidying, before: Instant): Promise<void> {
  let after: FilePlace | null = null
  do {
    const limit = ROWS_AT_A_TIME
    const page = store.read((tx) => findCaselessFiles(tx, { after, before, limit }))
    if (page.caseless.length > 0)
      await shelf.drop(await store.write((tx) => dropUnawaited(tx, page.caseless)))
    after = page.last
  } while (after !== null)
}

function dropUnawaited(tx: Tx, places: readonly FilePlace[]): string[] {
  const awaited = findAwaitedFiles(tx)
  const isAwaited = ({ point, sha256 }: FilePlace) =>
    awaited.some((each) => each.point === point && each.sha256 === sha256)
  return places.filter((place) => !isAwaited(place)).flatMap((place) => dropCaselessFile(tx, place))
}

// Without its parts a file begins again, or its end would be waited for in vain (V69).
async function forgetPart({ store }: Pick<Deps, 'store'>, name: string): Promise<void> {
  const { point, sha256 } = PART.exec(name)?.groups ?? {}
  if (point === undefined || sha256 === undefined) return
  await store.write((tx) => {
    const row = findFile(tx, { point: point as VillageCode, sha256 })
    if (row !== undefined && row.storedAt === null) moveFileOffset(tx, row, row.offset, 0)
  })
}
