import { type CaseAction, DECISIONS } from '@counter/shared/vocabulary/case'
import { type ActForm, type Field, REASON } from './act-form.ts'

const DAYS: Field = { name: 'days', label: 'field.days', kind: 'days', isRequired: true }
// In the days in which the promise counts, working or natural ones (C513).
const EXTEND_DAYS: Field = { ...DAYS, label: 'field.extendDays' }
const HIGHER_ORGAN: Field = { name: 'organ', label: 'field.higherOrgan', kind: 'line', isRequired: true }
const REMARK: Field = { name: 'remark', label: 'field.remark', kind: 'text', isRequired: false }
const DECISION: Field = {
  name: 'decision',
  label: 'field.decision',
  kind: 'choice',
  isRequired: true,
  choices: DECISIONS.map((decision) => ({ value: decision, label: `decision.${decision}` as const })),
}

/** What a unit does with a case in its hands. */
export const HANDLING_ACTS = {
  take: { path: 'take', fields: [], isFinal: false },
  pause: {
    path: 'pause',
    mayBeLate: true,
    fields: [
      { name: 'reason', label: 'field.pauseReason', kind: 'choice', isRequired: true, from: 'pauseReasons' },
      DAYS,
      { name: 'noticeNumber', label: 'field.noticeNumber', kind: 'line', isRequired: true },
    ],
    isFinal: false,
  },
  resume: { path: 'resume', fields: [], isFinal: false, mayBeLate: true },
  extend: { path: 'extend', fields: [EXTEND_DAYS, REASON], isFinal: false },
  record_check: {
    path: 'record-check',
    fields: [
      { name: 'partner', label: 'field.partner', kind: 'choice', isRequired: true, from: 'checkers' },
      { name: 'findings', label: 'field.findings', kind: 'text', isRequired: true },
    ],
    isFinal: false,
  },
  decide: {
    path: 'decide',
    start: { decision: 'granted' },
    fields: [
      { name: 'result', label: 'field.opinion', kind: 'text', isRequired: true },
      DECISION,
      {
        name: 'reason',
        label: 'field.denialReason',
        kind: 'text',
        isRequired: true,
        isAsked: ({ decision }) => decision === 'denied',
      },
    ],
    isFinal: true,
  },
  report_up: { path: 'report-up', fields: [HIGHER_ORGAN, REMARK], isFinal: false },
  forward: { path: 'forward', fields: [HIGHER_ORGAN, REMARK], isFinal: true },
  record_result: {
    path: 'record-result',
    start: { decision: 'granted' },
    fields: [{ name: 'result', label: 'field.result', kind: 'text', isRequired: true }, DECISION],
    isFinal: true,
  },
  return_case: { path: 'return-case', fields: [REASON], isFinal: true },
} as const satisfies Partial<Record<CaseAction, ActForm>>
