import { z } from 'zod'
import { POINT_TIMERS } from '../vocabulary/case.ts'
import { ALARM_LEVELS, POINT_ALARMS, POINT_FINDINGS } from '../vocabulary/point.ts'
import {
  CaseIdField,
  CommandIdField,
  InstantField,
  Sha256Field,
  StaffIdField,
  textField,
  VillageCodeField,
} from './fields.ts'

/** Something is wrong with a village point; `n`: days, numbers, timers or minutes, as the kind says (V89). */
export const PointAlarm = z.object({
  kind: z.enum(POINT_ALARMS),
  level: z.enum(ALARM_LEVELS),
  n: z.int().nullable(),
})
export type PointAlarm = z.infer<typeof PointAlarm>

/** Topic `points`: what is wrong, on every page of supervisor and leader (V89). */
export const PointNews = z.object({
  points: z.array(z.object({ village: VillageCodeField, name: z.string(), alarms: z.array(PointAlarm) })),
})
export type PointNews = z.infer<typeof PointNews>
export const PointNewsChange = z.object({ kind: z.literal('figures_changed'), state: PointNews })
export type PointNewsChange = z.infer<typeof PointNewsChange>

/** What the phones of a point said when they were last heard; null: not known, and never shown as 0 (V88). */
export const PointSaid = z.object({
  unsent: z.int().nullable(),
  attention: z.int().nullable(),
  numbersFree: z.int().nullable(),
})
export type PointSaid = z.infer<typeof PointSaid>

/** x of y; under 5 it is no rate (V89). */
const Share = z.object({ n: z.int(), of: z.int() })

/** A device as it was last heard; of later nothing is known (V88). */
export const PointDevice = z.object({
  device: z.string(),
  agent: z.string(),
  heardAt: InstantField,
  unsent: z.int(),
  oldestAt: InstantField.nullable(),
  filesUnsent: z.int(),
  attention: z.int(),
  /** Null: the phone did not say. */
  persisted: z.boolean().nullable(),
  numbersFree: z.int().nullable(),
  numbersUsed: z.int(),
  /** Lent, not free on the phone and not arrived: on paper somewhere. Null: the phone did not say what it has. */
  numbersUnseen: z.int().nullable(),
  /** Of what it counted, never heard of here (V53). */
  missing: z.int(),
  clockAheadMinutes: z.int(),
  appVersion: z.string(),
})
export type PointDevice = z.infer<typeof PointDevice>

/** The numbers of a point in a year; the states add up to the highest number issued (V62). */
export const PointNumbers = z.object({
  year: z.int(),
  last: z.int(),
  leased: z.int(),
  used: z.int(),
  void: z.int(),
  returned: z.int(),
  lost: z.int(),
  /** Given by the centre itself, without a phone. */
  direct: z.int(),
  /** Not in this record: lent before it was restored from a backup. */
  unknown: z.int(),
})
export type PointNumbers = z.infer<typeof PointNumbers>

const PointPerson = z.object({
  staffId: StaffIdField,
  name: z.string(),
  isAway: z.boolean(),
  /** As the point shows it; empty or null where none is given (V1). */
  phone: z.string(),
  photo: z.string().nullable(),
  /** The number itself is shown to nobody (V11). */
  hasIdNo: z.boolean(),
})

/** `GET /api/points`: 代办点, per point and per device (V1, V88, V89). */
export const PointLine = z.object({
  village: VillageCodeField,
  name: z.string(),
  place: z.string(),
  phone: z.string(),
  /** Empty: as the centre. */
  hours: z.string(),
  /** Null: 「无人在岗」. */
  onDuty: z.object({ name: z.string(), post: z.enum(['A', 'B']) }).nullable(),
  lead: StaffIdField.nullable(),
  deputy: StaffIdField.nullable(),
  agents: z.array(PointPerson),
  lastContactAt: InstantField.nullable(),
  said: PointSaid,
  alarms: z.array(PointAlarm),
  devices: z.array(PointDevice),
  numbers: PointNumbers,
  /** Running timers that are on their last day, and late (V23). */
  timers: z.array(z.object({ kind: z.enum(POINT_TIMERS), yellow: z.int(), red: z.int() })),
  month: z.object({
    received: z.int(),
    /** Handed up in time: the village's part. */
    handUp: Share,
    /** Decided in time: the township's part, told apart. */
    decided: Share,
    relatives: z.int(),
    /** Of the call-backs listed this month those that are done (V20); a page from before does not tell. */
    callBacks: Share.optional(),
  }),
})
export type PointLine = z.infer<typeof PointLine>
export const PointList = z.object({ at: InstantField, points: z.array(PointLine) })
export type PointList = z.infer<typeof PointList>

/** `POST /api/points/:village/posts`: who is A岗 and who B岗 (V1, V90). */
export const PointPostsBody = z.strictObject({
  commandId: CommandIdField,
  lead: StaffIdField.nullable(),
  deputy: StaffIdField.nullable(),
  reason: textField(200),
})

/** `GET /api/points/:village/numbers`: every number of a year that stands on no case, and why (V62). */
export const NumberGaps = z.object({
  numbers: PointNumbers,
  gaps: z.array(
    z.object({
      number: z.string(),
      state: z.enum(['leased', 'void', 'returned', 'lost', 'unknown']),
      since: InstantField.nullable(),
      reason: z.string().nullable(),
    }),
  ),
})
export type NumberGaps = z.infer<typeof NumberGaps>

/** `POST /api/points/:village/details`: what everybody reads of a point (V1). */
export const PointDetailsBody = z.strictObject({
  commandId: CommandIdField,
  place: textField(120, 1),
  phone: textField(30, 1),
  hours: textField(120),
  reason: textField(200),
})

/** `POST /api/points/:village/card`: what is shown of an agent; `idNo` null leaves the number, '' forgets it (V1, V11). */
export const AgentCardBody = z.strictObject({
  commandId: CommandIdField,
  agent: StaffIdField,
  phone: z.string().max(20),
  photo: Sha256Field.nullable(),
  idNo: z.string().max(40).nullable(),
  reason: textField(200),
})

/** `GET /api/points/:village/findings`: the cases of a point that want somebody's eye (V88). */
export const PointFindings = z.object({
  items: z.array(
    z.object({
      kind: z.enum(POINT_FINDINGS),
      case: CaseIdField,
      number: z.string(),
      itemName: z.string(),
      applicant: z.string(),
      timer: z.enum(POINT_TIMERS).nullable(),
      since: InstantField,
    }),
  ),
})
export type PointFindings = z.infer<typeof PointFindings>
