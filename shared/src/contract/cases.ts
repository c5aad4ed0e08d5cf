import { z } from 'zod'
import {
  APPROVAL_KINDS,
  CASE_ACTIONS,
  CASE_CHANNELS,
  CASE_EVENT_TYPES,
  CASE_FLAGS,
  CASE_STATUSES,
  CASE_TYPES,
  CHARGED_TO,
  CLOCK_KINDS,
  CLOCK_STATES,
  DECISIONS,
  DELIVERY_WAYS,
  LIGHTS,
  MATERIAL_SOURCES,
  MATERIAL_STATES,
  PAUSE_REASONS,
  SEGMENT_REASONS,
} from '../vocabulary/case.ts'
import { CASE_PAPERS, PAPER_POINTS, PAPER_WAYS } from '../vocabulary/case-paper.ts'
import { EXCHANGE_RESULTS } from '../vocabulary/exchange.ts'
import { HOLD_REASONS } from '../vocabulary/hold-reason.ts'
import { ITEM_PARTS } from '../vocabulary/item.ts'
import { CaptureClaim } from './capture-time.ts'
import { CaseDuplicatesView } from './duplicates.ts'
import {
  CaseIdField,
  InstantField,
  ItemCodeField,
  PaperIdField,
  PlainDateField,
  TicketIdField,
  UnitCodeField,
  VersionField,
  VillageCodeField,
} from './fields.ts'
import { OrderRow } from './orders.ts'
import { CaseRelation } from './relations.ts'
import { SubtaskView } from './subtasks.ts'
import { PaperWording } from './wordings.ts'

export const SegmentField = z.object({
  from: PlainDateField,
  to: PlainDateField,
  reason: z.enum(SEGMENT_REASONS),
  name: z.string().nullable(),
  counted: z.number(),
  chargedTo: z.enum(CHARGED_TO),
  eventId: z.string().nullable(),
})

/** What was added, moved or cut, and by which notices days are off (U9). */
const DueReasonsField = z.object({
  extended: z.number(),
  nominalOn: PlainDateField.nullable(),
  isDeemed: z.boolean(),
  isCut: z.boolean(),
  notices: z.array(z.string()),
})

/** One clock with its day-by-day explanation (U9). */
export const ClockView = z.object({
  kind: z.enum(CLOCK_KINDS),
  state: z.enum(CLOCK_STATES),
  limit: z.object({ value: z.number(), unit: z.enum(['workday', 'day']) }),
  startedOn: PlainDateField,
  dueOn: PlainDateField,
  dueAt: InstantField.nullable(),
  yellowAt: InstantField.nullable(),
  used: z.number(),
  left: z.number(),
  overdue: z.number(),
  provisional: z.boolean(),
  segments: z.array(SegmentField),
  reasons: DueReasonsField,
})
export type ClockView = z.infer<typeof ClockView>

/** One line of every list of cases: masked, with the facts its light is drawn from. */
export const CaseRow = z.object({
  id: CaseIdField,
  number: z.string(),
  item: ItemCodeField,
  itemName: z.string(),
  /** 王*国 (C1108). */
  applicant: z.string(),
  status: z.enum(CASE_STATUSES),
  caseType: z.enum(CASE_TYPES),
  unit: UnitCodeField,
  unitName: z.string(),
  channel: z.enum(CASE_CHANNELS),
  village: VillageCodeField.nullable(),
  villageName: z.string().nullable(),
  flags: z.array(z.enum(CASE_FLAGS)),
  light: z.enum(LIGHTS),
  clockKind: z.enum(CLOCK_KINDS).nullable(),
  clockState: z.enum(CLOCK_STATES).nullable(),
  /** Why its clocks stand still and since when; null unless it is paused (C511). */
  pause: z.object({ reason: z.enum(HOLD_REASONS), since: PlainDateField }).nullable(),
  dueOn: PlainDateField.nullable(),
  dueAt: InstantField.nullable(),
  yellowAt: InstantField.nullable(),
  left: z.number(),
  overdue: z.number(),
  isProvisional: z.boolean(),
  receivedAt: InstantField,
  /** Who has it: the unit's handler, masked to a display name of staff. */
  handler: z.string().nullable(),
  version: VersionField,
})
export type CaseRow = z.infer<typeof CaseRow>

/** A file of a case; its content is asked for by itself, which is recorded (C303). */
export const CaseFile = z.object({
  sha256: z.string(),
  size: z.number(),
  mime: z.enum(['image/jpeg', 'image/png', 'application/pdf']),
  isStored: z.boolean(),
  /** Who added it, or the village that sent it. */
  by: z.string(),
  at: InstantField,
})
export type CaseFile = z.infer<typeof CaseFile>

export const CaseMaterial = z.object({
  name: z.string(),
  original: z.number(),
  copies: z.number(),
  required: z.boolean(),
  deferrable: z.boolean(),
  source: z.enum(MATERIAL_SOURCES),
  state: z.enum(MATERIAL_STATES),
  promisedOn: PlainDateField.nullable(),
  files: z.array(CaseFile),
})
export type CaseMaterial = z.infer<typeof CaseMaterial>

/** One line of the timeline. `text` is what was written by hand; personal data never is in it (P33). */
export const CaseEventView = z.object({
  id: z.string(),
  rev: z.int(),
  type: z.enum(CASE_EVENT_TYPES),
  occurredAt: InstantField,
  recordedAt: InstantField,
  by: z.string(),
  from: z.enum(CASE_STATUSES).nullable(),
  to: z.enum(CASE_STATUSES),
  text: z.string().nullable(),
  /** Why it was entered later than it happened (C306). */
  lateReason: z.string().nullable(),
  /** Taken back by a correction, so it no longer counts (C302). */
  isVoided: z.boolean(),
  /** The item before and the one after, where it was changed. */
  items: z.object({ from: z.string(), to: z.string() }).optional(),
  /** Due dates that a calendar, a setting or another item moved; null where a clock had not started (C604). */
  moves: z
    .array(
      z.object({
        kind: z.enum(CLOCK_KINDS),
        from: PlainDateField.nullable(),
        to: PlainDateField.nullable(),
      }),
    )
    .optional(),
})

/** A paper of a case or letter as its page names it, with every time it was printed or taken as a file. */
export const PaperLine = z.object({
  id: PaperIdField,
  kind: z.enum(CASE_PAPERS),
  number: z.string(),
  madeAt: InstantField,
  prints: z.array(z.object({ nth: z.int(), way: z.enum(PAPER_WAYS), at: InstantField, by: z.string() })),
})
export type PaperLine = z.infer<typeof PaperLine>

/** Everything the case page shows (C-3). Name, ID and phone masked; `reveal` gives them after its audit row. */
export const CaseDetail = z.object({
  row: CaseRow,
  applicant: z.object({
    name: z.string(),
    idNo: z.string().nullable(),
    phone: z.string().nullable(),
    village: VillageCodeField.nullable(),
    address: z.string().nullable(),
    /** Whom to call for somebody without a phone (C1107). */
    contact: z.string().nullable(),
  }),
  ticketId: TicketIdField.nullable(),
  itemVersion: z.int(),
  /** The case stays with the version of its receipt: what staff have to know of it (C101, C107). */
  itemMark: z.object({
    /** Its statutory limit is still to be confirmed. */
    isUnverified: z.boolean(),
    /** The version that new cases get now, and what it says otherwise; null while it is the same. */
    newer: z
      .object({ version: z.int(), effectiveFrom: PlainDateField, changed: z.array(z.enum(ITEM_PARTS)) })
      .nullable(),
  }),
  clocks: z.array(ClockView),
  /** The number it had in an old ledger. */
  oldNumber: z.string().nullable(),
  /** The number and the code by which other platforms know it; absent on what was answered before there were any (C444, C1104). */
  exchange: z
    .object({ number: z.string(), result: z.enum(EXCHANGE_RESULTS).nullable() })
    .nullable()
    .optional(),
  /** The due date that the resident was told last (C520). */
  toldDueOn: PlainDateField.nullable(),
  materials: z.array(CaseMaterial),
  /** Files that show none of the listed materials. */
  otherFiles: z.array(CaseFile),
  notice: z
    .object({
      number: z.string(),
      at: InstantField,
      materials: z.array(z.object({ name: z.string(), how: z.string() })),
      where: z.string(),
      until: PlainDateField,
      isProvisional: z.boolean(),
    })
    .nullable(),
  approval: z
    .object({ kind: z.enum(APPROVAL_KINDS), by: z.string(), at: InstantField, reason: z.string() })
    .nullable(),
  decision: z
    .object({ decision: z.enum(DECISIONS), result: z.string(), at: InstantField, isOnTime: z.boolean() })
    .nullable(),
  delivery: z.object({ way: z.enum(DELIVERY_WAYS), receiver: z.string(), at: InstantField }).nullable(),
  agency: z
    .object({
      agent: z.string(),
      relation: z.string(),
      powers: z.array(z.string()),
      until: PlainDateField,
      capturedAt: InstantField,
      claim: CaptureClaim.nullish(),
      isRelative: z.boolean(),
      handUpWorkdays: z.number(),
      /** The village handed it up after the last day for it (V21). */
      isHandUpLate: z.boolean(),
      /** The resident took the authority back; the hall carries on (V14). */
      revokedAt: InstantField.nullish(),
    })
    .nullable(),
  /** Near relatives (V12); absent on what was answered before it was told. */
  relation: CaseRelation.optional(),
  /** Who answered from when to when, and the days of the promise each used; no unit is the county (C801). */
  /** Days that passed at the resident's and at a third party's charge: papers awaited, clock paused (C801). */
  charged: z.object({ resident: z.number(), thirdParty: z.number() }),
  legs: z.array(
    z.object({
      unit: z.string().nullable(),
      from: InstantField,
      to: InstantField.nullable(),
      days: z.number(),
    }),
  ),
  /** A transfer that waits to be taken over; the sender answers until then (C802). */
  handOver: z.object({ from: z.string(), to: z.string(), at: InstantField, dueAt: InstantField }).nullable(),
  subtasks: z.array(SubtaskView),
  /** What the person who asks may do with sub-tasks now (C805). */
  maySubtask: z.object({ open: z.boolean(), waive: z.boolean() }),
  /** Cases that look like this one, that are linked with it, and what was merged (C445). */
  duplicates: CaseDuplicatesView,
  /** With whom the person who asks may check; empty when there is nothing to check (C421). */
  checkers: z.array(z.object({ id: z.string(), name: z.string() })),
  /** True where papers asked for after acceptance stop the clock (C516). */
  papersStopClock: z.boolean(),
  pauseReasons: z.array(z.enum(PAUSE_REASONS)),
  /** Every supervision order of the case, the first issued first (C705). */
  orders: z.array(OrderRow),
  /** The papers made so far, each with every time it was printed or taken as a file. */
  papers: z.array(PaperLine),
  events: z.array(CaseEventView),
  /** Papers that the village point received in this pause: it may end as of then (V75). */
  pointReceived: z.object({ at: InstantField, names: z.array(z.string()) }).nullish(),
  /** What the person who asks may do now, the usual next step first; the screen keeps no copy of the rule. */
  actions: z.array(z.enum(CASE_ACTIONS)),
})
export type CaseDetail = z.infer<typeof CaseDetail>

/** A paper given to the resident; a code and its token are told once (C1103). */
export const Receipt = z.object({
  id: PaperIdField,
  kind: z.enum(CASE_PAPERS),
  /** What it is a paper of; number, matter and person are then those of a letter. */
  of: z.enum(['case', 'letter']),
  paperNumber: z.string(),
  /** 0 is the first print, n the n-th copy (cases.md 9). */
  nth: z.int(),
  madeAt: PlainDateField,
  centre: z.string(),
  caseNumber: z.string(),
  queryCode: z.string(),
  token: z.string(),
  link: z.string(),
  itemName: z.string(),
  applicant: z.string(),
  unitName: z.string(),
  receivedAt: InstantField,
  dueAt: InstantField.nullable(),
  dueOn: PlainDateField.nullable(),
  isProvisional: z.boolean(),
  statutoryDueOn: PlainDateField.nullable(),
  explanation: z.array(SegmentField),
  /** Of the clock that is explained; null where no day is promised. */
  reasons: DueReasonsField.nullable().optional(),
  /** In which days that clock counts. */
  unit: z.enum(['workday', 'day']).nullable().optional(),
  materials: z.array(
    z.object({
      name: z.string(),
      state: z.enum(MATERIAL_STATES),
      how: z.string(),
      /** By when the resident promised it (C205). */
      promisedOn: PlainDateField.optional(),
    }),
  ),
  points: z.array(z.object({ point: z.enum(PAPER_POINTS), text: z.string() })),
  until: PlainDateField.nullable(),
  where: z.string(),
  by: z.string(),
  consultPhone: z.string(),
  supervisionPhone: z.string(),
  /** The township's own words, in the version that the paper was given with; null for those of the product (C901). */
  wording: PaperWording.nullable().optional(),
})
export type Receipt = z.infer<typeof Receipt>

export const CaseAnswer = z.object({ case: CaseDetail, receipt: Receipt.nullable() })
export type CaseAnswer = z.infer<typeof CaseAnswer>

/** Topic `case:ID`. */
export const CaseChange = z.object({ kind: z.literal('case_changed'), case: CaseDetail })
