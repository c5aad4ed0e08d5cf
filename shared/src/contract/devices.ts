import { z } from 'zod'
import { DEVICE_KINDS } from '../vocabulary/actor.ts'
import { PRINT_FAULTS } from '../vocabulary/paper.ts'
import { VOICE_PATHS } from '../vocabulary/ticket.ts'
import { CommandIdField, DeviceIdField, InstantField, textField, VillageCodeField } from './fields.ts'

/** One device of A-4; a withdrawn one stays in the list (U40). */
export const DeviceLine = z.object({
  deviceId: DeviceIdField,
  kind: z.enum(DEVICE_KINDS),
  name: z.string(),
  place: z.string(),
  enrolledAt: InstantField,
  revokedAt: InstantField.nullable(),
  lastContactAt: InstantField.nullable(),
  /** Null: its page has not told yet. */
  build: z.string().nullable(),
  problem: z.enum(['paper', 'help', 'silent', 'sound']).nullable(),
  /** What the printer itself says is wrong. */
  fault: z.enum(PRINT_FAULTS).nullable(),
  since: InstantField,
  /** True for the one wall that speaks for the hall (Q54). */
  speaks: z.boolean(),
  screen: z.object({ width: z.int(), height: z.int() }).nullable(),
  /** Null: nobody has measured it, the page goes by its device table (U2). */
  diagonalInches: z.number().nullable(),
  pxPerMm: z.number().nullable(),
  /** The point of a village's phone (V3); null at any other device. */
  village: VillageCodeField.nullable(),
  /** Since when it is lost, or is to empty itself (V80, V81). */
  lostAt: InstantField.nullable(),
  retiredAt: InstantField.nullable(),
  soundTest: z
    .object({
      askedAt: InstantField,
      heardAt: InstantField.nullable(),
      path: z.enum(VOICE_PATHS).nullable(),
    })
    .nullable(),
})
export type DeviceLine = z.infer<typeof DeviceLine>

/** `GET /api/devices`: A-4. `build` is what this server gives out. */
export const DeviceList = z.object({
  items: z.array(DeviceLine),
  next: z.null(),
  build: z.string(),
  /** Where a phone may be enrolled (V3). */
  villages: z.array(z.object({ village: VillageCodeField, name: z.string() })),
})
export type DeviceList = z.infer<typeof DeviceList>

/** `POST /api/devices/:id/change`. */
export const ChangeDeviceBody = z.strictObject({
  commandId: CommandIdField,
  name: textField(40, 1),
  place: textField(40),
  diagonalInches: z.number().min(3).max(120).nullable(),
})

/** `POST /api/devices/:id/{revoke,speak,sound-test}`. */
export const DeviceActBody = z.strictObject({ commandId: CommandIdField })

/** `POST /api/devices/:id/{lost,found,retire}`: what the supervisor says of a village's phone (V80, V81, V90). */
export const DeviceReasonBody = z.strictObject({ commandId: CommandIdField, reason: textField(200) })

/** `POST /api/devices/farewell`: a retired phone has nothing left to send, then nothing left at all (V81). */
export const FarewellBody = z.strictObject({ step: z.enum(['drained', 'wiped']) })

/** `POST /api/devices/report`: what a page tells of itself; the same again changes nothing. */
export const DeviceReportBody = z.strictObject({
  build: textField(60, 1),
  screen: z.strictObject({ width: z.int().min(1).max(20_000), height: z.int().min(1).max(20_000) }),
  sound: z.enum(['on', 'off']).nullable(),
  soundTest: z.enum(VOICE_PATHS).nullable(),
})
export type DeviceReportBody = z.infer<typeof DeviceReportBody>

/** What the device is called, and how many CSS pixels its millimetre has, once it was measured (U2). */
export const DeviceReported = z.object({
  deviceId: DeviceIdField,
  name: z.string(),
  pxPerMm: z.number().nullable(),
})
export type DeviceReported = z.infer<typeof DeviceReported>

/** `GET /api/sealing-key`: what a village's phone seals to, with the number of its other half (V31). */
export const SealingKey = z.object({
  number: z.int().min(1).max(255),
  publicKey: z.string().regex(/^[A-Za-z0-9_-]{87}$/),
})
export type SealingKey = z.infer<typeof SealingKey>
