/** Bounds of one socket and of all of them (R21, R23, R24). */
export interface LiveLimits {
  readonly socketsPerSession: number
  readonly socketsPerAddress: number
  readonly heartbeatMs: number
  readonly recheckMs: number
  /** A peer that answers no ping until the next one is dead (R21). */
  readonly pingMs: number
  readonly subscribeWithinMs: number
  readonly messagesPerSecond: number
  readonly unsentBytes: number
}

export const LIVE_LIMITS: LiveLimits = {
  socketsPerSession: 8,
  socketsPerAddress: 64,
  heartbeatMs: 5_000,
  recheckMs: 60_000,
  pingMs: 15_000,
  subscribeWithinMs: 5_000,
  messagesPerSecond: 20,
  unsentBytes: 1_048_576,
}
