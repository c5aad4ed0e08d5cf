import type { ItemList, ItemPromise, ItemRow } from '@counter/shared/contract/case-lists'
import type { Guide, GuideList, GuideRow } from '@counter/shared/contract/public/guide'
import type { z } from 'zod'
import { paperNote } from '../domain/catalogue/material-rules.ts'
import type { Item } from '../store/items.ts'
import type { UnitFacts } from '../store/township.ts'
import type { GuideFacts, readPromise } from '../usecases/cases/read-guide.ts'
import { toClock } from './clock-views.ts'

function toGuideRow({ code, name, unit, caseType, villageAgency, content }: Item): GuideRow {
  return {
    code,
    name,
    unit,
    category: content.category,
    caseType,
    villageAgency,
    committedText: content.committedLimit.text,
    aliases: [...content.aliases],
  }
}

export function toGuideList(list: {
  readonly units: readonly UnitFacts[]
  readonly items: readonly Item[]
  readonly usual: readonly string[]
}): GuideList {
  return {
    units: list.units.map(({ code, name }) => ({ unit: code, name })),
    items: list.items.map(toGuideRow),
    usual: [...list.usual],
    next: null,
  }
}

const COLLECT = '窗口领取'
const BY_AGENT = '村代办点送达'
const BY_POST = '邮寄'

/** One item for the public (C109). A statutory limit that is still to be confirmed is not shown (C107). */
export function toGuide({ item, ...place }: GuideFacts): Guide {
  const { content } = item
  return {
    code: item.code,
    version: item.version,
    effectiveFrom: item.effectiveFrom,
    name: item.name,
    summary: content.summary,
    unit: item.unit,
    unitName: item.unitName,
    topic: place.topic,
    category: content.category,
    caseType: item.caseType,
    townshipRole: content.townshipRole,
    visits: content.visits,
    booking: content.booking,
    courier: content.courier,
    keepOriginal: content.keepOriginal,
    villageAgency: item.villageAgency,
    inPersonRequired: item.inPersonRequired,
    committeeMayAsk: item.committeeMayAsk,
    needsNotice: needsNotice(item),
    conditions: [...content.conditions],
    committed: toLimit(content.committedLimit),
    statutory: content.verify || content.statutoryLimit === null ? null : toLimit(content.statutoryLimit),
    pauseReasons: [...content.pauseReasons],
    publicNotice: toPublicNotice(content.publicNotice),
    steps: content.steps.map(({ name, who, howLong, isExcluded }) => ({ name, who, howLong, isExcluded })),
    materials: content.materials.map(toGuideMaterial),
    legalBasis: [...content.legalBasis],
    feeText: content.fee.text,
    resultName: content.resultName,
    resultSample: content.resultSample,
    delivery: deliveryOf(item),
    deliveryWorkdays: content.deliveryWorkdays ?? place.deliveryWorkdays,
    place: content.place || place.place,
    hours: content.hours || place.hours,
    consultPhone: content.consultPhone || place.consultPhone,
    supervisionPhone: content.supervisionPhone || place.supervisionPhone,
    faq: content.faq.map(({ question, answer }) => ({ question, answer })),
  }
}

// An item that says nothing of its own is handed over in the centre's ways.
function deliveryOf({ content, villageAgency }: Item): string[] {
  if (content.delivery.length > 0) return [...content.delivery]
  return [COLLECT, ...(villageAgency ? [BY_AGENT] : []), ...(content.courier ? [BY_POST] : [])]
}

function toLimit({ value, unit, text }: { value: number; unit: 'workday' | 'day'; text: string }) {
  return { value, unit, text }
}

function toPublicNotice(notice: Item['content']['publicNotice']): Guide['publicNotice'] {
  if (notice === null) return null
  const { days, unit, where, excludedFromClock } = notice
  return { days, unit, where, isExcluded: excludedFromClock }
}

function toGuideMaterial(material: Item['content']['materials'][number]): Guide['materials'][number] {
  const { name, original, copies, required, deferrable, source, sample } = material
  return { name, original, copies, required, deferrable, source, note: paperNote(material) || null, sample }
}

export function toItemRow(item: Item): z.infer<typeof ItemRow> {
  const { code, name, unit, unitName, caseType, villageAgency, inPersonRequired, initials } = item
  const told = { needsNotice: needsNotice(item) }
  return { code, name, unit, unitName, caseType, villageAgency, inPersonRequired, initials, ...told }
}

function needsNotice({ confidentiality }: Item): boolean {
  return confidentiality === 'sensitive' || confidentiality === 'minor'
}

export function toItemList(items: readonly Item[]): z.infer<typeof ItemList> {
  return { items: items.map(toItemRow), next: null }
}

export function toItemPromise({
  committed,
  statutory,
  isUnverified,
}: ReturnType<typeof readPromise>): z.infer<typeof ItemPromise> {
  return {
    committed: committed === null ? null : toClock(committed),
    statutory: statutory === null ? null : toClock(statutory),
    isUnverified,
  }
}
