import type { Branded } from './brand.ts'

export type TicketId = Branded<'TicketId'>
export type BookingId = Branded<'BookingId'>
export type CaseId = Branded<'CaseId'>
export type PaperId = Branded<'PaperId'>
export type StaffId = Branded<'StaffId'>
export type DeviceId = Branded<'DeviceId'>
/** Made by the client once per button press; a retry carries the same one (N2). */
export type CommandId = Branded<'CommandId'>
/** Code of an item of the catalogue, `MZ-001`. */
export type ItemCode = Branded<'ItemCode'>
/** Code of a unit, `MZ`. */
export type UnitCode = Branded<'UnitCode'>
/** Code of a village point, `01` to `11`; `00` is the hall (V1). */
export type VillageCode = Branded<'VillageCode'>
/** Key of a topic (a tile of the kiosk), `relief`. */
export type TopicKey = Branded<'TopicKey'>
/** Key of a business line, `general`. */
export type LineKey = Branded<'LineKey'>
