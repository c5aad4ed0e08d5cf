import type { ItemCode } from '@counter/shared/vocabulary/ids'
import { samplesOf } from '../../domain/catalogue/draft-content.ts'
import { cleanFile } from '../../domain/files/clean-file.ts'
import { Refusal } from '../../domain/refusal.ts'
import { sha256 } from '../../store/crypto.ts'
import { addSample, findSample } from '../../store/item-samples.ts'
import { findItemVersions } from '../../store/items.ts'
import type { Origin } from '../../store/origin.ts'
import { once } from '../../store/receipts.ts'
import type { Tx } from '../../store/tx.ts'
import { unpackStream } from '../../store/unpack.ts'
import type { Deps } from '../deps.ts'
import type { ContentShelf } from '../files/content-shelf.ts'
import { takeDayRoom } from '../files/day-quota.ts'
import type { OpenedFile } from '../files/show-file.ts'

const MOST_VERSIONS = 100

/**
 * Keeps a filled-in sample of a form or a picture of a result, cleaned and encrypted like every file; nobody sees it before a draft that names it is
 * published. Refuses as `cleanFile`, `file.day_full`.
 */
export function keepSample(
  { store }: Pick<Deps, 'store'>,
  shelf: ContentShelf,
  { origin, content: sent }: { readonly origin: Origin; readonly content: Uint8Array },
): Promise<{ readonly sha256: string }> {
  const { mime, content } = cleanFile(sent, unpackStream)
  const hash = sha256(content)
  const asked = { origin, name: 'sample.add', subject: 'catalogue', content: { sent: sha256(sent) } }
  return shelf.keep(content, (storedAs) =>
    store.write((tx) =>
      once(tx, asked, () => {
        if (findSample(tx, hash) === undefined) {
          takeDayRoom(tx, origin.actor, content.length)
          addSample(tx, { sha256: hash, size: content.length, mime, storedAs, addedBy: origin.actor })
          const data = { sha256: hash, size: content.length, mime }
          tx.record({ type: 'sample.added', subject: `sample:${hash}`, version: 1, origin, data })
        }
        return { sha256: hash }
      }),
    ),
  )
}

/** A sample that a published version of an item shows; any other hash is `file.not_found`, so nothing else is public. */
export function openSample(
  { store }: Pick<Deps, 'store'>,
  shelf: ContentShelf,
  asked: { readonly code: ItemCode; readonly sha256: string },
): Promise<OpenedFile> {
  const isPublished = (tx: Tx) =>
    findItemVersions(tx, asked.code, MOST_VERSIONS).some(({ content }) =>
      samplesOf(content).includes(asked.sha256),
    )
  return opened(
    shelf,
    store.read((tx) => (isPublished(tx) ? findSample(tx, asked.sha256) : undefined)),
  )
}

/** Any sample, for those who write and review the catalogue. Refuses `file.not_found`. */
export function openAnySample(
  { store }: Pick<Deps, 'store'>,
  shelf: ContentShelf,
  hash: string,
): Promise<OpenedFile> {
  return opened(
    shelf,
    store.read((tx) => findSample(tx, hash)),
  )
}

async function opened(shelf: ContentShelf, row: ReturnType<typeof findSample>): Promise<OpenedFile> {
  if (row === undefined) throw new Refusal('file.not_found')
  return { mime: row.mime, content: await shelf.open(row) }
}
