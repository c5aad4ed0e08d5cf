/** How an agent reached for a resident: V21, V22. */
export const CONTACT_WAYS = ['phone', 'visit', 'message', 'at_point'] as const
export type ContactWay = (typeof CONTACT_WAYS)[number]

/** How an authority names a village committee that asks in the resident's place (V11). */
export const COMMITTEE = '村民委员会'

/** How an authority begins that a guardian signs; whose guardian follows (V11). */
export const GUARDIAN = '监护人：'

/** As what the proof of guardianship is among the files (V11). */
export const GUARDIAN_ROLE = '监护关系证明'

/** What the resident was to be told or given: 转告补正, 送达, 回访 (V21). */
export const CONTACT_PURPOSES = ['relay', 'deliver', 'followup'] as const
export type ContactPurpose = (typeof CONTACT_PURPOSES)[number]

/** What a resident says at the agent's own follow-up, which is no rating (V20). */
export const SATISFACTIONS = ['satisfied', 'fair', 'dissatisfied'] as const
export type Satisfaction = (typeof SATISFACTIONS)[number]

/** Where a resident took the authority back (V14). */
export const REVOKED_AT = ['window', 'phone', 'point'] as const
export type RevokedAt = (typeof REVOKED_AT)[number]

/** As what a paper was taken (V17, V94). */
export const PAPER_FORMS = ['original', 'copy'] as const
export type PaperForm = (typeof PAPER_FORMS)[number]

/** 交接: papers up to the hall, or the result down to the point; each leg is signed for (V94). */
export const HANDED_WAYS = ['up', 'down'] as const
export type HandedWay = (typeof HANDED_WAYS)[number]

/** Whose near relative the applicant is: the agent's, a cadre's of the village, or of who handles the case (V12). */
export const RELATION_OF = ['agent', 'cadre', 'handler'] as const
export type RelationOf = (typeof RELATION_OF)[number]

/** How far the time of a capture can be trusted (V77). */
export const CLOCK_CONFIDENCES = ['good', 'fair', 'poor'] as const
export type ClockConfidence = (typeof CLOCK_CONFIDENCES)[number]

/** How one case of a batch visit ended at the desk; a problem leaves the rest as they are (V93). */
export const BATCH_OUTCOMES = ['waiting', 'handed', 'problem'] as const
export type BatchOutcome = (typeof BATCH_OUTCOMES)[number]
