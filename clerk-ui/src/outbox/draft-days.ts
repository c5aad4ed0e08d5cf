/** When a form was last typed in, in ms. */
export interface Written {
  readonly at: number
  /** By the centre's clock; else only by this phone's, which may be years off (V78). */
  readonly isHeard: boolean
  /** When its agent was first told that it will be let go, by the centre's clock; left out while it is not time to. */
  readonly warnedAt?: number
}

const DAY_MS = 86_400_000
const WARNED_DAYS = 3

/**
 * A form is let go 30 days ⚙ after the last letter, and three days after it was warned of, whichever is later: a shorter time that
 * the centre sets, or an agent who was away, takes no form unannounced (V36). It is judged by the centre's clock alone, at both
 * ends: a phone whose clock is or was wrong forgets nothing by it (V78).
 */
export function isOver(written: Written, now: number | null, keptDays: number): boolean {
  const { isHeard, warnedAt } = written
  return isHeard && now !== null && warnedAt !== undefined && now > letGoAt(written, warnedAt, keptDays)
}

/** The form with the moment of its warning, if it is time to warn of it; it may be over no more when the centre has set more days. */
export function warned({ at, isHeard, warnedAt }: Written, now: number | null, keptDays: number): Written {
  if (!isHeard || now === null || !isDue(at, now, keptDays)) return { at, isHeard }
  return { at, isHeard, warnedAt: warnedAt ?? now }
}

/** In how many days a form is let go, while it is time to say so: from three days before (V36). */
export function daysLeft(written: Omit<Written, 'isHeard'>, now: number, keptDays: number): number | null {
  if (!isDue(written.at, now, keptDays)) return null
  const goesAt = letGoAt(written, written.warnedAt ?? now, keptDays)
  // The clock of a page that looks once a minute may stand before the warning.
  return Math.min(Math.max(Math.ceil((goesAt - now) / DAY_MS), 0), WARNED_DAYS)
}

function isDue(at: number, now: number, keptDays: number): boolean {
  return at + (keptDays - WARNED_DAYS) * DAY_MS <= now
}

function letGoAt({ at }: Pick<Written, 'at'>, warnedAt: number, keptDays: number): number {
  return Math.max(at + keptDays * DAY_MS, warnedAt + WARNED_DAYS * DAY_MS)
}
