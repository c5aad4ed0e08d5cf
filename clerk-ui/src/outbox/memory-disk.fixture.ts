import type { EditConflicts, VillageHeader } from '@counter/shared/contract/village'
import type { CommandId } from '@counter/shared/vocabulary/ids'
import type { Capture } from './capture.ts'
import type { DeviceDisk, KeptSample } from './device-disk.ts'
import { stubOf } from './kept-command.ts'
import { isAccepted, newItem, type Outbox, withoutItem } from './outbox.ts'
import type { OutboxDisk } from './outbox-disk.ts'
import { givenUpIn, withoutPhotos } from './outbox-photos.ts'
import { predecessorOf } from './predecessor.ts'
import type { Stub } from './village-db.ts'

/** A disk for Node, which has none that a page could use; the real one is tried in a real browser. */
export function memoryDisk(): OutboxDisk {
  const captures = new Map<CommandId, Capture>()
  const photos = new Map<string, Uint8Array<ArrayBuffer>>()
  const stubs = new Map<CommandId, Stub>()
  const conflicts = new Map<CommandId, EditConflicts>()
  let items: Outbox = []

  function place(capture: Capture, now: number): VillageHeader {
    const { author, title, slip, form, withdraws = null } = capture
    const known = items.find((item) => item.header.id === capture.header.id)
    if (known !== undefined) return known.header
    const after = predecessorOf(items, capture.header, form?.replaces ?? null)
    const header = { ...capture.header, seq: captures.size + 1, after }
    captures.set(header.id, capture)
    for (const { sha256, content } of capture.photos) photos.set(sha256, content)
    const gone = withdraws ?? form?.replaces ?? null
    const others = gone === null ? items : withoutItem(items, gone)
    const kept = withoutPhotos(others, header.caseId, givenUpIn(capture), now)
    items = [...kept, newItem({ header, author, title, slip }, now)]
    return header
  }

  return {
    read: async () => items,
    async change(step) {
      items = step(items)
      for (const item of items.filter(isAccepted))
        stubs.set(item.header.id, stubOf(item, stubs.get(item.header.id)))
      return items
    },
    stubs: async () => [...stubs.values()],
    forgetOldStubs: async () => undefined,
    async mark(ids, isMissing) {
      for (const id of ids) {
        const stub = stubs.get(id)
        if (stub !== undefined) stubs.set(id, { ...stub, isMissing, wasLost: true })
      }
    },
    async keep(capture, now) {
      const header = place(capture, now)
      for (const each of capture.also ?? []) place(each, now)
      return header
    },
    payloadOf: async (id) => captures.get(id)?.payload ?? null,
    photoOf: async (sha256) => photos.get(sha256) ?? null,
    formOf: async (id) => captures.get(id)?.form?.content ?? null,
    async keepConflicts(id, told) {
      conflicts.set(id, told)
    },
    conflictsOf: async (id) => conflicts.get(id) ?? null,
  }
}

/** A device with so many lent numbers, of the year of what it last heard. */
export function memoryDevice(count: number, heard: KeptSample | null = null): DeviceDisk {
  const year = heard?.at.slice(0, 4) ?? new Date().getFullYear()
  const numbers = new Set(Array.from({ length: count }, (_, place) => `${year}-05-${place}`))
  let requests = 0
  let open: CommandId | null = null
  let epoch: string | null = null
  let sample = heard
  return {
    device: async () => '0190dddd-0000-7000-8000-000000000001' as CommandId,
    lastServer: async () => sample,
    async keepServer(newer) {
      sample = newer
    },
    epoch: async () => epoch,
    async keepEpoch(known) {
      epoch = known
    },
    numbers: async () => [...numbers],
    async letGo(gone) {
      for (const number of gone) numbers.delete(number)
    },
    async request() {
      if (open === null) requests += 1
      open ??= `request-${requests}` as CommandId
      return open
    },
    async keep(lent) {
      for (const number of lent) numbers.add(number)
      open = null
    },
  }
}
