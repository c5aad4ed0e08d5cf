/** How a resident without a smartphone is told that the result is ready. */
export const RESULT_WAYS = ['phone', 'village', 'in_person'] as const
export type ResultWay = (typeof RESULT_WAYS)[number]

/** Where a decided case stands: somebody is to be called, knows of it, or was not reached in three attempts. */
export const RESULT_NEWS = ['to_call', 'told', 'unreached'] as const
export type ResultNews = (typeof RESULT_NEWS)[number]

/** So many attempts without an answer, and another way has to be found. */
export const MOST_ATTEMPTS = 3
