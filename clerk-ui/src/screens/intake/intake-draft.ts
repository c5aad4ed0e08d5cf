import type { ReceiveBody } from '@counter/shared/contract/case-bodies'
import type { ItemRow } from '@counter/shared/contract/case-lists'
import type { Guide, GuideMaterial } from '@counter/shared/contract/public/guide'
import type { MaterialState } from '@counter/shared/vocabulary/case'
import { isMinor, normalIdNumber } from '@counter/shared/vocabulary/identity'
import type { VillageCode } from '@counter/shared/vocabulary/ids'
import { CARE_NOTICE_VERSION, type IdKind } from '@counter/shared/vocabulary/personal-data'
import type { PlainDate } from '@counter/shared/vocabulary/time'

export interface MaterialMark {
  readonly state: MaterialState
  readonly promisedOn: PlainDate | null
}

/** What is being typed at the window. It lives in the page's memory only: no personal data in browser storage (P33). */
export interface IntakeDraft {
  readonly item: ItemRow | null
  readonly guide: Guide | null
  readonly name: string
  readonly idKind: IdKind
  readonly idNo: string
  readonly idNote: string
  readonly phone: string
  /** Whom to call when there is no phone (C1107). */
  readonly contact: string
  readonly village: string
  readonly agent: string
  readonly note: string
  readonly marks: Readonly<Record<string, MaterialMark>>
}

export const EMPTY_DRAFT: IntakeDraft = {
  item: null,
  guide: null,
  name: '',
  idKind: 'id_card',
  idNo: '',
  idNote: '',
  phone: '',
  contact: '',
  village: '',
  agent: '',
  note: '',
  marks: {},
}

/** A field for the number that stays empty says that there is no document with one (C1106). */
export function kindOf({ idKind, idNo }: Pick<IntakeDraft, 'idKind' | 'idNo'>): IdKind {
  return idNo.trim() === '' ? 'none' : idKind
}

/** True when the notice for minors and sensitive matters is shown: by the item, or by the age in the number (C1109). */
export function needsCare({ item, idKind, idNo }: IntakeDraft, today: PlainDate): boolean {
  return item?.needsNotice === true || isMinor(idKind, idNo, today)
}

/** The draft of the same person's next case: who it is stays, what it was about goes. */
export function nextOfSamePerson(draft: IntakeDraft): IntakeDraft {
  const { name, idKind, idNo, idNote, phone, contact, village, agent } = draft
  return { ...EMPTY_DRAFT, name, idKind, idNo, idNote, phone, contact, village, agent }
}

/** How a material stands before the clerk touched it: what the office gets by itself, or what is needed in some cases only, is not asked for. */
export function markOf(draft: IntakeDraft, material: GuideMaterial): MaterialMark {
  return (
    draft.marks[material.name] ?? {
      state: isOffice(material) || !material.required ? 'not_needed' : 'missing',
      promisedOn: null,
    }
  )
}

/** True for papers that the resident is never asked to bring. */
export function isOffice({ source }: GuideMaterial): boolean {
  return source === 'shared' || source === 'internal'
}

/** The state after one press of Space: 缺 → 收到 → 容缺 → 不需要; the last two only where the item allows them (C205, C440). */
export function nextState(state: MaterialState, material: GuideMaterial): MaterialState {
  const round = statesOf(material)
  return round[(round.indexOf(state) + 1) % round.length] ?? 'missing'
}

function statesOf({ required, deferrable, source }: GuideMaterial): readonly MaterialState[] {
  const promise = deferrable ? (['deferred'] as const) : []
  if (!required) return ['not_needed', 'received', ...promise, 'missing']
  return ['missing', 'received', ...promise, ...(source === 'applicant' ? [] : (['not_needed'] as const))]
}

/** True when something was typed that would be lost. */
export function isDirty(draft: IntakeDraft): boolean {
  return (
    draft.item !== null ||
    [draft.name, draft.idNo, draft.phone, draft.agent, draft.note].some((text) => text.trim() !== '')
  )
}

type Body = Omit<ReceiveBody, 'commandId' | 'ticketId'>

/** The body of `POST /api/cases` for a checked draft. An immediate item carries its usual result and is handed over at once (C201). */
export function receiveBody(
  draft: IntakeDraft & { readonly item: ItemRow },
  step: ReceiveBody['step'],
  today: PlainDate,
): Body {
  const optional = (name: string, text: string) => (text.trim() === '' ? {} : { [name]: text.trim() })
  return {
    item: draft.item.code,
    applicant: {
      name: draft.name.trim(),
      idKind: kindOf(draft),
      idNo: draft.idNo.trim() === '' ? null : normalIdNumber(draft.idNo),
      phone: draft.phone.trim() === '' ? null : draft.phone.trim(),
      village: draft.village === '' ? null : (draft.village as VillageCode),
      ...optional('idNote', draft.idNote),
      ...optional('contact', draft.phone.trim() === '' ? draft.contact : ''),
    },
    materials: (draft.guide?.materials ?? []).map((material) => toBody(draft, material)),
    step,
    ...optional('agentName', draft.agent),
    ...optional('note', draft.note),
    ...(step === 'finish_on_spot' ? onSpot(draft) : {}),
    ...(needsCare(draft, today) ? { noticeVersion: CARE_NOTICE_VERSION } : {}),
  }
}

function toBody(draft: IntakeDraft, material: GuideMaterial): ReceiveBody['materials'][number] {
  const { state, promisedOn } = markOf(draft, material)
  return {
    name: material.name,
    state,
    ...(state === 'deferred' && promisedOn !== null ? { promisedOn } : {}),
  }
}

function onSpot({ guide, item, name, agent }: IntakeDraft): Pick<Body, 'result' | 'delivery'> {
  const receiver = agent.trim() === '' ? name.trim() : agent.trim()
  return { result: guide?.resultName ?? item?.name ?? '', delivery: { way: 'collect', receiver } }
}
