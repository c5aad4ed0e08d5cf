import * as z from 'zod/mini'
import { LIGHTS } from '../../vocabulary/case.ts'
import { LETTER_STATUSES, PUBLIC_TOPICS } from '../../vocabulary/letter.ts'

/** `GET /api/say`: where a complaint about staff goes, and whom to call at any hour (C1401). */
export const SayPlaces = z.object({ supervisionPhone: z.string(), dutyPhone: z.string() })
export type SayPlaces = z.infer<typeof SayPlaces>

/** `POST /api/say`: what somebody writes on the website or at the kiosk's link; name and number may stay empty (P-5). */
export const SayBody = z.strictObject({
  commandId: z.uuidv7(),
  topic: z.enum(PUBLIC_TOPICS),
  /** Then nothing is kept, and the page says where such a complaint goes (C1401). */
  isAboutStaff: z.boolean(),
  text: z.string().check(z.maxLength(500), z.regex(/^(?:[\t\n\r]|\P{Cc})*$/u)),
  name: z.string().check(z.maxLength(30), z.regex(/^\P{Cc}*$/u)),
  phone: z.string().check(z.maxLength(20)),
})
export type SayBody = z.infer<typeof SayBody>

/** The code is told once; whoever has number and code reads the answer (C1304). */
export const Said = z.object({
  number: z.string(),
  /** As it is printed, `7K3F-9QPD`. */
  queryCode: z.string(),
  token: z.string(),
  dueOn: z.nullable(z.string()),
})
export type Said = z.infer<typeof Said>

const token = z.string().check(z.regex(/^[A-Za-z0-9_-]{22}$/))

/** `POST /api/track/letter`. */
export const TrackLetterBody = z.union([
  z.strictObject({ token }),
  z.strictObject({ number: z.string().check(z.maxLength(30)), code: z.string().check(z.maxLength(12)) }),
])
export type TrackLetterBody = z.infer<typeof TrackLetterBody>
export const TrackLetter = z.object({
  number: z.string(),
  status: z.enum(LETTER_STATUSES),
  light: z.enum(LIGHTS),
  receivedOn: z.string(),
  unitName: z.nullable(z.string()),
  dueOn: z.nullable(z.string()),
  reply: z.nullable(z.string()),
  repliedOn: z.nullable(z.string()),
  organ: z.nullable(z.string()),
})
export type TrackLetter = z.infer<typeof TrackLetter>
