/** The series that kiosks lend beforehand, for the time without a server (Q46). */
export const LEASE_PREFIX = '应急'
export const LEASE_FIRST = 901
export const LEASE_LAST = 999

/** How a lent number stands; every one ends used, void or lost (Q46). */
export const LEASE_NUMBER_STATES = ['leased', 'used', 'void', 'lost'] as const
export type LeaseNumberState = (typeof LEASE_NUMBER_STATES)[number]

/** How a case number lent to a village point stands; only a returned one is lent again (V62). */
export const VILLAGE_NUMBER_STATES = ['leased', 'used', 'void', 'returned', 'lost'] as const
export type VillageNumberState = (typeof VILLAGE_NUMBER_STATES)[number]

/** What a kiosk hears of each command that it kept while the server was away (Q48). */
export const OFFLINE_STATUSES = ['applied', 'duplicate', 'attention', 'retry'] as const
export type OfflineStatus = (typeof OFFLINE_STATUSES)[number]

/** True for a number that was given without the server: nobody has promised its holder a wait. */
export function isEmergencyNumber(number: string): boolean {
  return number.startsWith(`${LEASE_PREFIX} `)
}
