import { base64urlOf } from '@counter/shared/client/base64url'
import type { KnownDevice } from '@counter/shared/client/device-door'
import { chained, NO_LINES } from '@counter/shared/client/export-digest'
import { sealBox } from '@counter/shared/client/seal-box'
import type { ExportHead, ExportLine, ExportWords } from '@counter/shared/contract/village-export'
import {
  EXPORT_FORMAT,
  exportClaim,
  exportContent,
  exportPlace,
} from '@counter/shared/vocabulary/export-file'
import type { SealingKey } from '@counter/shared/vocabulary/sealed-box'
import type { Instant } from '@counter/shared/vocabulary/time'
import { isDamaged } from './damaged.ts'
import { sha256Hex } from './hash.ts'
import { isAccepted, type OpenPhoto, type Outbox, type OutboxItem } from './outbox.ts'
import type { OutboxDisk } from './outbox-disk.ts'

/** What an export is made with; nothing of it asks the centre (V79). */
export interface ExportWorld {
  readonly disk: Pick<OutboxDisk, 'payloadOf' | 'photoOf' | 'stubs'>
  readonly phone: KnownDevice
  readonly sealing: SealingKey
  readonly file: string
  readonly madeAt: Instant
  readonly appVersion: string
}

type Words = ExportWords
const STUBS_AT_A_TIME = 500

/** What an export holds: commands that the centre has not taken, and photos that it lacks. */
export function countExport(outbox: Outbox): { readonly commands: number; readonly photos: number } {
  return { commands: unsentOf(outbox).length, photos: photosOf(outbox).length }
}

/**
 * The lines of an export file, each made when it is asked for, so that no more than one photo is in memory. Each content is
 * sealed to the centre at its place and signed by the phone, so a line stands for itself and a cut costs no other (V79).
 */
export async function* exportLines(world: ExportWorld, outbox: Outbox): AsyncGenerator<string> {
  const { file, phone } = world
  const head: ExportHead = {
    product: 'village-counter',
    format: EXPORT_FORMAT,
    file,
    deviceId: phone.deviceId,
  }
  yield `${JSON.stringify(head)}\n`
  let n = 0
  let digest = NO_LINES
  for await (const { words, bytes } of contentsOf(world, outbox)) {
    n += 1
    const { line, boxHash } = await lineOf(world, n, exportContent(words, bytes))
    digest = await chained(digest, boxHash)
    yield `${JSON.stringify(line)}\n`
  }
  const end: Words = { kind: 'end', lines: n, digest }
  yield `${JSON.stringify((await lineOf(world, n + 1, exportContent(end))).line)}\n`
}

/** The whole file. A browser lays the parts of a blob on the disk when they become many. */
export async function exportBlob(world: ExportWorld, outbox: Outbox): Promise<Blob> {
  const parts: Blob[] = []
  for await (const line of exportLines(world, outbox)) parts.push(new Blob([line]))
  return new Blob(parts, { type: 'application/octet-stream' })
}

interface Content {
  readonly words: Words
  readonly bytes?: Uint8Array
}

async function* contentsOf(world: ExportWorld, outbox: Outbox): AsyncGenerator<Content> {
  const { disk, madeAt, appVersion } = world
  yield { words: { kind: 'about', madeAt, appVersion } }
  for (const { header, author } of unsentOf(outbox)) {
    const payload = await disk.payloadOf(header.id)
    if (payload !== null) yield { words: { kind: 'command', author, header, payload } }
  }
  for (const { author, photo } of photosOf(outbox)) {
    const { sha256 } = photo
    // What cannot be opened any more waits for a person on the phone, and takes nothing else along (V70).
    const bytes = await disk.photoOf(sha256).catch(() => null)
    if (bytes !== null) yield { words: { kind: 'photo', author, sha256 }, bytes }
  }
  const stubs = (await disk.stubs()).map(({ id, number }) => ({ id, number }))
  for (let from = 0; from < stubs.length; from += STUBS_AT_A_TIME)
    yield { words: { kind: 'stubs', stubs: stubs.slice(from, from + STUBS_AT_A_TIME) } }
}

async function lineOf(
  { file, phone, sealing }: ExportWorld,
  n: number,
  content: Uint8Array<ArrayBuffer>,
): Promise<{ readonly line: ExportLine; readonly boxHash: string }> {
  const box = await sealBox(sealing, exportPlace(file, n), content)
  const boxHash = await sha256Hex(box)
  const claim = new TextEncoder().encode(exportClaim(file, n, boxHash))
  const sig = await crypto.subtle.sign({ name: 'ECDSA', hash: 'SHA-256' }, phone.privateKey, claim)
  return { line: { n, box: base64urlOf(box), sig: base64urlOf(new Uint8Array(sig)) }, boxHash }
}

function unsentOf(outbox: Outbox): readonly OutboxItem[] {
  return outbox
    .filter((item) => !isAccepted(item) && !isDamaged(item))
    .sort((a, b) => a.header.seq - b.header.seq)
}

interface ExportedPhoto {
  readonly author: OutboxItem['author']
  readonly photo: OpenPhoto
}

// A photo that two commands name lies on the disk once.
function photosOf(outbox: Outbox): readonly ExportedPhoto[] {
  const known = new Set<string>()
  return outbox.flatMap(({ author, photos }) =>
    photos.flatMap((photo) => {
      if (known.has(photo.sha256)) return []
      known.add(photo.sha256)
      return [{ author, photo }]
    }),
  )
}
