import { z } from 'zod'
import { PAPER_FORMS } from '../vocabulary/agency.ts'
import { APPROVAL_KINDS, CASE_ACTIONS, DECISIONS, DELIVERY_WAYS, PAUSE_REASONS } from '../vocabulary/case.ts'
import { EXCHANGE_RESULTS } from '../vocabulary/exchange.ts'
import { ITEM_PARTS } from '../vocabulary/item.ts'
import { CaptureClaim } from './capture-time.ts'
import { ClockView } from './case-clock.ts'
import { CaseEventView } from './case-event.ts'
import { CaseFile, CaseMaterial } from './case-material.ts'
import { CaseRow } from './case-row.ts'
import { CaseDuplicatesView } from './duplicates.ts'
import { InstantField, PlainDateField, TicketIdField, VillageCodeField } from './fields.ts'
import { OrderRow } from './orders.ts'
import { PaperLine } from './paper-line.ts'
import { Receipt } from './receipt.ts'
import { CaseRelation } from './relations.ts'
import { SubtaskView } from './subtasks.ts'

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
      /** Handed up on the same day (V21); a copy from before says neither. */
      isUrgent: z.boolean().optional(),
      /** What the point took in on paper (V17). */
      papers: z.array(z.object({ name: z.string(), form: z.enum(PAPER_FORMS), count: z.int() })).optional(),
      /** The village handed it up after the last day for it (V21). */
      isHandUpLate: z.boolean(),
      /** The resident took the authority back; the hall carries on (V14). */
      revokedAt: InstantField.nullish(),
    })
    .nullable(),
  /** Near relatives (V12); absent on what was answered before it was told. */
  relation: CaseRelation.optional(),
  /** Days that passed at the resident's and at a third party's charge: papers awaited, clock paused (C801). */
  charged: z.object({ resident: z.number(), thirdParty: z.number() }),
  /** Who answered from when to when, and the days of the promise each used; no unit is the county (C801). */
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

export const CaseAnswer = z.object({ case: CaseDetail, receipt: Receipt.nullable() })
export type CaseAnswer = z.infer<typeof CaseAnswer>

/** Topic `case:ID`. */
export const CaseChange = z.object({ kind: z.literal('case_changed'), case: CaseDetail })
