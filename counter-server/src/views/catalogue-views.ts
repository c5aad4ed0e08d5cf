import type {
  CatalogueItem,
  CatalogueList,
  CataloguePreview,
  CatalogueRow,
  DraftView,
} from '@counter/shared/contract/catalogue'
import type { ItemDraft as DraftBody } from '@counter/shared/contract/item-draft'
import type { ItemContent, ItemDraft } from '../domain/catalogue/item-content.ts'
import type { DraftFacts } from '../usecases/catalogue/draft-facts.ts'
import type { ImportFacts } from '../usecases/catalogue/import-catalogue.ts'
import type { CataloguePage, ItemFacts } from '../usecases/catalogue/read-catalogue.ts'

export function toCatalogueList({ units, rows, fresh, next }: CataloguePage): CatalogueList {
  const unitName = new Map(units.map(({ code, name }) => [code, name]))
  const firsts = fresh.map(
    ({ code, state, content }): CatalogueRow => ({
      ...rowOf(content),
      code,
      unitName: unitName.get(content.unit) ?? content.unit,
      version: null,
      upcomingFrom: null,
      stoppedOn: null,
      draft: state,
    }),
  )
  const known = rows.map(
    ({ newest, inForce, draft }): CatalogueRow => ({
      ...rowOf(inForce ?? newest),
      code: newest.code,
      unitName: (inForce ?? newest).unitName,
      version: (inForce ?? newest).version,
      upcomingFrom: newest.version === inForce?.version ? null : newest.effectiveFrom,
      stoppedOn: newest.stoppedOn,
      draft: draft?.state ?? null,
    }),
  )
  return { units: units.map(({ code, name }) => ({ code, name })), items: [...firsts, ...known], next }
}

function rowOf({ name, unit, caseType, content }: ItemDraft) {
  const { category, committedLimit, verify } = content
  return { name, unit, category, caseType, committedText: committedLimit.text, verify }
}

export function toCatalogueItem(facts: ItemFacts): CatalogueItem {
  const { code, versions, stops, drafts, units, centre } = facts
  return {
    code,
    versions: versions.map(({ item, publishedBy, isInForce }) => ({
      version: item.version,
      isInForce,
      publishedBy,
      publishedAt: item.publishedAt,
      stoppedOn: item.stoppedOn,
      item: toDraftBody(item),
    })),
    stops: stops.map(({ version, stoppedOn, reason, stoppedBy }) => ({
      version,
      stoppedOn,
      reason,
      stoppedBy,
    })),
    drafts: drafts.map(toDraftView),
    units: units.map((unit) => ({ code: unit.code, name: unit.name })),
    centre: {
      place: centre.place,
      hours: centre.hours,
      consultPhone: centre.consultPhone,
      supervisionPhone: centre.supervisionPhone,
    },
  }
}

export function toDraftView({
  row,
  authors,
  submittedBy,
  settledBy,
  problems,
  changed,
}: DraftFacts): DraftView {
  return {
    id: row.id,
    code: row.code,
    baseVersion: row.baseVersion,
    state: row.state,
    rev: row.rev,
    draft: toDraftBody(row.content),
    authors: [...authors],
    savedAt: row.savedAt,
    submittedBy,
    settledBy,
    settledAt: row.settledAt,
    note: row.note,
    problems: problems.map(({ code, part, params }) => ({ code, part, params: { ...params } })),
    changed: [...changed],
  }
}

const SHOWN_PROBLEMS = 200

export function toCataloguePreview({ same, drafts, problems }: ImportFacts): CataloguePreview {
  return {
    same,
    drafts: drafts.map(({ code, item, isNew, changed, problems: own }) => ({
      code,
      name: item.name,
      isNew,
      effectiveFrom: item.effectiveFrom,
      changed: [...changed],
      problems: own.map(({ code: refusal, part, params }) => ({
        code: refusal,
        part,
        params: { ...params },
      })),
    })),
    problemCount: problems.length,
    problems: problems
      .slice(0, SHOWN_PROBLEMS)
      .map(({ sheet, line, column, problem, allowed }) => ({ sheet, line, column, problem, allowed })),
  }
}

function toDraftBody(draft: ItemDraft): DraftBody {
  const { name, unit, effectiveFrom, caseType, villageAgency, inPersonRequired, confidentiality } = draft
  const { committeeMayAsk, relativeFiling } = draft
  return {
    name,
    unit,
    effectiveFrom,
    caseType,
    villageAgency,
    inPersonRequired,
    committeeMayAsk,
    relativeFiling,
    confidentiality,
    content: toContentBody(draft.content),
  }
}

function toContentBody(content: ItemContent): DraftBody['content'] {
  const { committedLimit, statutoryLimit, extension, publicNotice, fee } = content
  return {
    aliases: [...content.aliases],
    summary: content.summary,
    category: content.category,
    basicCode: content.basicCode,
    implementationCode: content.implementationCode,
    businessCode: content.businessCode,
    powerTypeCode: content.powerTypeCode,
    level: content.level,
    serves: [...content.serves],
    conditions: [...content.conditions],
    place: content.place,
    hours: content.hours,
    consultPhone: content.consultPhone,
    supervisionPhone: content.supervisionPhone,
    onlineAddress: content.onlineAddress,
    visits: content.visits,
    booking: content.booking,
    courier: content.courier,
    keepOriginal: content.keepOriginal,
    committedLimit: {
      value: committedLimit.value,
      unit: committedLimit.unit,
      text: committedLimit.text,
      reason: committedLimit.reason,
    },
    statutoryLimit: statutoryLimit && {
      value: statutoryLimit.value,
      unit: statutoryLimit.unit,
      scope: statutoryLimit.scope,
      starts: statutoryLimit.starts,
      text: statutoryLimit.text,
    },
    withoutStatutory: content.withoutStatutory,
    extension: extension && { max: extension.max, unit: extension.unit, basis: extension.basis },
    pauseReasons: [...content.pauseReasons],
    publicNotice: publicNotice && {
      days: publicNotice.days,
      unit: publicNotice.unit,
      where: publicNotice.where,
      beforeApplication: publicNotice.beforeApplication,
      excludedFromClock: publicNotice.excludedFromClock,
    },
    townshipRole: content.townshipRole,
    twoPersonCheck: content.twoPersonCheck,
    jointUnits: [...content.jointUnits],
    pledge: content.pledge && {
      version: content.pledge.version,
      text: content.pledge.text,
      checkWithin: content.pledge.checkWithin,
    },
    quantityLimit: content.quantityLimit,
    steps: content.steps.map(({ name, who, howLong, isExcluded }) => ({ name, who, howLong, isExcluded })),
    materials: content.materials.map(toMaterialBody),
    withoutMaterials: content.withoutMaterials,
    legalBasis: [...content.legalBasis],
    fee: { amountFen: fee.amountFen, basis: fee.basis, text: fee.text },
    resultName: content.resultName,
    resultSample: content.resultSample,
    delivery: [...content.delivery],
    deliveryWorkdays: content.deliveryWorkdays,
    faq: content.faq.map(({ question, answer }) => ({ question, answer })),
    seasonal: content.seasonal,
    handlingNote: content.handlingNote,
    verify: content.verify,
  }
}

function toMaterialBody(
  material: ItemContent['materials'][number],
): DraftBody['content']['materials'][number] {
  const { name, issuer, original, copies, required, deferrable, source, form, sample, note } = material
  return { name, issuer, original, copies, required, deferrable, source, form, sample, note }
}
