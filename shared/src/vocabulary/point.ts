/** What is wrong with a village point, as the supervisor is told without asking (V89). */
export const POINT_ALARMS = ['silent', 'attention', 'numbers', 'clock', 'nobody', 'late', 'handup'] as const
export type PointAlarmKind = (typeof POINT_ALARMS)[number]

/** Only silence and a hand-up past its last limit become red; the rest waits for a person, but loses nothing (V89). */
export const ALARM_LEVELS = ['amber', 'red'] as const
export type AlarmLevel = (typeof ALARM_LEVELS)[number]

/** How an item that waited for a person ended: by the centre's hand, or by the agent's own (V51). */
export const ATTENTION_ENDS = ['applied', 'linked', 'rejected', 'withdrawn', 'replaced'] as const
export type AttentionEnd = (typeof ATTENTION_ENDS)[number]

/** Why the centre calls a resident back: the draw fell on the delivery, or the point reached nobody (V20, V22). */
export const CALL_BACK_REASONS = ['drawn', 'given_back'] as const
export type CallBackReason = (typeof CALL_BACK_REASONS)[number]

/** What of a point's cases wants somebody's eye: a limit is past, photos are missing, it looks like another one (V88). */
export const POINT_FINDINGS = ['late', 'files', 'duplicate'] as const
export type PointFindingKind = (typeof POINT_FINDINGS)[number]
