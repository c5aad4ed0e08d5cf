import { newCommandId } from '@counter/shared/client/commands'
import type { Guide } from '@counter/shared/contract/public/guide'
import type { RegisterPayload } from '@counter/shared/contract/village-payloads'
import { GUARDIAN_ROLE } from '@counter/shared/vocabulary/agency'
import type { MaterialState } from '@counter/shared/vocabulary/case'
import { isMinor } from '@counter/shared/vocabulary/identity'
import type { CaseId, CommandId } from '@counter/shared/vocabulary/ids'
import { addMonths } from '@counter/shared/vocabulary/plain-date'
import type { PlainDate } from '@counter/shared/vocabulary/time'
import type { NamedPhoto } from '../../outbox/command.ts'
import { type CommandMark, newCommandMark } from '../../outbox/command-mark.ts'
import { AUTHORITY_ROLE } from '../../outbox/outbox-photos.ts'
import type { Photo } from '../../outbox/photo.ts'
import { newSlipSecrets, type SlipSecrets } from '../../outbox/slip.ts'
import type { TypedDocument } from './draft-document.ts'
import { SHIPPED_PHONE_RULES } from './phone-rules.ts'
import { type WithUnread, withoutUnread } from './unread-photos.ts'

export type Power = 'submit' | 'receive_notice' | 'receive_result'
export type SignedAs = 'glass' | 'paper' | 'fingerprint'
export type Principal = 'self' | 'guardian' | 'committee'

export interface MaterialDraft {
  readonly name: string
  readonly state: MaterialState
  readonly promisedOn: string
}

/** A case as it is being typed. Its ids and its salt are made when the form opens and stay (U14, V29). */
export interface Draft extends TypedDocument, CommandMark, WithUnread {
  readonly caseId: CaseId
  readonly item: Guide | null
  readonly isConsentGiven: boolean
  readonly name: string
  readonly phone: string
  readonly hasNoPhone: boolean
  readonly isOwnVillage: boolean
  readonly group: string
  readonly materials: readonly MaterialDraft[]
  /** What of it stays at the point on paper; none unless the agent says so (V17). */
  readonly papers: NonNullable<RegisterPayload['papers']>
  /** Handed up on the same day (V21). */
  readonly isUrgent: boolean
  readonly photos: readonly NamedPhoto[]
  readonly principal: Principal
  /** Whose guardian: mother, son; the proof is among the photos (V11). */
  readonly guardian: string
  readonly powers: readonly Power[]
  readonly until: PlainDate
  readonly allowsDeputy: boolean
  readonly signedAs: SignedAs
  readonly signature: Photo | null
  readonly witness: string
  /** Asked for by telephone: when the agent goes there for the signature; '' until a day is said (V10). */
  readonly visitOn: PlainDate | '' | null
  /** No default: the question must be answered (V12). */
  readonly isRelative: boolean | null
  /** The refused command that this draft is sent anew for (V36). */
  readonly replaces: CommandId | null
  /** What the resident's slip will show; they stay with the case (V64). */
  readonly secrets: SlipSecrets
}

/** A command carries 20 files at most, and one of them may be a signature (V68). */
export const MOST_PHOTOS = 19

/** An empty form with new ids, entrusted for as long as may be (V9). */
export function newDraft(
  today: PlainDate,
  longestMonths: number = SHIPPED_PHONE_RULES.authorityMonths,
): Draft {
  return {
    ...newCommandMark(),
    caseId: newCommandId() as string as CaseId,
    item: null,
    isConsentGiven: false,
    name: '',
    idKind: 'id_card',
    idNo: '',
    idNote: '',
    phone: '',
    hasNoPhone: false,
    isOwnVillage: true,
    group: '',
    materials: [],
    papers: [],
    isUrgent: false,
    photos: [],
    principal: 'self',
    guardian: '',
    powers: ['submit'],
    until: addMonths(today, longestMonths),
    allowsDeputy: false,
    signedAs: 'glass',
    signature: null,
    witness: '',
    visitOn: null,
    isRelative: null,
    replaces: null,
    secrets: newSlipSecrets(),
  }
}

/** A refused command, open again: the same case and content under a new command id (V36). */
export function reopened<D extends Pick<Draft, 'id' | 'salt' | 'replaces'>>(draft: D): D {
  return { ...draft, ...newCommandMark(), replaces: draft.id }
}

/** The same content as a case of its own: what was frozen under its ids has other content (V50). */
export function withOwnIds(draft: Draft): Draft {
  const caseId = newCommandId() as string as CaseId
  return { ...draft, ...newCommandMark(), caseId, secrets: newSlipSecrets() }
}

/** The item is chosen: its list of materials begins with what the departments share already settled. */
export function withItem(draft: Draft, item: Guide): Draft {
  const known = new Map(draft.materials.map((each) => [each.name, each]))
  const materials = item.materials.map(({ name, source }): MaterialDraft => {
    const isShared = source === 'shared' || source === 'internal'
    return known.get(name) ?? { name, state: isShared ? 'not_needed' : 'missing', promisedOn: '' }
  })
  const names = new Set(materials.map(({ name }) => name))
  const isAsked = (role: string) => names.has(role) || role === GUARDIAN_ROLE || role === AUTHORITY_ROLE
  return {
    ...draft,
    item,
    materials,
    papers: draft.papers.filter(({ name }) => names.has(name)),
    photos: draft.photos.filter(({ role }) => isAsked(role)),
    ...(draft.unread === undefined ? {} : { unread: draft.unread.filter(isAsked) }),
  }
}

/** One row of the list is marked; of what is not here no paper lies at the point either. */
export function withMaterial(
  draft: Draft,
  name: string,
  change: Partial<Omit<MaterialDraft, 'name'>>,
): Draft {
  const materials = draft.materials.map((each) => (each.name === name ? { ...each, ...change } : each))
  const isHere = (change.state ?? 'received') === 'received'
  const papers = isHere ? draft.papers : draft.papers.filter((each) => each.name !== name)
  return { ...draft, materials, papers }
}

/** A photo of a material says that the material is here. The same picture twice is one. */
export function withPhoto(draft: Draft, photo: NamedPhoto): Draft {
  const marked = withMaterial(draft, photo.role, { state: 'received' })
  const others = draft.photos.filter(({ sha256, role }) => sha256 !== photo.sha256 || role !== photo.role)
  return withoutUnread({ ...marked, photos: [...others, photo] }, photo.role)
}

/** The last photo of a material is taken back. */
export function withoutLastPhoto(draft: Draft, role: string): Draft {
  const place = draft.photos.map((photo) => photo.role).lastIndexOf(role)
  return { ...draft, photos: draft.photos.filter((_, index) => index !== place) }
}

/** Everything that the list asks for is here. */
export function withAllMaterials(draft: Draft): Draft {
  const materials = draft.materials.map((each) =>
    each.state === 'missing' || each.state === 'deferred' ? { ...each, state: 'received' as const } : each,
  )
  return { ...draft, materials }
}

/** The papers that the item cannot do without. */
export function requiredOf(item: Draft['item']): ReadonlySet<string> {
  return new Set((item?.materials ?? []).filter((each) => each.required).map(({ name }) => name))
}

/** Whom the notice is told before the number is typed, by the age in the number or by the item; null when nobody (C1109). */
export function careOf(
  { item, idKind, idNo }: Pick<Draft, 'item' | 'idKind' | 'idNo'>,
  today: PlainDate,
): 'guardian' | 'resident' | null {
  if (isMinor(idKind, idNo, today)) return 'guardian'
  return item?.needsNotice === true ? 'resident' : null
}
