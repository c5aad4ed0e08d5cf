/** What the receipt of a command says about its repeat: the hash of the frozen command (V50). */
export interface Known {
  readonly hash: string
}

/** What is known when a command arrives: its own receipt, what already waits, and how its predecessor stands. */
export interface Arrival {
  readonly hash: string
  readonly receipt: Known | null
  readonly waiting: Known | null
  /** `none`: it follows nothing. `absent`: its predecessor has not been applied yet (V52). */
  readonly after: 'none' | 'applied' | 'absent'
}

export type ArrivalStep = 'duplicate' | 'reused' | 'held' | 'apply'

/**
 * The first step with a command, before rights and state are judged, so that a resend after success is a duplicate
 * whatever happened since (V48, V49). Other content under a known id is `reused`, both are kept (V50).
 */
export function arrivalStep({ hash, receipt, waiting, after }: Arrival): ArrivalStep {
  const known = receipt ?? waiting
  if (known !== null && known.hash !== hash) return 'reused'
  if (receipt !== null) return 'duplicate'
  return after === 'absent' ? 'held' : 'apply'
}
