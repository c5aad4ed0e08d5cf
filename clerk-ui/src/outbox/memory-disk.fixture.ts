import type { CommandId } from '@counter/shared/vocabulary/ids'
import { lastOpenOf, newItem, type Outbox, type OutboxItem } from './outbox.ts'
import type { Capture, OutboxDisk } from './outbox-disk.ts'

/** A disk for Node, which has none that a page could use; the real one is tried in a real browser. */
export function memoryDisk(): OutboxDisk {
  const captures = new Map<CommandId, Capture>()
  const photos = new Map<string, Uint8Array<ArrayBuffer>>()
  let items: Outbox = []
  return {
    read: async () => items,
    async change(step) {
      items = step(items)
      return items
    },
    async keep(capture, now) {
      const { author, title, form } = capture
      const after = lastOpenOf(items, capture.header.caseId)
      const header = { ...capture.header, seq: captures.size + 1, after }
      captures.set(header.id, capture)
      for (const { sha256, content } of capture.photos) photos.set(sha256, content)
      const others = items.filter((item: OutboxItem) => item.header.id !== form?.replaces)
      items = [...others, newItem({ header, author, title }, now)]
      return header
    },
    payloadOf: async (id) => captures.get(id)?.payload ?? null,
    photoOf: async (sha256) => photos.get(sha256) ?? null,
    formOf: async (id) => captures.get(id)?.form?.content ?? null,
  }
}
