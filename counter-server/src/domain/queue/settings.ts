/** The settings that the rules of the queue read; lengths in milliseconds. */
export interface QueueSettings {
  /** Ordinary tickets are called as if they had come this much later (Q14). */
  readonly headStartMs: number
  /** A helped topic counts as main after this wait (Q15). */
  readonly promoteAfterMs: number
  /** 0 switches the bound off (Q17). */
  readonly maxOvertakes: number
  /** Priority and appointment tickets have series of their own (Q2). */
  readonly classSeries: boolean
  readonly maxWeight: number
  readonly undoCallMs: number
  readonly recallMinGapMs: number
  readonly callMax: number
  readonly missCalls: number
  readonly missGapMs: number
  readonly rejoinMax: number
  readonly rejoinPlaces: number
  readonly holdMax: number
  readonly holdAlertMs: number
  /** Also the time for restoring a cancelled ticket (Q34). */
  readonly reopenMs: number
  readonly estimateDraws: number
  readonly minObservations: number
}

export const QUEUE_DEFAULTS: QueueSettings = {
  headStartMs: 20 * 60_000,
  promoteAfterMs: 20 * 60_000,
  maxOvertakes: 6,
  classSeries: true,
  maxWeight: 10,
  undoCallMs: 8_000,
  recallMinGapMs: 10_000,
  callMax: 5,
  missCalls: 2,
  missGapMs: 30_000,
  rejoinMax: 2,
  rejoinPlaces: 3,
  holdMax: 5,
  holdAlertMs: 30 * 60_000,
  reopenMs: 60_000,
  estimateDraws: 200,
  minObservations: 20,
}
