import { type CaseAction, DELIVERY_WAYS } from '@counter/shared/vocabulary/case'
import { type ActForm, type Field, REASON } from './act-form.ts'

const WAY: Field = {
  name: 'way',
  label: 'field.way',
  kind: 'choice',
  isRequired: true,
  choices: DELIVERY_WAYS.map((way) => ({ value: way, label: `way.${way}` as const })),
}
const POST_NUMBER: Field = {
  name: 'postNumber',
  label: 'field.postNumber',
  kind: 'line',
  isRequired: true,
  isAsked: ({ way }) => way === 'post',
}
const RECEIVER: Field = { name: 'receiver', label: 'field.receiver', kind: 'line', isRequired: true }
const RELATION: Field = { name: 'relation', label: 'field.relation', kind: 'line', isRequired: false }

/** How a case goes from hand to hand, and how its result reaches the resident. */
export const PASSING_ACTS = {
  transfer: {
    path: 'transfer',
    fields: [
      { name: 'unit', label: 'field.toUnit', kind: 'choice', isRequired: true, from: 'units' },
      REASON,
    ],
    isFinal: false,
  },
  take_over: { path: 'take-over', fields: [], isFinal: false },
  send_back: { path: 'send-back', fields: [REASON], isFinal: false },
  recuse: {
    path: 'recuse',
    start: { target: 'unit' },
    fields: [
      {
        name: 'target',
        label: 'field.target',
        kind: 'choice',
        isRequired: true,
        choices: [
          { value: 'unit', label: 'target.unit' },
          { value: 'person', label: 'target.person' },
        ],
      },
      {
        name: 'unit',
        label: 'field.recuseUnit',
        kind: 'choice',
        isRequired: true,
        from: 'units',
        isAsked: ({ target }) => target === 'unit',
      },
      {
        name: 'person',
        label: 'field.recusePerson',
        kind: 'choice',
        isRequired: true,
        from: 'checkers',
        isAsked: ({ target }) => target === 'person',
      },
      REASON,
    ],
    isFinal: true,
  },
  edit_facts: {
    path: 'edit-facts',
    fields: [
      { name: 'phone', label: 'field.rightPhone', kind: 'line', isRequired: false },
      { name: 'contact', label: 'field.rightContact', kind: 'line', isRequired: false },
      { name: 'address', label: 'field.rightAddress', kind: 'line', isRequired: false },
    ],
    isFinal: false,
  },
  decline_withdrawal: { path: 'decline-withdrawal', fields: [REASON], isFinal: false },
  shelve: {
    path: 'shelve',
    fields: [{ name: 'place', label: 'field.place', kind: 'line', isRequired: true }],
    isFinal: false,
  },
  deliver: {
    path: 'deliver',
    mayBeLate: true,
    start: { way: 'collect' },
    fields: [WAY, POST_NUMBER, RECEIVER, RELATION],
    isFinal: true,
  },
} as const satisfies Partial<Record<CaseAction, ActForm>>
