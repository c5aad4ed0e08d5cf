import type { DeliverPayload, EditPayload, MaterialPayload } from '@counter/shared/contract/village-payloads'
import type { ContactPurpose, ContactWay, Satisfaction } from '@counter/shared/vocabulary/agency'
import { EDITED_FIELDS } from '@counter/shared/vocabulary/edit'
import { isPhone } from '@counter/shared/vocabulary/identity'
import type { ItemCode } from '@counter/shared/vocabulary/ids'
import { isCaseNumber } from '@counter/shared/vocabulary/number'
import { PLAIN_TEXT } from '@counter/shared/vocabulary/plain-text'
import type { PlainDate } from '@counter/shared/vocabulary/time'
import type { NamedPhoto, VillageFacts } from '../../outbox/command.ts'
import type { VillageKey } from '../../text/village-zh-cn.ts'
import type { FactDraft } from './fact-draft.ts'
import { FACT_FORMS, type FactField } from './fact-kinds.ts'
import { broughtIn, takenOf } from './fact-papers.ts'

/** Under this name the signed proof travels. */
export const RECEIPT_ROLE = 'receipt'

/** Each paper that is given back is ticked under its own name. */
export const TICK = 'paper:'

/** What the form still lacks, by the words of its fields (V36). */
export function lacksOfFact(draft: FactDraft): readonly VillageKey[] {
  const { fields, hasPapers, proof } = FACT_FORMS[draft.kind]
  const lacking = fields.filter(
    (field) => (field.isOptional !== true && isEmpty(draft, field)) || !isPlain(draft, field),
  )
  return [
    ...lacking.map(({ label }) => label),
    ...feeLacks(draft),
    ...editLacks(draft),
    ...numberLacks(draft),
    ...(hasPapers && broughtIn(draft).length === 0 ? (['village.lack.photo'] as const) : []),
    ...(proof !== null && !proof.isOptional && draft.signature === null ? [proof.label] : []),
  ]
}

// A sign that nobody sees is said at its field (V95).
function isPlain(draft: FactDraft, { name }: FactField): boolean {
  return PLAIN_TEXT.test(draft.typed[name] ?? '')
}

function isEmpty(draft: FactDraft, { name, as }: FactField): boolean {
  return as.form === 'papers' ? tickedOf(draft).length === 0 : textOf(draft, name) === ''
}

// An official fee is an amount with the number of its receipt, or it is not recorded (V6).
function feeLacks(draft: FactDraft): readonly VillageKey[] {
  const fee = textOf(draft, 'fee')
  const receipt = textOf(draft, 'receipt')
  if (fee === '' && receipt === '') return []
  return [
    ...(centsOf(fee) === null ? (['village.deliver.fee'] as const) : []),
    ...(receipt === '' ? (['village.deliver.receipt'] as const) : []),
  ]
}

// One of the values at least, and a phone that can be called (V73, V95).
function editLacks(draft: FactDraft): readonly VillageKey[] {
  if (draft.kind !== 'case.edit') return []
  const phone = textOf(draft, 'phone')
  if (phone !== '' && !isPhone(phone)) return ['village.edit.phoneWrong']
  return EDITED_FIELDS.some((name) => textOf(draft, name) !== '') ? [] : ['village.edit.none']
}

function numberLacks(draft: FactDraft): readonly VillageKey[] {
  if (draft.kind !== 'number.void') return []
  const number = textOf(draft, 'number')
  return number === '' || isCaseNumber(number.toUpperCase()) ? [] : ['village.void.wrong']
}

/** The content of the command; only for a form that lacks nothing. */
export function factsOf(draft: FactDraft): VillageFacts {
  const { kind: type } = draft
  const text = (name: string) => textOf(draft, name)
  const way = text('way') as ContactWay
  const note = optional('note', text('note'))
  switch (type) {
    case 'material.receive':
      return { type, payload: suppliedOf(draft) }
    case 'correction.relay':
      return { type, payload: { way, ...note } }
    case 'contact.attempt':
      return { type, payload: { purpose: text('purpose') as ContactPurpose, way, isReached: false, ...note } }
    case 'result.deliver':
      return { type, payload: deliveryOf(draft) }
    case 'followup.record':
      return {
        type,
        payload: {
          way,
          satisfaction: text('satisfaction') as Satisfaction,
          ...optional('remark', text('remark')),
        },
      }
    case 'material.return':
      return {
        type,
        payload: { materials: tickedOf(draft), receiver: text('receiver'), ...proofOf(draft) },
      }
    case 'authority.revoke':
      return { type, payload: optional('reason', text('reason')) }
    case 'note.add':
      return { type, payload: { text: text('text') } }
    case 'case.edit':
      return { type, payload: rightOf(draft) }
    case 'case.ask_withdrawal':
      return { type, payload: { reason: text('reason') } }
    case 'number.void':
      return { type, payload: { number: text('number').toUpperCase(), reason: text('reason') } }
    case 'consult.log':
      return { type, payload: consultationOf(draft) }
  }
}

function suppliedOf(draft: FactDraft): ReturnType<typeof MaterialPayload.parse> {
  const papers = takenOf(draft)
  return { materials: broughtIn(draft), ...(papers.length === 0 ? {} : { papers: [...papers] }) }
}

function deliveryOf(draft: FactDraft): ReturnType<typeof DeliverPayload.parse> {
  const cents = centsOf(textOf(draft, 'fee'))
  const fee = cents === null ? {} : { fee: { cents, receiptNumber: textOf(draft, 'receipt') } }
  const relation = optional('relation', textOf(draft, 'relation'))
  const on = optional('on', textOf(draft, 'on')) as { readonly on?: PlainDate }
  return { receiver: textOf(draft, 'receiver'), ...relation, ...proofOf(draft), ...on, ...fee }
}

function rightOf(draft: FactDraft): ReturnType<typeof EditPayload.parse> {
  const given = EDITED_FIELDS.map((name) => optional(name, textOf(draft, name)))
  return Object.assign({}, ...given)
}

function consultationOf(draft: FactDraft) {
  const item = textOf(draft, 'item')
  return {
    ...optional('person', textOf(draft, 'person')),
    item: item === '' ? null : (item as ItemCode),
    question: textOf(draft, 'question'),
    answer: textOf(draft, 'answer'),
    isReferred: textOf(draft, 'referred') === 'yes',
  }
}

/** What lists call it: the case, the number, or of a consultation the beginning of what was asked. */
export function titleOfFact(draft: FactDraft): string {
  if (draft.kind === 'number.void') return textOf(draft, 'number').toUpperCase()
  return draft.kind === 'consult.log' ? textOf(draft, 'question').slice(0, 20) : draft.title
}

/** The photos in the order in which they are sent (V70). */
export function photosOfFact({ photos, signature }: FactDraft): readonly NamedPhoto[] {
  return signature === null ? photos : [{ ...signature, role: RECEIPT_ROLE }, ...photos]
}

/** The papers that are ticked. */
export function tickedOf({ typed }: Pick<FactDraft, 'typed'>): string[] {
  const names = Object.keys(typed).filter((name) => name.startsWith(TICK) && typed[name] !== '')
  return names.map((name) => name.slice(TICK.length))
}

/** What was typed into a field, without the space around it. */
export function textOf({ typed }: Pick<FactDraft, 'typed'>, name: string): string {
  return (typed[name] ?? '').trim()
}

const MOST_CENTS = 10_000_000

// 12.5 yuan are 1250 fen; nothing else is an amount, and neither is more than the centre takes.
function centsOf(yuan: string): number | null {
  if (!/^\d{1,6}(\.\d{1,2})?$/.test(yuan)) return null
  const cents = Math.round(Number(yuan) * 100)
  return cents === 0 || cents > MOST_CENTS ? null : cents
}

function optional<Name extends string>(name: Name, value: string): { readonly [N in Name]?: string } {
  return (value === '' ? {} : { [name]: value }) as { readonly [N in Name]?: string }
}

function proofOf({ signature }: FactDraft): { readonly signature?: string } {
  return signature === null ? {} : { signature: signature.sha256 }
}
