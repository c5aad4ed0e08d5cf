import type { UnitCode } from '@counter/shared/vocabulary/ids'
import { ITEM_CHOICES } from '@counter/shared/vocabulary/item-words'
import type { ItemContent, ItemDraft } from './item-content.ts'
import { LIMIT_COLUMNS } from './limit-columns.ts'
import { DELIVERY_DAYS, PLEDGE_COLUMNS } from './promise-columns.ts'
import {
  choiceColumn,
  choicesColumn,
  dayColumn,
  type LinesBound,
  linesColumn,
  numberColumn,
  type SheetColumn,
  textColumn,
  yesColumn,
} from './sheet-cells.ts'

type Column = SheetColumn<ItemDraft>

const LONGEST_SHORT = 60
const LONGEST_NOTE = 1_000
const MOST_VISITS = 20
const MOST_FEN = 100_000_000

type TextKey = {
  [K in keyof ItemContent]: ItemContent[K] extends string
    ? string extends ItemContent[K]
      ? K
      : never
    : never
}[keyof ItemContent]
type SwitchKey = { [K in keyof ItemContent]: ItemContent[K] extends boolean ? K : never }[keyof ItemContent]

const say = (draft: ItemDraft, more: Partial<ItemContent>): ItemDraft => ({
  ...draft,
  content: { ...draft.content, ...more },
})
const text = (heading: string, key: TextKey, longest = 200): Column =>
  textColumn(
    heading,
    ({ content }) => content[key],
    (draft, words) => say(draft, { [key]: words }),
    longest,
  )
const tick = (heading: string, key: SwitchKey): Column =>
  yesColumn(
    heading,
    ({ content }) => content[key],
    (draft, is) => say(draft, { [key]: is }),
  )
const lines = (
  heading: string,
  key: 'aliases' | 'conditions' | 'legalBasis' | 'delivery',
  bound: LinesBound = { longest: 1_000, most: 30 },
): Column =>
  linesColumn(
    heading,
    ({ content }) => content[key],
    (draft, all) => say(draft, { [key]: all }),
    bound,
  )
const fee = (draft: ItemDraft, more: Partial<ItemContent['fee']>) =>
  say(draft, { fee: { ...draft.content.fee, ...more } })

/** The units of the township by their codes, as a cell names them. */
export type UnitNames = Readonly<Record<UnitCode, { readonly zh: string }>>

/** The columns of the sheet of items after the code, in the order of the editor. */
export function itemColumns(units: UnitNames): readonly Column[] {
  return [
    textColumn(
      '名称',
      ({ name }) => name,
      (draft, name) => ({ ...draft, name }),
    ),
    // What is written is the day from which the next version is to hold; the day of the present one is no wish.
    dayColumn(
      '新版生效日期',
      () => '',
      (draft, day) => ({ ...draft, effectiveFrom: day }),
    ),
    choiceColumn(
      '责任单位',
      units,
      ({ unit }) => unit,
      (draft, unit) => ({ ...draft, unit }),
    ),
    lines('俗称', 'aliases', { longest: LONGEST_SHORT, most: 10 }),
    text('类别', 'category', LONGEST_SHORT),
    text('一句话说明', 'summary'),
    ...LIMIT_COLUMNS,
    lines('谁能办', 'conditions'),
    text('办理地点', 'place'),
    text('办理时间', 'hours'),
    text('咨询电话', 'consultPhone', LONGEST_SHORT),
    text('监督电话', 'supervisionPhone', LONGEST_SHORT),
    text('网上办理地址', 'onlineAddress'),
    numberColumn(
      '到场次数',
      ({ content }) => content.visits,
      (draft, visits) => say(draft, { visits }),
      MOST_VISITS,
    ),
    tick('可以预约', 'booking'),
    tick('可以寄递', 'courier'),
    tick('照片留原图', 'keepOriginal'),
    yesColumn(
      '村里可代办',
      ({ villageAgency }) => villageAgency,
      (draft, villageAgency) => ({ ...draft, villageAgency }),
    ),
    yesColumn(
      '要本人到场',
      ({ inPersonRequired }) => inPersonRequired,
      (draft, inPersonRequired) => ({ ...draft, inPersonRequired }),
    ),
    yesColumn(
      '村委会可代为申请',
      ({ committeeMayAsk }) => committeeMayAsk,
      (draft, committeeMayAsk) => ({ ...draft, committeeMayAsk }),
    ),
    yesColumn(
      '近亲属要备案',
      ({ relativeFiling }) => relativeFiling,
      (draft, relativeFiling) => ({ ...draft, relativeFiling }),
    ),
    choiceColumn(
      '镇里办到哪一步',
      ITEM_CHOICES.townshipRole,
      ({ content }) => content.townshipRole,
      (draft, townshipRole) => say(draft, { townshipRole }),
    ),
    tick('要两人核验', 'twoPersonCheck'),
    choicesColumn(
      '联办单位',
      units,
      ({ content }) => content.jointUnits,
      (draft, jointUnits) => say(draft, { jointUnits }),
    ),
    text('数量限制', 'quantityLimit'),
    ...PLEDGE_COLUMNS,
    tick('不用带材料', 'withoutMaterials'),
    lines('办理依据', 'legalBasis'),
    textColumn(
      '收费标准',
      ({ content }) => content.fee.text,
      (draft, words) => fee(draft, { text: words }),
    ),
    numberColumn(
      '收费金额（分）',
      ({ content }) => content.fee.amountFen,
      (draft, amountFen) => fee(draft, { amountFen }),
      MOST_FEN,
    ),
    textColumn(
      '收费依据',
      ({ content }) => content.fee.basis,
      (draft, basis) => fee(draft, { basis }),
    ),
    text('办理结果', 'resultName'),
    lines('送达方式', 'delivery', { longest: LONGEST_SHORT, most: 10 }),
    DELIVERY_DAYS,
    choicesColumn(
      '服务对象',
      ITEM_CHOICES.serves,
      ({ content }) => content.serves,
      (draft, serves) => say(draft, { serves }),
    ),
    choiceColumn(
      '权力类型',
      ITEM_CHOICES.powerTypeCode,
      ({ content }) => content.powerTypeCode,
      (draft, powerTypeCode) => say(draft, { powerTypeCode }),
    ),
    choiceColumn(
      '行使层级',
      ITEM_CHOICES.level,
      ({ content }) => content.level,
      (draft, level) => say(draft, { level }),
    ),
    text('基本编码', 'basicCode', LONGEST_SHORT),
    text('实施编码', 'implementationCode', LONGEST_SHORT),
    text('业务办理项编码', 'businessCode', LONGEST_SHORT),
    choiceColumn(
      '保密等级',
      ITEM_CHOICES.confidentiality,
      ({ confidentiality }) => confidentiality,
      (draft, confidentiality) => ({ ...draft, confidentiality }),
    ),
    tick('季节性事项', 'seasonal'),
    text('经办提示', 'handlingNote', LONGEST_NOTE),
    tick('法定时限待核', 'verify'),
  ]
}
