import { CONTACT_PURPOSES, CONTACT_WAYS, SATISFACTIONS } from '@counter/shared/vocabulary/agency'
import type { VillageKey } from '../../text/village-zh-cn.ts'

/** What an agent may say on the phone besides a new case (V30). */
export const FACT_KINDS = [
  'material.receive',
  'correction.relay',
  'contact.attempt',
  'result.deliver',
  'followup.record',
  'material.return',
  'authority.revoke',
  'note.add',
  'case.edit',
  'case.ask_withdrawal',
  'consult.log',
  'number.void',
] as const
export type FactKind = (typeof FACT_KINDS)[number]

/** One field of a form: a line, several lines, one of a few, an item of the guide, or the papers that are here. */
export interface FactField {
  readonly name: string
  readonly label: VillageKey
  readonly isOptional?: true
  /** Asked for after the signature, because few cases have it. */
  readonly isLast?: true
  readonly as:
    | { readonly form: 'line' | 'lines'; readonly max: number }
    | { readonly form: 'choice'; readonly options: readonly (readonly [string, VillageKey])[] }
    | { readonly form: 'item' }
    /** A day, today at the latest. */
    | { readonly form: 'day' }
    | { readonly form: 'papers' }
}

/** A form as data: what is asked, what is signed or photographed, and where it opens. */
export interface FactForm {
  readonly title: VillageKey
  /** The last part of its address under the case; the supplement stands on the page of the case itself. */
  readonly path: string
  readonly screen: 'V-4' | 'V-5'
  /** What is to be known before it is said. */
  readonly hint: VillageKey | null
  readonly fields: readonly FactField[]
  /** A row for each missing paper, with its photos. */
  readonly hasPapers: boolean
  /** Signed on glass, or a photo of the signed paper: under which word, and whether it may stay away. */
  readonly proof: { readonly label: VillageKey; readonly isOptional: boolean } | null
  readonly go: VillageKey
}

const PLAIN = { hasPapers: false, proof: null, screen: 'V-4', hint: null } as const
const NOTE: FactField = {
  name: 'note',
  label: 'village.note.text',
  isOptional: true,
  as: { form: 'lines', max: 500 },
}
const WAY: FactField = {
  name: 'way',
  label: 'village.fact.way',
  as: { form: 'choice', options: CONTACT_WAYS.map((way) => [way, `village.way.${way}`] as const) },
}
// Who came to the point was reached.
const TRIED: FactField = {
  ...WAY,
  as: {
    form: 'choice',
    options: CONTACT_WAYS.filter((way) => way !== 'at_point').map(
      (way) => [way, `village.way.${way}`] as const,
    ),
  },
}
const RECEIVER: FactField = {
  name: 'receiver',
  label: 'village.deliver.receiver',
  as: { form: 'line', max: 60 },
}

export const FACT_FORMS: { readonly [Kind in FactKind]: FactForm } = {
  'material.receive': {
    ...PLAIN,
    title: 'village.case.missing',
    path: '',
    fields: [],
    hasPapers: true,
    go: 'village.case.send',
  },
  'correction.relay': {
    ...PLAIN,
    title: 'village.relay.title',
    path: 'relay',
    hint: 'village.fact.now',
    fields: [WAY, NOTE],
    go: 'village.relay.go',
  },
  'contact.attempt': {
    ...PLAIN,
    title: 'village.contact.title',
    path: 'contact',
    hint: 'village.contact.hint',
    fields: [
      {
        name: 'purpose',
        label: 'village.contact.purpose',
        as: {
          form: 'choice',
          options: CONTACT_PURPOSES.map((purpose) => [purpose, `village.purpose.${purpose}`] as const),
        },
      },
      TRIED,
      NOTE,
    ],
    go: 'village.contact.go',
  },
  'result.deliver': {
    title: 'village.deliver.title',
    path: 'deliver',
    screen: 'V-5',
    hint: 'village.deliver.hint',
    fields: [
      RECEIVER,
      {
        name: 'relation',
        label: 'village.deliver.relation',
        isOptional: true,
        as: { form: 'line', max: 30 },
      },
      {
        name: 'on',
        label: 'village.deliver.on',
        isOptional: true,
        isLast: true,
        as: { form: 'day' },
      },
      {
        name: 'fee',
        label: 'village.deliver.fee',
        isOptional: true,
        isLast: true,
        as: { form: 'line', max: 10 },
      },
      {
        name: 'receipt',
        label: 'village.deliver.receipt',
        isOptional: true,
        isLast: true,
        as: { form: 'line', max: 40 },
      },
    ],
    hasPapers: false,
    proof: { label: 'village.deliver.proof', isOptional: false },
    go: 'village.deliver.go',
  },
  'followup.record': {
    ...PLAIN,
    title: 'village.followUp.title',
    path: 'follow-up',
    hint: 'village.followUp.hint',
    fields: [
      WAY,
      {
        name: 'satisfaction',
        label: 'village.followUp.satisfied',
        as: {
          form: 'choice',
          options: SATISFACTIONS.map((each) => [each, `village.satisfaction.${each}`] as const),
        },
      },
      { ...NOTE, name: 'remark', label: 'village.followUp.remark' },
    ],
    go: 'village.followUp.go',
  },
  'material.return': {
    ...PLAIN,
    title: 'village.return.title',
    path: 'return',
    hint: 'village.fact.now',
    fields: [{ name: 'papers', label: 'village.return.papers', as: { form: 'papers' } }, RECEIVER],
    proof: { label: 'village.deliver.proof', isOptional: true },
    go: 'village.return.go',
  },
  'authority.revoke': {
    ...PLAIN,
    title: 'village.revoke.title',
    path: 'revoke',
    hint: 'village.revoke.hint',
    fields: [{ ...NOTE, name: 'reason', label: 'village.revoke.reason' }],
    go: 'village.revoke.go',
  },
  'note.add': {
    ...PLAIN,
    title: 'village.note.title',
    path: 'note',
    fields: [{ name: 'text', label: 'village.note.text', as: { form: 'lines', max: 2000 } }],
    go: 'village.note.go',
  },
  'case.edit': {
    ...PLAIN,
    title: 'village.edit.title',
    path: 'edit',
    hint: 'village.edit.hint',
    fields: [
      { name: 'phone', label: 'village.edit.phone', isOptional: true, as: { form: 'line', max: 20 } },
      { name: 'contact', label: 'village.edit.contact', isOptional: true, as: { form: 'line', max: 60 } },
      { name: 'address', label: 'village.edit.address', isOptional: true, as: { form: 'line', max: 120 } },
    ],
    go: 'village.edit.go',
  },
  'case.ask_withdrawal': {
    ...PLAIN,
    title: 'village.withdrawal.title',
    path: 'withdrawal',
    hint: 'village.withdrawal.hint',
    fields: [{ name: 'reason', label: 'village.withdrawal.reason', as: { form: 'lines', max: 500 } }],
    go: 'village.withdrawal.go',
  },
  'number.void': {
    ...PLAIN,
    title: 'village.void.title',
    path: 'number',
    hint: 'village.void.hint',
    fields: [
      { name: 'number', label: 'village.void.number', as: { form: 'line', max: 20 } },
      { name: 'reason', label: 'village.void.reason', as: { form: 'line', max: 200 } },
    ],
    go: 'village.void.go',
  },
  'consult.log': {
    ...PLAIN,
    title: 'village.consult.title',
    path: 'consult',
    hint: 'village.consult.hint',
    fields: [
      { name: 'item', label: 'village.consult.item', isOptional: true, as: { form: 'item' } },
      { name: 'question', label: 'village.consult.question', as: { form: 'lines', max: 500 } },
      { name: 'answer', label: 'village.consult.answer', as: { form: 'lines', max: 500 } },
      {
        name: 'referred',
        label: 'village.consult.referred',
        as: {
          form: 'choice',
          options: [
            ['no', 'village.consult.notReferred'],
            ['yes', 'village.consult.isReferred'],
          ],
        },
      },
      { name: 'person', label: 'village.consult.person', isOptional: true, as: { form: 'line', max: 60 } },
    ],
    go: 'village.consult.go',
  },
}

/** What is said of no case: it has an id of its own and one form at a time (V16, V62). */
export function isOfNoCase(kind: FactKind): kind is 'consult.log' | 'number.void' {
  return kind === 'consult.log' || kind === 'number.void'
}

/** The form that an address under a case names. */
export function kindAt(path: string): FactKind | null {
  const kind = FACT_KINDS.find((each) => FACT_FORMS[each].path === path && path !== '')
  return kind === undefined || isOfNoCase(kind) ? null : kind
}
