import type { Device, StaffSession } from '@counter/shared/contract/people'
import type { DeviceRow } from '../store/people.ts'
import type { SessionRules } from '../usecases/people/session-rules.ts'
import type { SignedIn } from '../usecases/people/sessions.ts'

export function toStaffSession(
  { session, staff, window }: SignedIn,
  { serverNow, idleMs, phone }: SessionRules,
): StaffSession {
  return {
    staffId: staff.id,
    displayName: staff.displayName,
    role: staff.role,
    unit: staff.unit,
    unitName: staff.unitName,
    village: staff.village,
    villageName: staff.villageName,
    window,
    serverNow,
    expiresAt: session.expiresAt,
    idleMinutes: idleMs / 60_000,
    ...(phone === null ? {} : { phone }),
  }
}

export function toDevice({ id, kind, name }: DeviceRow): Device {
  return { deviceId: id, kind, name }
}
