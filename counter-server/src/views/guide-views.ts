import type { ItemList, ItemPromise, ItemRow } from '@counter/shared/contract/case-lists'
import type { Guide, GuideList, GuideRow } from '@counter/shared/contract/public/guide'
import { PAUSE_WORDS } from '@counter/shared/vocabulary/due-words'
import type { z } from 'zod'
import type { CaseClocks } from '../domain/case/case-clocks.ts'
import type { Item } from '../store/items.ts'
import type { UnitFacts } from '../store/township.ts'
import type { GuideFacts } from '../usecases/cases/read-guide.ts'
import { toClock } from './case-views.ts'

function toGuideRow({ code, name, unit, caseType, villageAgency, content }: Item): GuideRow {
  return {
    code,
    name,
    unit,
    category: content.category,
    caseType,
    villageAgency,
    committedText: content.committedLimit.text,
  }
}

export function toGuideList(list: {
  readonly units: readonly UnitFacts[]
  readonly items: readonly Item[]
}): GuideList {
  return {
    units: list.units.map(({ code, name }) => ({ unit: code, name })),
    items: list.items.map(toGuideRow),
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
    unit: item.unit,
    unitName: item.unitName,
    topic: place.topic,
    category: content.category,
    caseType: item.caseType,
    townshipRole: content.townshipRole,
    visits: 1,
    villageAgency: item.villageAgency,
    inPersonRequired: item.inPersonRequired,
    conditions: [...content.conditions],
    committed: toLimit(content.committedLimit),
    statutory: content.verify || content.statutoryLimit === null ? null : toLimit(content.statutoryLimit),
    pauseReasons: [...content.pauseReasons],
    publicNotice: toPublicNotice(content.publicNotice),
    steps: content.steps.map((name) => ({ name, isExcluded: isExcluded(name, item) })),
    materials: content.materials.map(toGuideMaterial),
    legalBasis: [...content.legalBasis],
    feeText: content.fee.text,
    resultName: content.resultName,
    delivery: item.villageAgency ? [COLLECT, BY_AGENT, BY_POST] : [COLLECT, BY_POST],
    place: place.place,
    hours: place.hours,
    consultPhone: place.consultPhone,
    supervisionPhone: place.supervisionPhone,
  }
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
  const { name, original, copies, required, deferrable, source, note } = material
  return { name, original, copies, required, deferrable, source, note: note ?? null }
}

// A step that is a listed reason to stop the clock is marked 「不计入时限」 (C109).
function isExcluded(step: string, { content }: Item): boolean {
  return content.pauseReasons.some((reason) => step.includes(PAUSE_WORDS[reason].zh))
}

export function toItemRow(item: Item): z.infer<typeof ItemRow> {
  const { code, name, unit, unitName, caseType, villageAgency, inPersonRequired, initials } = item
  return { code, name, unit, unitName, caseType, villageAgency, inPersonRequired, initials }
}

export function toItemList(items: readonly Item[]): z.infer<typeof ItemList> {
  return { items: items.map(toItemRow), next: null }
}

export function toItemPromise({ committed, statutory }: CaseClocks): z.infer<typeof ItemPromise> {
  return {
    committed: committed === null ? null : toClock(committed),
    statutory: statutory === null ? null : toClock(statutory),
  }
}
