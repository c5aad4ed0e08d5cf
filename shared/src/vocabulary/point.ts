/** What is wrong with a village point, as the supervisor is told without asking (V89). */
export const POINT_ALARMS = ['silent', 'attention', 'numbers', 'clock', 'nobody'] as const
export type PointAlarmKind = (typeof POINT_ALARMS)[number]

/** Only silence becomes red; the rest waits for a person, but loses nothing (V89). */
export const ALARM_LEVELS = ['amber', 'red'] as const
export type AlarmLevel = (typeof ALARM_LEVELS)[number]
