import { z } from 'zod'
import { ANNOUNCEMENT_KINDS, TICKET_CLASSES, WINDOW_STATES } from '../vocabulary/ticket.ts'
import {
  CommandIdField,
  DeviceIdField,
  InstantField,
  PlainDateField,
  TicketIdField,
  TokenField,
  TopicKeyField,
  textField,
  UnitCodeField,
  VersionField,
  VillageCodeField,
  WindowField,
} from './fields.ts'

/** The tag beside a number, never the reason for it (Q57). */
const TagField = z.enum(['priority', 'appointment']).nullable()

/** 综 012, 优先 003: a prefix of letters, a blank, digits. Nothing else fits in, a name least of all (U23). */
const NumberField = z.string().regex(/^\p{L}{1,4} \d{3,4}$/u)

/** One number of the hall. Names and matters have no place here (U23): the schema cannot carry them. */
export const HallNumber = z.strictObject({ number: NumberField, tag: TagField })

/** One call as the wall shows and speaks it (Q51). `clips` are keys of the clip bank. */
export const Announcement = z.strictObject({
  seq: z.int().positive(),
  kind: z.enum(ANNOUNCEMENT_KINDS),
  number: NumberField,
  tag: TagField,
  window: WindowField,
  callNo: z.int().positive(),
  at: InstantField,
  clips: z.array(z.string().regex(/^[a-z0-9-]{1,30}$/)).max(20),
  /** True once the speaking wall has said it: another one need not say it again (Q54). */
  isSpoken: z.boolean(),
})
export type Announcement = z.infer<typeof Announcement>

/** One open or paused window and whom it has. */
export const HallWindow = z.strictObject({
  window: WindowField,
  state: z.enum(WINDOW_STATES),
  until: InstantField.nullable(),
  /** The number called or served there now. */
  current: z
    .strictObject({
      number: NumberField,
      tag: TagField,
      callNo: z.int().positive(),
      calledAt: InstantField,
      isServing: z.boolean(),
    })
    .nullable(),
})
export type HallWindow = z.infer<typeof HallWindow>

/** The counts of the hall: who waits, about how long, who is next (Q57, Q62). Minutes; null = people only. */
export const HallFigures = z.strictObject({
  waiting: z.int().nonnegative(),
  openWindows: z.int().nonnegative(),
  low: z.int().nonnegative().nullable(),
  high: z.int().nonnegative().nullable(),
  next: z.array(HallNumber).max(8),
  missed: z.array(HallNumber).max(60),
  /** The last calls of the day, newest first (Q57). */
  lastCalls: z.array(HallNumber.extend({ window: WindowField })).max(6),
  intake: z.enum(['open', 'closed']),
  /** Topics that nobody who comes now is likely to be served in today, and whether they still give out numbers (Q41). */
  late: z.strictObject({ topics: z.array(TopicKeyField).max(60), isStopped: z.boolean() }),
})
export type HallFigures = z.infer<typeof HallFigures>

const NoticePages = z.array(z.string().max(68)).max(20)

/** What a wall and a kiosk know of the hall. */
export const HallState = z.strictObject({
  businessDate: PlainDateField,
  windows: z.array(HallWindow),
  /** Calls of the last 90 s, oldest first: the voice queue and the highlights (Q56). */
  announcements: z.array(Announcement),
  figures: HallFigures,
  /** The one wall that speaks for the hall; null while none is named (Q54). */
  speakingWall: DeviceIdField.nullable(),
  /** Today's notices, a page each. */
  notices: NoticePages,
})
export type HallState = z.infer<typeof HallState>

export const HallChange = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('window_changed'), window: HallWindow }),
  z.strictObject({ kind: z.literal('call_announced'), announcement: Announcement }),
  z.strictObject({ kind: z.literal('call_withdrawn'), seq: z.int().positive() }),
  z.strictObject({ kind: z.literal('notices_changed'), notices: NoticePages }),
  z.strictObject({ kind: z.literal('call_spoken'), seq: z.int().positive() }),
  z.strictObject({ kind: z.literal('speaker_changed'), speakingWall: DeviceIdField.nullable() }),
  z.strictObject({ kind: z.literal('sound_asked'), wall: DeviceIdField, askedAt: InstantField }),
  z.strictObject({ kind: z.literal('figures_changed'), figures: HallFigures }),
])
export type HallChange = z.infer<typeof HallChange>

/** One tile of the kiosk. */
export const Topic = z.object({
  topic: TopicKeyField,
  unit: UnitCodeField,
  unitName: z.string(),
  isUnsure: z.boolean(),
})

/** `GET /api/hall`: the centre's public words and the hall's figures; open to everybody. */
export const Hall = z.object({
  centre: z.object({
    name: z.string(),
    hall: z.string(),
    address: z.string(),
    consultPhone: z.string(),
    supervisionPhone: z.string(),
    dutyPhone: z.string(),
    isSample: z.boolean(),
    /** True while the centre has no administrator: only the first start page works (P20). */
    needsFirstAdministrator: z.boolean(),
  }),
  topics: z.array(Topic),
  /** The villages of the township, for the address of an applicant at the desk. */
  villages: z.array(z.object({ village: VillageCodeField, name: z.string() })),
  sessions: z.array(z.tuple([z.string(), z.string()])),
  isAlwaysOpen: z.boolean(),
  /** Today's notices, for kiosk and phone. */
  notices: NoticePages,
  /** The tiles' words, the kiosk's times in seconds and the other values a screen takes from the settings. */
  settings: z.object({
    idleSeconds: z.number(),
    guideIdleSeconds: z.number(),
    headStartMinutes: z.number(),
    publicUrl: z.string(),
    /** When the hall's voice rests each day; null in a hall that is always open (U27). */
    voiceMute: z.object({ from: z.string(), until: z.string() }).nullable(),
  }),
  figures: HallFigures,
  businessDate: PlainDateField,
  serverNow: InstantField,
})
export type Hall = z.infer<typeof Hall>

/** `POST /api/tickets` (Q4): no name, no card, no phone. */
export const IssueTicketBody = z.strictObject({
  commandId: CommandIdField,
  topic: TopicKeyField,
  cls: z.enum(['ordinary', 'priority']),
  /** Staff alone: services behind the number (Q9), 需当面叫, and the number it follows (Q28). */
  weight: z.int().min(1).max(99).optional(),
  needsSpokenCall: z.boolean().optional(),
  /** Where staff give it out: at a window, or at the hall guide 导服台. */
  at: z.enum(['desk', 'guide']).optional(),
  previousTicketId: TicketIdField.optional(),
  /** The same from a kiosk, which knows missed numbers by what the wall shows of them. */
  previousNumber: textField(12, 1).optional(),
  /** A clerk may always issue, and says why when the hall would not (Q42). */
  reason: textField(200, 1).optional(),
})
/** `POST /api/return-visits`: staff give the number of a 取件 or 补件 by the code of its receipt (Q10); `reason` when the hall would not. */
export const DeskReturnVisitBody = z.strictObject({
  commandId: CommandIdField,
  code: z.string().max(20),
  cls: z.enum(['ordinary', 'priority']),
  at: z.enum(['desk', 'guide']).optional(),
  reason: textField(200, 1).optional(),
})
export const Quote = z.object({
  ahead: z.int().nonnegative(),
  low: z.int().nonnegative().nullable(),
  high: z.int().nonnegative().nullable(),
})
export type Quote = z.infer<typeof Quote>

/** What the kiosk shows and prints. The token and the code are told once and kept only as hashes (Q7). */
export const IssuedTicket = z.object({
  ticketId: TicketIdField,
  number: z.string(),
  cls: z.enum(TICKET_CLASSES),
  topic: TopicKeyField,
  issuedAt: InstantField,
  businessDate: PlainDateField,
  quote: Quote,
  token: TokenField,
  queryCode: z.string(),
  /** The address in the QR code, the token after `#`. */
  link: z.string(),
  printJobId: z.uuid(),
  version: VersionField,
  /** 「代办 {n} 件」: the services behind one number; left out for one (Q9, V92). */
  weight: z.int().min(2).optional(),
  /** Of such a number that waits by an appointment of the agents' hour (V92). */
  bookedAt: InstantField.optional(),
})
export type IssuedTicket = z.infer<typeof IssuedTicket>

/** `POST /api/tickets/kiosk-rejoin` needs the missed number only; the hall shows it anyway (K-5). */
export const KioskRejoinBody = z.strictObject({ commandId: CommandIdField, number: z.string().max(12) })
export const Rejoined = z.object({ number: z.string(), behind: z.int().nonnegative() })
export type Rejoined = z.infer<typeof Rejoined>

/** `POST /api/help`: 「叫人帮忙」, seen at every desk (U18). */
export const HelpBody = z.strictObject({ commandId: CommandIdField })
