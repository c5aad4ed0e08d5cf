/** How much the browser lets this page keep, in bytes. */
export interface Room {
  readonly quota: number
  readonly usage: number
}

/** What may still be taken in: photos stop first, so that the text of a case always has room (V40). */
export type RoomState = 'enough' | 'no_photos' | 'full'

const MEGABYTE = 1024 * 1024
const PHOTOS_NEED = 50 * MEGABYTE
const CASES_NEED = 5 * MEGABYTE
const MOST_USED = 0.8

/** A browser that does not tell is taken at its word when it refuses to write. */
export function roomState({ quota, usage }: Room): RoomState {
  const free = quota - usage
  if (free < CASES_NEED) return 'full'
  return free < PHOTOS_NEED || usage > quota * MOST_USED ? 'no_photos' : 'enough'
}
