import { SETTINGS, type SettingKey, type SettingValue } from '@counter/shared/vocabulary/setting'

/** What the centre may choose about its clocks; counts are working days (cases.md 15). */
export interface ClockSettings {
  /** `same-day` counts day 0 when it is a working day (C502). */
  readonly startRule: 'next-workday' | 'same-day'
  /** Where an entry after closing or on a day off counts (C506). */
  readonly afterHours: 'roll-to-next-opening' | 'same-date'
  readonly noticeLimit: number
  readonly supplementWait: number
  /** Whether papers found missing after acceptance stop the clock; the county's rule is its basis (C516). */
  readonly afterAcceptance: 'no-stop' | 'pause'
  /** Which cases silence accepts (C514). */
  readonly deemedScope: 'all' | 'licences'
  readonly deliveryLimit: number
  /** Where a village's case counts as received (C518). */
  readonly receiptAt: 'township' | 'village'
  /** Working days that a village point has for each of its timers (V21). */
  readonly villageHandUp: number
  readonly villageHandUpHard: number
  readonly villageRelay: number
  readonly villageDeliver: number
  readonly villageFollowUp: number
  readonly convertLimit: number
  readonly deferredMax: number
  readonly backdateMax: number
  readonly extensionDefaultMax: number
  readonly urgeEvery: number
  /** Share of the limit, 0 to 1, from which the light is yellow (C701). */
  readonly yellowShare: number
  readonly yellowMin: number
  /** Working days past the promise after which each post reads of the case; 0 is the crossing itself (C704). */
  readonly toUnitHead: number
  readonly toDeputyLeader: number
  readonly toChiefLeader: number
  /** Working days that a unit has to answer a supervision order (C705). */
  readonly replyWithin: number
}

/** The settings of the clocks from wherever a value is kept (C1502). */
export function clockSettings(read: <K extends SettingKey>(key: K) => SettingValue<K>): ClockSettings {
  return {
    startRule: read('clock.startRule'),
    afterHours: read('clock.afterHours'),
    noticeLimit: read('notice.limit'),
    supplementWait: read('supplement.wait'),
    afterAcceptance: read('supplement.afterAcceptance'),
    deemedScope: read('deemed.scope'),
    deliveryLimit: read('delivery.limit'),
    receiptAt: read('village.receiptAt'),
    villageHandUp: read('village.handUp'),
    villageHandUpHard: read('village.handUpHard'),
    villageRelay: read('village.relay'),
    villageDeliver: read('village.deliver'),
    villageFollowUp: read('village.followUp'),
    convertLimit: read('convert.limit'),
    deferredMax: read('deferred.max'),
    backdateMax: read('backdate.max'),
    extensionDefaultMax: read('extension.defaultMax'),
    urgeEvery: read('urge.every'),
    yellowShare: read('light.yellowShare') / 100,
    yellowMin: read('light.yellowMin'),
    toUnitHead: read('supervise.unitHead'),
    toDeputyLeader: read('supervise.deputyLeader'),
    toChiefLeader: read('supervise.chiefLeader'),
    replyWithin: read('supervise.replyWithin'),
  }
}

export const DEFAULT_CLOCK_SETTINGS: ClockSettings = clockSettings(
  (key) => SETTINGS[key].default as SettingValue<typeof key>,
)
