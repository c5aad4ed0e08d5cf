/** What is removed once its time is over (C1501); the first two go by themselves each night, the others need two persons. */
export const RETENTION_CLASSES = ['drafts', 'bookings', 'ratings', 'cases', 'letters', 'petitions'] as const
export type RetentionClass = (typeof RETENTION_CLASSES)[number]

/** How a removal of the last three stands: asked for by one person, being done, done or taken back. */
export const RETENTION_STATES = ['entered', 'running', 'done', 'withdrawn'] as const
