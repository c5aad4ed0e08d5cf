/** What the centre may choose about its clocks; counts are working days (cases.md 15). */
export interface ClockSettings {
  /** `same-day` counts day 0 when it is a working day (C502). */
  readonly startRule: 'next-workday' | 'same-day'
  /** Where an entry after closing or on a day off counts (C506). */
  readonly afterHours: 'roll-to-next-opening' | 'same-date'
  readonly noticeLimit: number
  readonly supplementWait: number
  readonly deliveryLimit: number
  readonly convertLimit: number
  readonly deferredMax: number
  readonly backdateMax: number
  readonly extensionDefaultMax: number
  readonly urgeEvery: number
  /** Share of the limit, 0 to 1, from which the light is yellow (C701). */
  readonly yellowShare: number
  readonly yellowMin: number
}

export const DEFAULT_CLOCK_SETTINGS: ClockSettings = {
  startRule: 'next-workday',
  afterHours: 'roll-to-next-opening',
  noticeLimit: 5,
  supplementWait: 15,
  deliveryLimit: 10,
  convertLimit: 3,
  deferredMax: 5,
  backdateMax: 5,
  extensionDefaultMax: 10,
  urgeEvery: 2,
  yellowShare: 0.2,
  yellowMin: 1,
}
