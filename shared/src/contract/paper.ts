import { z } from 'zod'
import {
  DOTS_ACROSS,
  DOTS_PER_MM,
  LONGEST_MM,
  PAPER_WIDTHS,
  PRINT_FAULTS,
  PRINTER_KINDS,
} from '../vocabulary/paper.ts'
import { PRINT_STATES, TICKET_CLASSES } from '../vocabulary/ticket.ts'
import {
  CommandIdField,
  DeviceIdField,
  InstantField,
  TopicKeyField,
  textField,
  WindowField,
} from './fields.ts'
import { Quote } from './hall.ts'

const PaperWidthField = z.literal([...PAPER_WIDTHS])
const LONGEST_DOTS = LONGEST_MM[58] * DOTS_PER_MM
const LONGEST_BASE64 = Math.ceil(((DOTS_ACROSS[80] / 8) * LONGEST_DOTS) / 3) * 4

/** `GET /api/printers/own`: how the papers of this kiosk or desk come out. Where its printer listens is not told. */
export const OwnPrinter = z.object({
  kind: z.enum(PRINTER_KINDS),
  width: PaperWidthField,
  showsMatter: z.boolean(),
  /** The warning of a kiosk that stands at the desks until somebody has dealt with it (Q45). */
  hasNoPaper: z.boolean(),
})
export type OwnPrinter = z.infer<typeof OwnPrinter>

/** A paper as dots: `dots` are its rows in base64, eight dots a byte, the left one in the highest bit. */
const picture = {
  commandId: CommandIdField,
  width: PaperWidthField,
  height: z.int().min(1).max(LONGEST_DOTS),
  dots: z.base64().max(LONGEST_BASE64),
}

/** `POST /api/print-jobs/:id/send` and `POST /api/printers/own/test` (Q44). */
export const PictureBody = z.strictObject(picture)
export const SentPaper = z.object({ state: z.enum(PRINT_STATES), fault: z.enum(PRINT_FAULTS).nullable() })
export type SentPaper = z.infer<typeof SentPaper>

/** `POST /api/print-jobs/:id/report`: a browser printed by itself (Q44). */
export const PrintReportBody = z.strictObject({
  commandId: CommandIdField,
  state: z.enum(['printed', 'failed', 'unknown']),
})

/** `POST /api/print-jobs/:id/again` and the acts of K-10 that carry nothing else. */
export const PaperActBody = z.strictObject({ commandId: CommandIdField })

/** What stands on a slip. A link and a code are told once; where nobody kept them a further paper goes without (Q7). */
export const Slip = z.object({
  number: z.string(),
  cls: z.enum(TICKET_CLASSES),
  topic: TopicKeyField,
  issuedAt: InstantField,
  quote: Quote.nullable(),
  link: z.string().nullable(),
  queryCode: z.string().nullable(),
  printJobId: z.uuid(),
  /** The services behind it, for the number of a village's visit (V92). */
  weight: z.int().min(2).optional(),
  /** Of such a number that waits by an appointment of the agents' hour (V92). */
  bookedAt: InstantField.optional(),
  /** 1 is the ticket's own paper; each later one is marked 补打. */
  nth: z.int().positive(),
})
export type Slip = z.infer<typeof Slip>

/** `GET /api/tickets/:id/papers`: the trail of one number's papers (U30). */
export const PaperTrail = z.object({
  items: z.array(
    z.object({
      printJobId: z.uuid(),
      nth: z.int().positive(),
      state: z.enum(PRINT_STATES),
      fault: z.enum(PRINT_FAULTS).nullable(),
      queuedAt: InstantField,
      /** The kiosk's name; null: a desk. */
      kiosk: z.string().nullable(),
    }),
  ),
  next: z.null(),
})
export type PaperTrail = z.infer<typeof PaperTrail>

const PlaceField = z.union([
  z.strictObject({ device: DeviceIdField }),
  z.strictObject({ window: WindowField }),
])

const NetworkAddress = { host: textField(45, 2), port: z.int().min(1024).max(65_535) }

/** `POST /api/printers`: where the papers of a kiosk or a desk come out; for administrators. */
export const SetPrinterBody = z.strictObject({
  commandId: CommandIdField,
  place: PlaceField,
  printer: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('browser'), width: PaperWidthField }),
    z.strictObject({ kind: z.literal('network'), width: PaperWidthField, ...NetworkAddress }),
  ]),
})

/** `GET /api/printers`: every kiosk and desk with its printer; null: by the browser on 80 mm. */
export const Printers = z.object({
  items: z.array(
    z.object({
      place: PlaceField,
      name: z.string(),
      printer: z
        .object({
          kind: z.enum(PRINTER_KINDS),
          host: z.string().nullable(),
          port: z.int().nullable(),
          width: PaperWidthField,
        })
        .nullable(),
      hasNoPaper: z.boolean(),
      fault: z.enum(PRINT_FAULTS).nullable(),
      /** Kiosks only: whether the staff page has a PIN, and the measured scale (U2). */
      hasPin: z.boolean(),
      pxPerMm: z.number().nullable(),
    }),
  ),
  next: z.null(),
})
export type Printers = z.infer<typeof Printers>

/** Six to eight digits that open the staff page of one kiosk (K-10). */
const PinField = z.string().regex(/^\d{6,8}$/)
/** `POST /api/devices/:id/pin`, by an administrator. */
export const SetPinBody = z.strictObject({ commandId: CommandIdField, pin: PinField })
/** `POST /api/devices/own/pin`, by the kiosk. */
export const PinBody = z.strictObject({ pin: z.string().regex(/^\d{1,8}$/) })
/** `POST /api/devices/own/scale`: CSS pixels per millimetre (U2). */
export const ScaleBody = z.strictObject({ commandId: CommandIdField, pxPerMm: z.number().min(1).max(30) })
