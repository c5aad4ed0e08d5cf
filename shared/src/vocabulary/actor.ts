/** Everyone who can ask the server for something (N7). */
export const ACTORS = [
  'anonymous',
  'kiosk',
  'wall',
  'rate',
  'village',
  'lost',
  'token',
  'clerk',
  'handler',
  'agent',
  'supervisor',
  'leader',
  'admin',
] as const
export type Actor = (typeof ACTORS)[number]

/** The actors that are people with an account. One role per account (N7). */
export const ROLES = [
  'clerk',
  'handler',
  'agent',
  'supervisor',
  'leader',
  'admin',
] as const satisfies readonly Actor[]
export type Role = (typeof ROLES)[number]

/** Devices that are enrolled before they may act (P22). */
export const DEVICE_KINDS = ['kiosk', 'wall', 'rate', 'village'] as const satisfies readonly Actor[]
export type DeviceKind = (typeof DEVICE_KINDS)[number]

/** The page of each kind of device; `/rate` by itself is a resident's phone with the secret of a visit. */
export const DEVICE_PAGES = {
  kiosk: '/kiosk',
  wall: '/wall',
  rate: '/rate/window',
  village: '/village',
} as const satisfies Record<DeviceKind, string>
