import { canonicalJson } from '@counter/shared/vocabulary/canonical-json'
import { ITEM_PARTS, type ItemPart } from '@counter/shared/vocabulary/item'
import type { ItemDraft } from './item-content.ts'

type Reads = Readonly<Record<ItemPart, (draft: ItemDraft) => unknown>>

const READS: Reads = {
  effectiveFrom: ({ effectiveFrom }) => effectiveFrom,
  name: ({ name }) => name,
  aliases: ({ content }) => content.aliases,
  summary: ({ content }) => content.summary,
  category: ({ content }) => content.category,
  unit: ({ unit }) => unit,
  codes: ({ content }) => [content.basicCode, content.implementationCode, content.businessCode],
  powerType: ({ content }) => content.powerTypeCode,
  level: ({ content }) => content.level,
  serves: ({ content }) => content.serves,
  conditions: ({ content }) => content.conditions,
  place: ({ content }) => content.place,
  hours: ({ content }) => content.hours,
  phones: ({ content }) => [content.consultPhone, content.supervisionPhone],
  onlineAddress: ({ content }) => content.onlineAddress,
  visits: ({ content }) => content.visits,
  booking: ({ content }) => content.booking,
  courier: ({ content }) => content.courier,
  keepOriginal: ({ content }) => content.keepOriginal,
  villageAgency: ({ villageAgency }) => villageAgency,
  inPersonRequired: ({ inPersonRequired }) => inPersonRequired,
  committeeMayAsk: ({ committeeMayAsk }) => committeeMayAsk,
  relativeFiling: ({ relativeFiling }) => relativeFiling,
  caseType: ({ caseType }) => caseType,
  committed: ({ content }) => content.committedLimit,
  statutory: ({ content }) => content.statutoryLimit,
  extension: ({ content }) => content.extension,
  pauseReasons: ({ content }) => content.pauseReasons,
  publicNotice: ({ content }) => content.publicNotice,
  townshipRole: ({ content }) => content.townshipRole,
  twoPersonCheck: ({ content }) => content.twoPersonCheck,
  jointUnits: ({ content }) => content.jointUnits,
  pledge: ({ content }) => content.pledge && [content.pledge.text, content.pledge.checkWithin],
  quantityLimit: ({ content }) => content.quantityLimit,
  steps: ({ content }) => content.steps,
  materials: ({ content }) => content.materials,
  basis: ({ content }) => content.legalBasis,
  fee: ({ content }) => content.fee,
  result: ({ content }) => [content.resultName, content.resultSample],
  delivery: ({ content }) => content.delivery,
  deliveryWorkdays: ({ content }) => content.deliveryWorkdays,
  faq: ({ content }) => content.faq,
  confidentiality: ({ confidentiality }) => confidentiality,
  seasonal: ({ content }) => content.seasonal,
  handlingNote: ({ content }) => content.handlingNote,
  verify: ({ content }) => content.verify,
}

/** Which parts of an item a draft makes others than they are now; its day is always another one and is not named (C101). */
export function changedParts(draft: ItemDraft, present: ItemDraft): ItemPart[] {
  return ITEM_PARTS.filter(
    (part) =>
      part !== 'effectiveFrom' && canonicalJson(READS[part](draft)) !== canonicalJson(READS[part](present)),
  )
}
