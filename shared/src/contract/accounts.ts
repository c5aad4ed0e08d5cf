import { z } from 'zod'
import { ROLES } from '../vocabulary/actor.ts'
import {
  CommandIdField,
  InstantField,
  PlainDateField,
  StaffIdField,
  textField,
  UnitCodeField,
  VersionField,
  VillageCodeField,
  WindowField,
} from './fields.ts'

/** An account as the administrator sees it: named by its post, never with a password or a code (A-3, P20). */
export const Account = z.strictObject({
  staffId: StaffIdField,
  signInName: z.string(),
  displayName: z.string(),
  role: z.enum(ROLES),
  unit: UnitCodeField.nullable(),
  unitName: z.string().nullable(),
  village: VillageCodeField.nullable(),
  villageName: z.string().nullable(),
  posts: z.array(z.string()),
  /** The windows this clerk may open; null is all of them. */
  windows: z.array(WindowField).nullable(),
  stoppedAt: InstantField.nullable(),
  hasPassword: z.boolean(),
  /** Until when a single-use code waits to be used. */
  codeUntil: InstantField.nullable(),
  /** Open sessions now. */
  sessions: z.int().nonnegative(),
  window: WindowField.nullable(),
  /** Who stands in, and from which to which day the person is away (C403). */
  deputy: z.string().nullable(),
  awayFrom: PlainDateField.nullable(),
  awayUntil: PlainDateField.nullable(),
  /** A handler's open cases, which are handed over before the account is stopped. */
  openCases: z.int().nonnegative(),
  version: VersionField,
})
export type Account = z.infer<typeof Account>
export const AccountList = z.strictObject({ items: z.array(Account), next: z.string().nullable() })

/** What an account can be tied to: units, villages and windows that exist. */
export const AccountPlaces = z.strictObject({
  units: z.array(z.strictObject({ unit: UnitCodeField, name: z.string() })),
  villages: z.array(z.strictObject({ village: VillageCodeField, name: z.string() })),
  windows: z.array(z.strictObject({ window: WindowField, name: z.string() })),
})
export type AccountPlaces = z.infer<typeof AccountPlaces>

const reason = textField(200, 1)
const person = {
  displayName: textField(60, 1),
  role: z.enum(ROLES),
  unit: UnitCodeField.nullable(),
  village: VillageCodeField.nullable(),
  posts: z.array(z.string().regex(/^[\p{L}\d-]{1,30}$/u)).max(10),
  windows: z.array(WindowField).max(99).nullable(),
}
export const CreateAccountBody = z.strictObject({
  commandId: CommandIdField,
  signInName: z.string().regex(/^[a-z0-9][a-z0-9._-]{1,39}$/),
  ...person,
  reason,
})
export const ChangeAccountBody = z.strictObject({
  commandId: CommandIdField,
  expectedVersion: VersionField,
  ...person,
  reason,
})
/** Stop, resume, new code, end sessions: `POST /api/staff/:id/<action>`. */
export const AccountActBody = z.strictObject({ commandId: CommandIdField, reason })

/** The account after a change; the code is told once and kept only as a hash (P20). */
export const AccountAnswer = z.strictObject({
  account: Account,
  code: z.string().nullable(),
  codeUntil: InstantField.nullable(),
})
export type AccountAnswer = z.infer<typeof AccountAnswer>

/** `POST /api/sessions/first`: the person sets the own password with the single-use code and is signed in (P20). */
export const FirstSignInBody = z.strictObject({
  signInName: textField(60, 1),
  code: z.string().min(1).max(20),
  password: z.string().min(1).max(128),
})
