import { z } from 'zod'
import { DEVICE_KINDS, ROLES } from '../vocabulary/actor.ts'
import {
  CommandIdField,
  DeviceIdField,
  InstantField,
  StaffIdField,
  textField,
  UnitCodeField,
  VillageCodeField,
  WindowField,
} from './fields.ts'

export const SignInBody = z.strictObject({
  signInName: textField(60, 1),
  password: z.string().min(1).max(128),
})

/** Who is signed in, and what the screens need to know of that person. */
export const StaffSession = z.object({
  staffId: StaffIdField,
  displayName: z.string(),
  role: z.enum(ROLES),
  unit: UnitCodeField.nullable(),
  unitName: z.string().nullable(),
  village: VillageCodeField.nullable(),
  villageName: z.string().nullable(),
  /** The window where this person is on duty now. */
  window: WindowField.nullable(),
  serverNow: InstantField,
  expiresAt: InstantField,
  idleMinutes: z.number(),
  /** An agent's phone keeps these for itself, also while it has no network (V9, V33, V36, V39, V61, V78); a centre of before told only the first two. */
  phone: z
    .object({
      idleMinutes: z.number(),
      pinDigits: z.int(),
      numbersRenewAt: z.int().optional(),
      oldNumberDays: z.int().optional(),
      authorityMonths: z.int().optional(),
      unsentCases: z.int().optional(),
      draftDays: z.int().optional(),
      clockOffMinutes: z.int().optional(),
    })
    .optional(),
})
export type StaffSession = z.infer<typeof StaffSession>

/** `POST /api/sessions/switch`, as an enrolled phone: another agent of it goes on, whose PIN the phone asks for (V3, V35). */
export const SwitchBody = z.strictObject({ staffId: StaffIdField })

/** `POST /api/sessions/end`; a village's phone says how many items it still holds of this agent (V35, U36). */
export const SignOutBody = z.strictObject({ unsent: z.int().nonnegative().optional() })

/** Until the first administrator exists the server takes nothing but this (P20). */
export const FirstAdministratorBody = z.strictObject({
  startCode: z.string().min(1).max(80),
  signInName: textField(60, 1),
  displayName: textField(60, 1),
  password: z.string().min(1).max(128),
})

/** The device's P-256 public key as raw coordinates in base64url (JWK x, y), P22. */
export const DevicePublicKey = z.strictObject({
  x: z.string().regex(/^[A-Za-z0-9_-]{43}$/),
  y: z.string().regex(/^[A-Za-z0-9_-]{43}$/),
})

/** `formerId`: what a village's phone called itself before it was enrolled, to which numbers were lent (V61). */
export const EnrolBody = z.strictObject({
  code: z.string().min(1).max(20),
  publicKey: DevicePublicKey,
  formerId: z.uuid().optional(),
})
export const Device = z.object({ deviceId: DeviceIdField, kind: z.enum(DEVICE_KINDS), name: z.string() })
export type Device = z.infer<typeof Device>

export const ChallengeBody = z.strictObject({ deviceId: DeviceIdField })
/** 32 random bytes, base64url; good once, for 60 s (P22). */
export const Challenge = z.object({ challenge: z.string() })
/** `signature`: ECDSA P-256 with SHA-256 over the challenge text's UTF-8 bytes, 64 bytes r‖s as base64url. */
export const DeviceSessionBody = z.strictObject({
  deviceId: DeviceIdField,
  signature: z.string().regex(/^[A-Za-z0-9_-]{86}$/),
})

export const EnrolmentBody = z.strictObject({
  commandId: CommandIdField,
  kind: z.enum(DEVICE_KINDS),
  name: textField(40, 1),
  /** The point of a village's phone; no other device has one (V3). */
  village: VillageCodeField.optional(),
})
/** An enrolment code, shown once: 8 signs, 10 minutes, one use, five tries (P22). */
export const Enrolment = z.object({
  code: z.string(),
  link: z.string(),
  kind: z.enum(DEVICE_KINDS),
  expiresAt: InstantField,
})
export type Enrolment = z.infer<typeof Enrolment>
