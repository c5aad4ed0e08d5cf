import type { CaseAction } from '@counter/shared/vocabulary/case'
import { ORDER_LEVELS, ORDER_RULES } from '@counter/shared/vocabulary/supervision'
import { type ActForm, REASON } from './act-form.ts'

/** What is asked and put right from outside the work on a case. */
export const OVERSIGHT_ACTS = {
  urge: { path: 'urge', fields: [], isFinal: false },
  supervise: {
    path: 'supervise',
    start: { level: 'unit_head' },
    fields: [
      {
        name: 'level',
        label: 'field.level',
        kind: 'choice',
        isRequired: true,
        choices: ORDER_LEVELS.map((level) => ({ value: level, label: `level.${level}` as const })),
      },
      {
        name: 'rule',
        label: 'field.rule',
        kind: 'choice',
        isRequired: true,
        choices: ORDER_RULES.map((rule) => ({ value: rule, label: `rule.${rule}` as const })),
      },
      { name: 'content', label: 'field.content', kind: 'text', isRequired: true },
    ],
    isFinal: false,
  },
  correct: {
    path: 'correct',
    fields: [
      { name: 'event', label: 'field.event', kind: 'choice', isRequired: true, from: 'events' },
      REASON,
    ],
    isFinal: true,
  },
  void: { path: 'void', fields: [REASON], isFinal: true },
} as const satisfies Partial<Record<CaseAction, ActForm>>
