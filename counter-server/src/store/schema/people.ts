import { DEVICE_KINDS, ROLES } from '@counter/shared/vocabulary/actor'
import type { DeviceId, StaffId, UnitCode, VillageCode } from '@counter/shared/vocabulary/ids'
import { PRINT_FAULTS } from '@counter/shared/vocabulary/paper'
import { VOICE_PATHS } from '@counter/shared/vocabulary/ticket'
import type { Instant, PlainDate } from '@counter/shared/vocabulary/time'
import { blob, integer, real, sqliteTable, text } from 'drizzle-orm/sqlite-core'

export const staff = sqliteTable('staff', {
  id: text().$type<StaffId>().primaryKey(),
  signInName: text('sign_in_name').notNull(),
  displayName: text('display_name').notNull(),
  role: text({ enum: ROLES }).notNull(),
  posts: text({ mode: 'json' }).$type<readonly string[]>().notNull(),
  unit: text().$type<UnitCode>(),
  village: text().$type<VillageCode>(),
  passwordHash: text('password_hash').notNull(),
  disabledAt: text('disabled_at').$type<Instant>(),
  windows: text({ mode: 'json' }).$type<readonly number[]>(),
  version: integer().notNull().default(1),
  deputy: text().$type<StaffId>(),
  awayFrom: text('away_from').$type<PlainDate>(),
  awayUntil: text('away_until').$type<PlainDate>(),
  leaveReasonEnc: blob('leave_reason_enc', { mode: 'buffer' }),
})

export const accountCode = sqliteTable('account_code', {
  id: text().primaryKey(),
  staff: text().$type<StaffId>().notNull(),
  codeLook: text('code_look').notNull(),
  by: text().notNull(),
  madeAt: text('made_at').$type<Instant>().notNull(),
  expiresAt: text('expires_at').$type<Instant>().notNull(),
  endedAt: text('ended_at').$type<Instant>(),
})

export const device = sqliteTable('device', {
  id: text().$type<DeviceId>().primaryKey(),
  kind: text({ enum: DEVICE_KINDS }).notNull(),
  name: text().notNull(),
  publicKey: text('public_key', { mode: 'json' }).$type<{ x: string; y: string }>().notNull(),
  enrolledAt: text('enrolled_at').$type<Instant>().notNull(),
  revokedAt: text('revoked_at').$type<Instant>(),
  seenAt: text('seen_at').$type<Instant>(),
  problem: text({ enum: ['paper', 'help', 'silent', 'sound'] }),
  problemAt: text('problem_at').$type<Instant>(),
  printerFault: text('printer_fault', { enum: PRINT_FAULTS }),
  pinHash: text('pin_hash'),
  pxPerMm: real('px_per_mm'),
  place: text().notNull().default(''),
  build: text(),
  screenWidth: integer('screen_width'),
  screenHeight: integer('screen_height'),
  diagonalInches: real('diagonal_inches'),
  silentAt: text('silent_at').$type<Instant>(),
  speaks: integer({ mode: 'boolean' }).notNull().default(false),
  soundAskedAt: text('sound_asked_at').$type<Instant>(),
  soundHeardAt: text('sound_heard_at').$type<Instant>(),
  soundPath: text('sound_path', { enum: VOICE_PATHS }),
  window: integer(),
  village: text().$type<VillageCode>(),
  lostAt: text('lost_at').$type<Instant>(),
  retiredAt: text('retired_at').$type<Instant>(),
  wipedAt: text('wiped_at').$type<Instant>(),
})

export const enrolment = sqliteTable('enrolment', {
  id: text().primaryKey(),
  codeLook: text('code_look').notNull(),
  kind: text({ enum: DEVICE_KINDS }).notNull(),
  name: text().notNull(),
  by: text().notNull(),
  expiresAt: text('expires_at').$type<Instant>().notNull(),
  usedAt: text('used_at').$type<Instant>(),
  device: text().$type<DeviceId>(),
  village: text().$type<VillageCode>(),
})

export const session = sqliteTable('session', {
  id: text().primaryKey(),
  tokenHash: text('token_hash').notNull(),
  staff: text().$type<StaffId>(),
  device: text().$type<DeviceId>(),
  startedAt: text('started_at').$type<Instant>().notNull(),
  seenAt: text('seen_at').$type<Instant>().notNull(),
  expiresAt: text('expires_at').$type<Instant>().notNull(),
  endedAt: text('ended_at').$type<Instant>(),
  phone: text().$type<DeviceId>(),
})
