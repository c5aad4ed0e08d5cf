import { SETTINGS, type SettingKey, type SettingValue } from '@counter/shared/vocabulary/setting'

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
  readonly kioskMinGapMs: number
  readonly maxWeight: number
  readonly undoCallMs: number
  readonly recallMinGapMs: number
  readonly callMax: number
  readonly missCalls: number
  readonly missGapMs: number
  readonly rejoinMax: number
  readonly rejoinPlaces: number
  readonly postponeMax: number
  readonly holdMax: number
  readonly holdAlertMs: number
  /** Where a transferred ticket waits when the clerk chooses nothing (Q31). */
  readonly transferPlace: SettingValue<'transfer.place'>
  /** Also the time for restoring a cancelled ticket (Q34). */
  readonly reopenMs: number
  readonly estimateDraws: number
  readonly minObservations: number
  /** From so many people waiting, or a P80 above so many minutes, the supervisor is alarmed (Q43). */
  readonly alarmWaiting: number
  readonly alarmP80Minutes: number
}

const SECOND = 1000
const MINUTE = 60 * SECOND

/** The settings of the queue from wherever a value is kept. */
export function queueSettings(read: <K extends SettingKey>(key: K) => SettingValue<K>): QueueSettings {
  return {
    headStartMs: read('class.headStart') * MINUTE,
    promoteAfterMs: read('help.promoteAfter') * MINUTE,
    maxOvertakes: read('maxOvertakes'),
    classSeries: read('line.classSeries'),
    kioskMinGapMs: read('kiosk.minGap') * SECOND,
    maxWeight: read('village.batchMax'),
    undoCallMs: read('undo.call') * SECOND,
    recallMinGapMs: read('recall.minGap') * SECOND,
    callMax: read('call.max'),
    missCalls: read('miss.calls'),
    missGapMs: read('miss.gap') * SECOND,
    rejoinMax: read('rejoin.max'),
    rejoinPlaces: read('rejoin.places'),
    postponeMax: 2,
    holdMax: read('hold.max'),
    holdAlertMs: read('hold.alert') * MINUTE,
    transferPlace: read('transfer.place'),
    reopenMs: MINUTE,
    estimateDraws: read('estimate.draws'),
    minObservations: read('estimate.minObservations'),
    alarmWaiting: read('alarm.waiting'),
    alarmP80Minutes: read('alarm.p80'),
  }
}

export const QUEUE_DEFAULTS: QueueSettings = queueSettings(
  (key) => SETTINGS[key].default as SettingValue<typeof key>,
)
