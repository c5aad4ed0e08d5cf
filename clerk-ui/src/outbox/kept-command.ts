import type { CommandId } from '@counter/shared/vocabulary/ids'
import type { Capture } from './capture.ts'
import { isAccepted, type Outbox, type OutboxItem } from './outbox.ts'
import { type Sealed, seal, sealValue, unsealValue } from './seal.ts'
import { dataKey, openKey, queueKey } from './vault.ts'
import type { KeptCommand, Stub, VillageSchema } from './village-db.ts'

type View = Pick<OutboxItem, 'title' | 'slip'>

export const LOCKED: View = { title: '', slip: null }
const views = new Map<CommandId, View>()
// A row is never written into, so its item is made once for each view: a busy point would make thousands at every change.
const items = new WeakMap<KeptCommand, { readonly view: View; readonly item: OutboxItem }>()

/** What lies on the disk, found by its id however much it is. */
export type RowsById = ReadonlyMap<CommandId, KeptCommand>

export function changedRow(rows: RowsById, item: OutboxItem): KeptCommand {
  const row = rowBy(rows, item)
  const { title: _title, slip: _slip, textBytes: _textBytes, ...open } = item
  return isAccepted(item) ? { ...row, ...open, envelope: null, form: null } : { ...row, ...open }
}

/** A stub that is marked as missing stays so, also when its item changes once more (V56). */
export function stubOf({ header, answer, since }: OutboxItem, known: Stub | undefined): Stub {
  const { number = null, status = 'applied', storedAt = null } = answer ?? {}
  return {
    id: header.id,
    payloadHash: header.payloadHash,
    number,
    status,
    at: since,
    isMissing: known?.isMissing ?? false,
    ...(known?.wasLost === true ? { wasLost: true } : {}),
    ...(storedAt === null ? {} : { storedAt }),
  }
}

export function itemOf(row: KeptCommand): OutboxItem {
  const view = views.get(row.id) ?? LOCKED
  const known = items.get(row)
  if (known?.view === view) return known.item
  const item = newItemOf(row, view)
  items.set(row, { view, item })
  return item
}

function newItemOf(row: KeptCommand, view: View): OutboxItem {
  const { id: _id, envelope, form: _form, view: _view, ...open } = row
  const size = envelope === null ? {} : { textBytes: envelope.data.byteLength }
  return { ...open, ...size, ...view }
}

export function rowBy(rows: RowsById, { header }: OutboxItem): KeptCommand {
  const row = rows.get(header.id)
  if (row === undefined) throw new Error('a step of the outbox made an item of its own')
  return row
}

export interface SealedCapture extends Pick<KeptCommand, 'envelope' | 'view' | 'form'> {
  readonly photos: readonly VillageSchema['blobs']['value'][]
}

export async function sealedCapture({
  header,
  payload,
  title,
  slip,
  form,
  photos,
}: Capture): Promise<SealedCapture> {
  const key = await queueKey()
  const own = openKey()
  const { id } = header
  views.set(id, { title, slip })
  return {
    envelope: await sealValue(key, contentName(id), payload),
    view: await sealValue(own, viewName(id), { title, slip }),
    form: form === null ? null : await sealValue(own, formName(id), form.content),
    photos: await Promise.all(
      photos.map(async ({ sha256, content }) => {
        const name = queueName(sha256)
        return { name, content: await seal(key, name, content) }
      }),
    ),
  }
}

export function rowOf(item: OutboxItem, { envelope, view, form }: SealedCapture): KeptCommand {
  const { title: _title, slip: _slip, ...open } = item
  return { ...open, id: item.header.id, envelope, view, form }
}

export async function viewed(rows: readonly KeptCommand[]): Promise<Outbox> {
  const key = dataKey()
  if (key === null) views.clear()
  else for (const { id, view } of rows) if (!views.has(id)) views.set(id, await openView(key, id, view))
  return rows.map(itemOf).sort((a, b) => a.header.seq - b.header.seq)
}

// What another agent of the same device wrote stays closed to this one (V31, V35).
async function openView(key: CryptoKey, id: CommandId, sealed: Sealed): Promise<View> {
  return unsealValue(key, viewName(id), sealed).then(
    (view) => view as View,
    () => LOCKED,
  )
}

export function contentName(id: CommandId): string {
  return `content/${id}`
}

function viewName(id: CommandId): string {
  return `view/${id}`
}

export function formName(id: CommandId): string {
  return `form/${id}`
}

export function queueName(sha256: string): string {
  return `queue/${sha256}`
}
