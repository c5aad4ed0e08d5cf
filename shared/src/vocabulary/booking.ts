/** How a booking 预约 stands (Q36, Q39). Who has not come in time is `no_show`, and may still come late that day. */
export const BOOKING_STATUSES = ['booked', 'arrived', 'no_show', 'cancelled'] as const
export type BookingStatus = (typeof BOOKING_STATUSES)[number]

/** Where a booking was made: by the resident, by a clerk, or out of a number that a day could not serve (Q42). */
export const BOOKING_CHANNELS = ['phone', 'desk', 'moved'] as const
export type BookingChannel = (typeof BOOKING_CHANNELS)[number]
