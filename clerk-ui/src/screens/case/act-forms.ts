import { COUNTER_ACTS } from './counter-acts.ts'
import { HANDLING_ACTS } from './handling-acts.ts'
import { OVERSIGHT_ACTS } from './oversight-acts.ts'
import { PASSING_ACTS } from './passing-acts.ts'

/** The acts with a plain form. Those with lists of materials stand in their own files. */
export const ACT_FORMS = { ...COUNTER_ACTS, ...HANDLING_ACTS, ...PASSING_ACTS, ...OVERSIGHT_ACTS }

export type FormAction = keyof typeof ACT_FORMS
