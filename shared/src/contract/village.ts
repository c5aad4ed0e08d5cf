import { z } from 'zod'
import { EDITED_FIELDS } from '../vocabulary/edit.ts'
import { SLIP_FAULTS } from '../vocabulary/late-slip.ts'
import {
  CaseIdField,
  CommandIdField,
  InstantField,
  PlainDateField,
  Sha256Field,
  StaffIdField,
  textField,
  VillageCodeField,
} from './fields.ts'

/** Commands a village point may send in protocol 1 (V30, interfaces.md 2). */
export const VILLAGE_COMMAND_TYPES = [
  'case.register',
  'case.edit',
  'case.ask_withdrawal',
  'material.receive',
  'material.return',
  'note.add',
  'contact.attempt',
  'correction.relay',
  'result.deliver',
  'followup.record',
  'authority.revoke',
  'consult.log',
  'number.void',
  'command.withdraw',
] as const

const FileHeader = z.strictObject({
  sha256: Sha256Field,
  size: z.int().min(1).max(8_388_608),
  mime: z.enum(['image/jpeg', 'image/png', 'application/pdf']),
  role: textField(120, 1),
})

/** Whole milliseconds since the page began; a page lives for a year at most. */
const MonoField = z.int().min(0).max(31_536_000_000)
const PageIdField = z.uuid()

const StreamCursor = z.strictObject({ epoch: z.string().max(60), seq: z.int().nonnegative() })

/** V29 without signature and lease. `capturedAt` is a claim and never a reason to refuse (V76). */
export const VillageHeader = z.strictObject({
  v: z.literal(1),
  id: CommandIdField,
  seq: z.int().positive(),
  caseId: CaseIdField,
  after: CommandIdField.nullable(),
  /** Of an edit: the case as its author last saw it (V73). */
  baseRev: z.int().nonnegative().nullish(),
  /** The refused command that this one stands for: 修改重发 (V36). */
  replaces: CommandIdField.nullish(),
  type: z.enum(VILLAGE_COMMAND_TYPES),
  /** Who captured it; left out by pages of before (V29, V35). */
  authorId: StaffIdField.optional(),
  pointId: VillageCodeField,
  itemVersion: z.int().positive().nullable(),
  capturedAt: InstantField,
  files: z.array(FileHeader).max(20),
  payloadHash: Sha256Field,
  /** What the resident's slip shows: a lent number, or the code of an empty pool (V61, V63). */
  number: textField(20, 1).nullish(),
  provisional: textField(20, 1).nullish(),
  /** The page that captured it, and its steady clock then: nobody sets that one (V29, V77). */
  pageId: PageIdField.optional(),
  monoMs: MonoField.optional(),
  /** The centre's time as last heard before the capture, and this device's own at that moment; `mono` only of the same page (V77). */
  lastServer: z.strictObject({ at: InstantField, wall: InstantField, mono: MonoField.optional() }).nullish(),
})
export type VillageHeader = z.infer<typeof VillageHeader>

/** More lines of numbers than a request has room for: a phone that holds too many is blocked by no count (V44, V59). */
export const MOST_NUMBERS = 16_000

/** `POST /sync`, protocol 2: commands travel as unknown so that a bad one blocks only itself (V44). */
export const SyncBody = z.strictObject({
  protocol: z.literal(2),
  nonce: z.string().min(8).max(64),
  deviceNow: InstantField,
  appVersion: z.string().max(40),
  storeEpoch: z.string().max(60).nullable(),
  /** Who sends, as the page believes: a session that has become another's meanwhile takes nothing of them (V35). */
  carrierId: z.uuid().nullable().optional(),
  /** The page that asks, and its steady clock (V77). */
  pageId: PageIdField.optional(),
  monoMs: MonoField.optional(),
  /** The device's own id, to which numbers are lent (V61). */
  deviceId: z.uuid(),
  /** Asks for numbers; the same request gets the same ones. */
  leases: z.strictObject({ requestId: CommandIdField, free: z.int().nonnegative() }).optional(),
  /** After the centre's store began anew: what it once said is stored, by id (V56, V57). */
  known: z.array(CommandIdField).max(500).optional(),
  /** The lease table, for the same reason: numbers on no slip, on slips of what the device has, and what is nowhere any more (V57). */
  table: z
    .strictObject({
      free: z.array(textField(20, 1)).max(MOST_NUMBERS),
      kept: z.array(textField(20, 1)).max(MOST_NUMBERS),
      gone: z.array(z.strictObject({ id: CommandIdField, number: textField(20, 1).nullable() })).max(500),
    })
    .optional(),
  /** After its start and once a day: what the device was told is stored since then, counted and added up (V56). */
  have: z
    .strictObject({
      since: InstantField,
      count: z.int().nonnegative(),
      digest: z.string().regex(/^[0-9a-f]{32}$/),
    })
    .optional(),
  /** Up to where the agent's copy of the own cases goes in the stream of the village; an epoch of '' has none (V55). */
  cursor: StreamCursor.optional(),
  /** What waits for a person at the phone; `isHanded`: its agent gave it to the centre (V36). Their outcomes are told. */
  waiting: z.array(z.strictObject({ id: CommandIdField, isHanded: z.boolean() })).max(50),
  outbox: z.strictObject({
    unsent: z.int().nonnegative(),
    filesUnsent: z.int().nonnegative(),
    attention: z.int().nonnegative(),
    /** Of the photos that are unsent. */
    bytes: z.int().nonnegative().optional(),
    /** When the oldest unsent item was captured, by the device's clock (V39). */
    oldestAt: InstantField.nullish(),
    /** Whether the browser has promised to keep them (V40). */
    persisted: z.boolean().nullish(),
    /** How many lent numbers it may still give out (V61, V88). */
    numbersFree: z.int().nonnegative().optional(),
  }),
  commands: z.array(z.strictObject({ header: z.unknown(), payload: z.unknown() })).max(50),
})
export type SyncBody = z.infer<typeof SyncBody>

/** Protocol 1, of pages that a phone still has from before: it may leave out who it is and what waits (V58). */
export const SyncBodyBefore = SyncBody.extend({
  protocol: z.literal(1),
  deviceId: SyncBody.shape.deviceId.optional(),
  waiting: SyncBody.shape.waiting.optional(),
})
export type SyncBodyBefore = z.infer<typeof SyncBodyBefore>

/** Two words on the same fact: what stands at the centre, masked, and whose word it is (V73, P33). */
export const EditConflicts = z.object({
  /** The case as it stands: the base of whoever writes the fact again. */
  caseRev: z.int(),
  fields: z.array(
    z.object({
      field: z.enum(EDITED_FIELDS),
      theirs: z.string(),
      by: z.string(),
      at: InstantField,
    }),
  ),
})
export type EditConflicts = z.infer<typeof EditConflicts>

export const SyncResult = z.object({
  id: z.string(),
  status: z.enum(['applied', 'duplicate', 'merged', 'held', 'attention', 'retry']),
  code: z.string().nullable(),
  message: z.string().nullable(),
  /** The same in English, with what it names; left out by a centre of before. */
  messageEn: z.string().nullish(),
  /** The case in which it stands now, if its point may open it: after a merging another one than the phone's own (V51). */
  caseId: z.string().nullable(),
  number: z.string().nullable(),
  /** Told with the first answer and its duplicates: the resident's code and link (V64). */
  queryCode: z.string().nullable(),
  link: z.string().nullable(),
  /** What of the slip is no good any more; left out where all of it opens the case (V66, V80). */
  slip: z.enum(SLIP_FAULTS).optional(),
  filesMissing: z.array(z.string()),
  /** Since when the centre has it, by its clock (V56); left out for what it does not have. */
  storedAt: InstantField.nullish(),
  /** Of `attention`: false where the centre could not keep what it refused, so that it can solve nothing of it (V51). */
  stored: z.boolean().optional(),
  /** The registered case looks like this one (V73, V74); left out by a centre that knows of no hints. */
  alike: z.object({ receivedOn: PlainDateField, number: z.string().nullable() }).nullish(),
  /** Of an edit that two people do not agree on, or that stands beside what others put right meanwhile (V73); else left out. */
  conflicts: EditConflicts.optional(),
})
export type SyncResult = z.infer<typeof SyncResult>

export const SyncAnswer = z.object({
  product: z.literal('village-counter'),
  /** The one that was asked in (V58). */
  protocol: z.union([z.literal(2), z.literal(1)]),
  nonce: z.string(),
  serverNow: InstantField,
  storeEpoch: z.string(),
  results: z.array(SyncResult),
  /** Of `waiting`: what the centre has solved, or says no to with its reason (V51). */
  outcomes: z.array(SyncResult).optional(),
  /** Numbers lent to the device that asked; left out by a centre that lends none (V61). */
  leases: z.array(z.string()).optional(),
  /**
   * Of `cursor`: the rows of the village's stream after it, or the whole `state` for too many and for another store; `more` follow
   * after the new cursor. Read apart, so that a list of another form keeps nothing from being acknowledged (V47, V55).
   */
  cursor: StreamCursor.optional(),
  changes: z.array(z.unknown()).optional(),
  more: z.boolean().optional(),
  state: z.unknown().optional(),
  errands: z.array(z.unknown()).optional(),
  /** Of `have`: false when this store has something else, and the device offers its ids (V56). */
  agrees: z.boolean().optional(),
  /** Of `known`, what this store does not have. */
  missing: z.array(z.string()).optional(),
  /** Of `table`, the free numbers that are somebody else's here; the device lets them go (V57, V62). */
  taken: z.array(z.string()).optional(),
  /** The device is lost or retired: it erases everything once nothing of it is unsent (V80, V81, V84). */
  wipe: z.boolean().optional(),
})
export type SyncAnswer = z.infer<typeof SyncAnswer>

/** `PUT /files/:sha256` answers where the next part begins (V69). */
export const FileOffset = z.object({ offset: z.int().nonnegative(), isComplete: z.boolean() })
