import { z } from 'zod'
import type {
  BookingId,
  CaseId,
  CommandId,
  DeviceId,
  ItemCode,
  PaperId,
  StaffId,
  TicketId,
  TopicKey,
  UnitCode,
  VillageCode,
} from '../vocabulary/ids.ts'
import { PLAIN_TEXT } from '../vocabulary/plain-text.ts'
import type { Instant, PlainDate } from '../vocabulary/time.ts'

// Names a checked string without `.transform()`, which would work on the way in and fail on the way out (K21).
function named<T extends string>(schema: z.ZodType<string, string>): z.ZodType<T, string> {
  return schema as unknown as z.ZodType<T, string>
}

/** Typed text of at most `max` characters, a rare one counting as one, trimmed of nothing, without control characters (V95, V96). */
export function textField(max: number, min = 0): z.ZodString {
  return z.string().min(min).max(max).regex(PLAIN_TEXT, 'control_character')
}

export const TicketIdField = named<TicketId>(z.uuid())
export const BookingIdField = named<BookingId>(z.uuid())
export const CaseIdField = named<CaseId>(z.uuid())
export const PaperIdField = named<PaperId>(z.uuid())
export const StaffIdField = named<StaffId>(z.uuid())
export const DeviceIdField = named<DeviceId>(z.uuid())
export const CommandIdField = named<CommandId>(z.uuidv7())
export const ItemCodeField = named<ItemCode>(z.string().regex(/^[A-Z]{2}-\d{3}$/))
export const UnitCodeField = named<UnitCode>(z.string().regex(/^[A-Z]{2}$/))
export const VillageCodeField = named<VillageCode>(z.string().regex(/^\d{2}$/))
export const TopicKeyField = named<TopicKey>(z.string().regex(/^[a-z]{2,20}$/))
export const WindowField = z.int().min(1).max(99)
export const InstantField = named<Instant>(z.iso.datetime({ precision: 3 }))
export const PlainDateField = named<PlainDate>(z.iso.date())
export const VersionField = z.int().min(1)
export const Sha256Field = z.string().regex(/^[0-9a-f]{64}$/)
/** 128 random bits as 22 signs of base64url: the secret of a QR link (Q7, P41). */
export const TokenField = z.string().regex(/^[A-Za-z0-9_-]{22}$/)

/** The answer of a command that has nothing else to tell. */
export const Done = z.object({ done: z.literal(true) })

/** `?limit=50&cursor=` of every list (N3). */
export const Page = {
  limit: z.coerce.number().int().min(1).max(200).default(50),
  cursor: z.string().max(200).optional(),
}
