import * as z from 'zod/mini'
import { WAIT_REASONS } from '../../vocabulary/ticket.ts'

const light = z.enum(['green', 'yellow', 'red', 'paused', 'done', 'none'])

/** One run of days of a due date's computation (U9). */
export const SegmentView = z.object({
  from: z.string(),
  to: z.string(),
  reason: z.enum(['start', 'counted', 'extended', 'makeup', 'weekend', 'holiday', 'paused', 'unpublished']),
  name: z.nullable(z.string()),
  counted: z.number(),
})
export type SegmentView = z.infer<typeof SegmentView>

const DueReasonsView = z.object({
  extended: z.number(),
  unit: z.enum(['workday', 'day']),
  nominalOn: z.nullable(z.string()),
  isDeemed: z.boolean(),
  isCut: z.boolean(),
  notices: z.array(z.string()),
})

/** P-1: one ticket for the person who holds its QR link. */
export const TrackTicket = z.object({
  what: z.literal('ticket'),
  number: z.string(),
  businessDate: z.string(),
  status: z.enum([
    'waiting',
    'called',
    'serving',
    'held',
    'missed',
    'served',
    'absent',
    'moved',
    'cancelled',
  ]),
  topic: z.string(),
  window: z.nullable(z.number()),
  ahead: z.nullable(z.number()),
  low: z.nullable(z.number()),
  high: z.nullable(z.number()),
  /** 「现在叫到」 */
  nowCalled: z.nullable(z.object({ number: z.string(), window: z.number() })),
  canRejoin: z.boolean(),
  canPostpone: z.boolean(),
  canRestore: z.boolean(),
  /** One sentence on its place in the line; a count at most of anybody else (Q19). */
  why: z.nullable(z.object({ reason: z.enum(WAIT_REASONS), n: z.nullable(z.number()) })),
  isExpired: z.boolean(),
  /** Today's notices of the hall. */
  notices: z.array(z.string()),
  version: z.number(),
  /** Asked at a kiosk: no paper of it ever came out, so that it can be printed there (Q45). */
  lacksPaper: z.optional(z.boolean()),
})
export type TrackTicket = z.infer<typeof TrackTicket>

/** P-2: one case for the person who holds its QR link; the name is masked, no identity number at all (P41). */
export const TrackCase = z.object({
  what: z.literal('case'),
  number: z.string(),
  /** The number on the slip, when its case was merged into this one (C445). */
  mergedNumber: z.nullable(z.string()),
  /** The day on which the item was corrected by the house; the receipt stays (C520). */
  itemChangedOn: z.nullable(z.string()),
  /** Null when the item's confidentiality is not normal (C903). */
  itemName: z.nullable(z.string()),
  applicant: z.string(),
  unitName: z.string(),
  status: z.string(),
  light,
  dueOn: z.nullable(z.string()),
  dueAt: z.nullable(z.string()),
  yellowAt: z.nullable(z.string()),
  clockState: z.nullable(z.enum(['running', 'paused', 'stopped'])),
  left: z.number(),
  overdue: z.number(),
  isProvisional: z.boolean(),
  statutoryDueOn: z.nullable(z.string()),
  /** The day that the resident was told last, when it is another one than the due day (C520). */
  toldDueOn: z.nullable(z.string()),
  /** The units that have their part in it; none where the matter is nobody's business (C207, C903). */
  jointUnits: z.array(z.string()),
  /** Until when it is checked whether a written promise is true (C206). */
  pledgeCheckOn: z.nullable(z.string()),
  segments: z.array(SegmentView),
  /** Why the date is what it is, besides its days. */
  reasons: z.nullable(DueReasonsView),
  /** 「要您做的事」: what to bring, how to get it, where, until when. */
  todo: z.nullable(
    z.object({
      until: z.nullable(z.string()),
      where: z.string(),
      materials: z.array(z.object({ name: z.string(), how: z.string() })),
    }),
  ),
  stages: z.array(
    z.object({
      stage: z.enum(['received', 'accepted', 'reviewing', 'decided', 'delivered']),
      state: z.enum(['done', 'now', 'next']),
      at: z.nullable(z.string()),
      who: z.nullable(z.string()),
    }),
  ),
  materials: z.array(
    z.object({ name: z.string(), state: z.enum(['received', 'missing', 'deferred', 'not_needed']) }),
  ),
  result: z.nullable(z.string()),
  /** 「办好了」: where the paper result is fetched; null unless it waits. */
  pickUp: z.nullable(z.object({ where: z.string() })),
  canUrge: z.boolean(),
  consultPhone: z.string(),
})
export type TrackCase = z.infer<typeof TrackCase>

export const TrackState = z.discriminatedUnion('what', [TrackTicket, TrackCase])
export type TrackState = z.infer<typeof TrackState>

/** Topic `track`: every change brings the whole page anew. */
export const TrackChange = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('ticket_changed'), state: TrackTicket }),
  z.object({ kind: z.literal('case_changed'), state: TrackCase }),
])
export type TrackChange = z.infer<typeof TrackChange>

const token = z.string().check(z.regex(/^[A-Za-z0-9_-]{22}$/))
/** `POST /api/track/ticket` and `/api/track/case`: the token of the link, or what is typed by hand: number and query code, at an enrolled kiosk the code alone (P41). */
export const TrackBody = z.union([
  z.strictObject({ token }),
  z.strictObject({ code: z.string().check(z.maxLength(20)) }),
  z.strictObject({ number: z.string().check(z.maxLength(20)), code: z.string().check(z.maxLength(20)) }),
])
/** What a resident may do with the secret in hand: `POST /api/track/ticket/{rejoin,postpone,cancel,restore}`, `/api/track/case/urge`. */
export const TrackActBody = z.strictObject({ commandId: z.uuidv7(), token })
/** `POST /api/track/ticket/paper`, at an enrolled kiosk: the paper that never came out (Q45). */
export const MissingPaperBody = z.union([
  TrackActBody,
  z.strictObject({ commandId: z.uuidv7(), code: z.string().check(z.maxLength(20)) }),
])
/** `POST /api/track/case/return-visit`, at an enrolled kiosk: a number for the case of a receipt (Q10). */
export const ReturnVisitBody = z.union([
  z.strictObject({ commandId: z.uuidv7(), cls: z.enum(['ordinary', 'priority']), token }),
  z.strictObject({
    commandId: z.uuidv7(),
    cls: z.enum(['ordinary', 'priority']),
    code: z.string().check(z.maxLength(20)),
  }),
])
