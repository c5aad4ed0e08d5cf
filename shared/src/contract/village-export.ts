import { z } from 'zod'
import {
  CommandIdField,
  DeviceIdField,
  InstantField,
  Sha256Field,
  StaffIdField,
  textField,
  VillageCodeField,
} from './fields.ts'
import { SyncResult } from './village.ts'

/** The first line of an export file says in the open whose it is; everything else lies in boxes (V79). */
export const ExportHead = z.strictObject({
  product: z.literal('village-counter'),
  format: z.literal(1),
  file: z.uuid(),
  deviceId: DeviceIdField,
})
export type ExportHead = z.infer<typeof ExportHead>

/** Every further line: its place, what only the centre opens, and the phone's signature over both. */
export const ExportLine = z.strictObject({
  n: z.int().positive(),
  box: z.string().min(1),
  sig: z.string().regex(/^[A-Za-z0-9_-]{86}$/),
})
export type ExportLine = z.infer<typeof ExportLine>

/** What lies in a box. A photo's bytes follow these words. */
export const ExportWords = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('about'),
    /** By the phone's clock. */
    madeAt: InstantField,
    appVersion: z.string().max(40),
  }),
  z.strictObject({
    kind: z.literal('command'),
    author: StaffIdField,
    header: z.unknown(),
    payload: z.unknown(),
  }),
  z.strictObject({ kind: z.literal('photo'), author: StaffIdField, sha256: Sha256Field }),
  /** What the centre has acknowledged: after a restore it hears what it has lost (V56). */
  z.strictObject({
    kind: z.literal('stubs'),
    stubs: z.array(z.strictObject({ id: CommandIdField, number: textField(20).nullable() })).max(500),
  }),
  /** The trailer: how many lines stand before it, and the digest of them all. */
  z.strictObject({ kind: z.literal('end'), lines: z.int().nonnegative(), digest: Sha256Field }),
])
export type ExportWords = z.infer<typeof ExportWords>

/** How the desk hands a file over: some lines at a time, so that a large one is no weight (V79). */
const PIECE = {
  /** The first line as it stands. */
  head: z.string().max(500),
  lines: z.array(z.string()).max(50),
}

/** `POST /api/village-exports/look`: what is in it; nothing is changed. */
export const LookExportBody = z.strictObject(PIECE)
/** `POST /api/village-exports`: the lines go in, the commands by the way of `POST /sync`. */
export const TakeExportBody = z.strictObject({ commandId: CommandIdField, ...PIECE })

/** One line of a piece, as it was read or taken. */
const ExportOutcome = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('about'), madeAt: InstantField, appVersion: z.string() }),
  z.object({
    kind: z.literal('command'),
    id: z.string(),
    type: z.string().nullable(),
    capturedAt: InstantField.nullable(),
    author: z.string().nullable(),
    /** `new` of a file that is only looked at. */
    status: z.enum(['new', ...SyncResult.shape.status.options]),
    code: z.string().nullable(),
    message: z.string().nullable(),
    number: z.string().nullable(),
  }),
  z.object({
    kind: z.literal('photo'),
    status: z.enum(['new', 'stored', 'known', 'refused']),
    code: z.string().nullable(),
    message: z.string().nullable(),
  }),
  z.object({
    kind: z.literal('stubs'),
    lost: z.array(z.object({ id: z.string(), number: z.string().nullable() })),
  }),
  z.object({ kind: z.literal('end'), lines: z.number(), digest: z.string() }),
  z.object({ kind: z.literal('bad'), code: z.string(), message: z.string() }),
])
export type ExportOutcome = z.infer<typeof ExportOutcome>

export const ExportPiece = z.object({
  device: z.object({
    name: z.string(),
    village: VillageCodeField,
    villageName: z.string(),
    /** What a phone brings that is out of use goes to attention, and waits for its author (V80, V95). */
    standing: z.enum(['in_use', 'lost', 'revoked']),
  }),
  outcomes: z.array(ExportOutcome),
})
export type ExportPiece = z.infer<typeof ExportPiece>
