import type { CatalogueItem } from '@counter/shared/contract/catalogue'
import type { ItemDraft } from '@counter/shared/contract/item-draft'
import { PAUSE_WORDS } from '@counter/shared/vocabulary/due-words'
import type { ItemPart } from '@counter/shared/vocabulary/item'
import { ITEM_CHOICES, limitWords } from '@counter/shared/vocabulary/item-words'
import type { Words } from '../../text/words.ts'

/** What the words of a part are made with. */
export interface PartWords {
  readonly words: Words
  readonly language: 'zh' | 'en'
  readonly units: CatalogueItem['units']
}

/** The lines that say one part of an item; none where nothing is said. */
export function partLines(part: ItemPart, item: ItemDraft, { words, language, units }: PartWords): string[] {
  const { content } = item
  const yes = (is: boolean) => [words(is ? 'a1.yes' : 'a1.no')]
  const said = (...texts: readonly string[]) => texts.filter((text) => text !== '')
  const unitName = (code: string) => units.find((unit) => unit.code === code)?.name ?? code
  const lines: Readonly<Record<ItemPart, () => string[]>> = {
    effectiveFrom: () => [item.effectiveFrom],
    name: () => said(item.name),
    aliases: () => said(...content.aliases),
    summary: () => said(content.summary),
    category: () => said(content.category),
    unit: () => [unitName(item.unit)],
    codes: () => said(content.basicCode, content.implementationCode, content.businessCode),
    powerType: () => [ITEM_CHOICES.powerTypeCode[content.powerTypeCode][language]],
    level: () => [ITEM_CHOICES.level[content.level][language]],
    serves: () => content.serves.map((kind) => ITEM_CHOICES.serves[kind][language]),
    conditions: () => said(...content.conditions),
    place: () => said(content.place),
    hours: () => said(content.hours),
    phones: () => said(content.consultPhone, content.supervisionPhone),
    onlineAddress: () => said(content.onlineAddress),
    visits: () => [String(content.visits)],
    booking: () => yes(content.booking),
    courier: () => yes(content.courier),
    keepOriginal: () => yes(content.keepOriginal),
    villageAgency: () => yes(item.villageAgency),
    inPersonRequired: () => yes(item.inPersonRequired),
    committeeMayAsk: () => yes(item.committeeMayAsk),
    relativeFiling: () => yes(item.relativeFiling),
    caseType: () => [ITEM_CHOICES.caseType[item.caseType][language]],
    committed: () => {
      const { text, reason } = content.committedLimit
      return said(text || limitWords(item.caseType, content.committedLimit), reason)
    },
    statutory: () => {
      const law = content.statutoryLimit
      if (law === null) return content.withoutStatutory ? [words('a1.withoutStatutory')] : []
      const { scope, starts, text } = law
      const where = [ITEM_CHOICES.scope[scope][language], ITEM_CHOICES.starts[starts][language]].join(' · ')
      return [`${limitWords('deadline', law)}（${where}）`, ...said(text)]
    },
    extension: () =>
      content.extension === null
        ? []
        : said(
            limitWords('deadline', { value: content.extension.max, unit: content.extension.unit }),
            content.extension.basis,
          ),
    pauseReasons: () => content.pauseReasons.map((reason) => PAUSE_WORDS[reason][language]),
    publicNotice: () => {
      const notice = content.publicNotice
      if (notice === null) return []
      return said(
        limitWords('deadline', { value: notice.days, unit: notice.unit }),
        notice.where,
        notice.beforeApplication ? words('a1.noticeBefore') : '',
        notice.excludedFromClock ? words('a1.noticeExcluded') : '',
      )
    },
    townshipRole: () => [ITEM_CHOICES.townshipRole[content.townshipRole][language]],
    twoPersonCheck: () => yes(content.twoPersonCheck),
    jointUnits: () => content.jointUnits.map(unitName),
    pledge: () =>
      content.pledge === null
        ? []
        : said(content.pledge.text, `${words('a1.pledgeWithin')} ${content.pledge.checkWithin}`),
    quantityLimit: () => said(content.quantityLimit),
    steps: () =>
      content.steps.map(({ name, who, howLong, isExcluded }) =>
        said(name, who, howLong, isExcluded ? words('a1.excluded') : '').join(' · '),
      ),
    materials: () =>
      content.materials.length === 0
        ? said(content.withoutMaterials ? words('a1.withoutMaterials') : '')
        : content.materials.map(
            ({ name, original, copies, required, deferrable, source, issuer, form, sample, note }) =>
              said(
                name,
                `${words('a1.original')} ${original}`,
                `${words('a1.copies')} ${copies}`,
                required ? words('a1.required') : '',
                deferrable ? words('a1.deferrable') : '',
                ITEM_CHOICES.source[source][language],
                issuer,
                form,
                sample === null ? '' : words('a1.sample'),
                note,
              ).join(' · '),
          ),
    basis: () => said(...content.legalBasis),
    fee: () => said(content.fee.text, content.fee.basis),
    result: () => said(content.resultName, content.resultSample === null ? '' : words('a1.resultSample')),
    delivery: () => said(...content.delivery),
    deliveryWorkdays: () => (content.deliveryWorkdays === null ? [] : [String(content.deliveryWorkdays)]),
    faq: () => content.faq.map(({ question, answer }) => `${question} ${answer}`),
    confidentiality: () => [ITEM_CHOICES.confidentiality[item.confidentiality][language]],
    seasonal: () => yes(content.seasonal),
    handlingNote: () => said(content.handlingNote),
    verify: () => yes(content.verify),
  }
  return lines[part]()
}
