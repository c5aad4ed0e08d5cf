import type { CaseAction } from '@counter/shared/vocabulary/case'
import { type ActForm, REASON } from './act-form.ts'

/** What a window does with a case before a unit has it: acceptance, its refusal, a finish on the spot, a wrong item. */
export const COUNTER_ACTS = {
  accept: { path: 'accept', fields: [], isFinal: false, mayBeLate: true },
  pledge: { path: 'pledge', fields: [], isFinal: false },
  convert: { path: 'convert', fields: [REASON], isFinal: false },
  change_item: {
    path: 'change-item',
    fields: [{ name: 'item', label: 'field.item', kind: 'choice', isRequired: true, from: 'items' }, REASON],
    isFinal: true,
  },
  not_applicable: { path: 'not-applicable', fields: [REASON], isFinal: true },
  finish_on_spot: {
    path: 'finish-on-spot',
    fields: [{ name: 'result', label: 'field.result', kind: 'text', isRequired: true }],
    isFinal: true,
  },
  refuse: {
    path: 'refuse',
    fields: [REASON, { name: 'organ', label: 'field.organ', kind: 'line', isRequired: true }],
    isFinal: true,
  },
  withdraw: { path: 'withdraw', fields: [REASON], isFinal: true },
} as const satisfies Partial<Record<CaseAction, ActForm>>
