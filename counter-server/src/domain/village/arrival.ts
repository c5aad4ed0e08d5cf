/** What is known when a command arrives: the hash its receipt was made of, and how its predecessor stands. */
export interface Arrival {
  readonly hash: string
  readonly receipt: string | null
  /** `none`: it follows nothing. `absent`: its predecessor has not been applied yet; `withdrawn`: it never will be (V52). */
  readonly after: 'none' | 'applied' | 'absent' | 'withdrawn'
}

export type ArrivalStep = 'duplicate' | 'reused' | 'held' | 'apply'

/**
 * The first step with a command, before rights and state are judged, so that a resend after success is a duplicate
 * whatever happened since (V48, V49). Other content under a known id is `reused`, the first stands (V50).
 */
export function arrivalStep({ hash, receipt, after }: Arrival): ArrivalStep {
  if (receipt !== null) return receipt === hash ? 'duplicate' : 'reused'
  return after === 'absent' || after === 'withdrawn' ? 'held' : 'apply'
}
