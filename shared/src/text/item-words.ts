import type { ItemGap, ItemPart } from '../vocabulary/item.ts'
import type { RefusalCode } from '../vocabulary/refusal.ts'
import type { Sentence } from './sentence.ts'

/** What an item still lacks, as the list in 「还缺：收费依据」 says it (C102). */
export const GAP_WORDS = {
  name: { zh: '事项名称', en: 'name' },
  committed: { zh: '承诺时限', en: 'committed limit' },
  fee: { zh: '收费依据', en: 'fee and its basis' },
  place: { zh: '办理地点', en: 'place' },
  materials: { zh: '材料（没有请勾“不用带材料”）', en: 'materials, or “nothing to bring”' },
  conditions: { zh: '谁能办', en: 'conditions' },
  basis: { zh: '办理依据', en: 'legal basis' },
  statutory: { zh: '法定时限（没有请勾“法律没有规定”）', en: 'statutory limit, or “none by law”' },
  result: { zh: '办理结果', en: 'result' },
  hours: { zh: '办理时间', en: 'hours' },
  phones: { zh: '咨询和监督电话', en: 'phones' },
} as const satisfies Record<ItemGap, Sentence>

/** The parts of an item, as the editor and a comparison name them. */
export const PART_WORDS = {
  effectiveFrom: { zh: '生效日期', en: 'In force from' },
  name: { zh: '名称', en: 'Name' },
  aliases: { zh: '俗称', en: 'Also called' },
  summary: { zh: '一句话说明', en: 'In one line' },
  category: { zh: '类别', en: 'Category' },
  unit: { zh: '责任单位', en: 'Unit' },
  codes: { zh: '事项编码', en: 'Codes' },
  powerType: { zh: '权力类型', en: 'Kind of power' },
  level: { zh: '行使层级', en: 'Level' },
  serves: { zh: '服务对象', en: 'For whom' },
  conditions: { zh: '谁能办', en: 'Conditions' },
  place: { zh: '办理地点', en: 'Place' },
  hours: { zh: '办理时间', en: 'Hours' },
  phones: { zh: '咨询和监督电话', en: 'Phones' },
  onlineAddress: { zh: '网上办理地址', en: 'Online address' },
  visits: { zh: '到场次数', en: 'Visits' },
  booking: { zh: '可以预约', en: 'Can be booked' },
  keepOriginal: { zh: '照片留原图', en: 'Photos stay in full size' },
  courier: { zh: '可以寄递', en: 'Goes by post too' },
  villageAgency: { zh: '村里可代办', en: 'Village points take it' },
  inPersonRequired: { zh: '要本人到场', en: 'In person only' },
  committeeMayAsk: { zh: '村委会可代为申请', en: 'The village committee may ask' },
  relativeFiling: { zh: '近亲属要备案', en: 'Near relatives are filed' },
  caseType: { zh: '办件类型', en: 'Kind of case' },
  committed: { zh: '承诺时限', en: 'Committed limit' },
  statutory: { zh: '法定时限', en: 'Statutory limit' },
  extension: { zh: '延期', en: 'Extension' },
  pauseReasons: { zh: '可以暂停的事由', en: 'Reasons to pause' },
  publicNotice: { zh: '公示', en: 'Public notice' },
  townshipRole: { zh: '镇里办到哪一步', en: 'What the township does' },
  twoPersonCheck: { zh: '要两人核验', en: 'Two people check' },
  jointUnits: { zh: '联办单位', en: 'Joint units' },
  pledge: { zh: '告知承诺', en: 'Written promise' },
  quantityLimit: { zh: '数量限制', en: 'Quantity limit' },
  steps: { zh: '办理环节', en: 'Steps' },
  materials: { zh: '材料', en: 'Materials' },
  basis: { zh: '办理依据', en: 'Legal basis' },
  fee: { zh: '收费', en: 'Fee' },
  result: { zh: '办理结果', en: 'Result' },
  delivery: { zh: '送达方式', en: 'Delivery' },
  deliveryWorkdays: { zh: '几个工作日内送达', en: 'Handed over within working days' },
  faq: { zh: '常见问题', en: 'Questions' },
  confidentiality: { zh: '保密等级', en: 'Confidentiality' },
  seasonal: { zh: '季节性事项', en: 'Seasonal' },
  handlingNote: { zh: '经办提示', en: 'Note for staff' },
  verify: { zh: '法定时限待核', en: 'Statutory limit to be confirmed' },
} as const satisfies Record<ItemPart, Sentence>

/** The "no" of the catalogue and of the wording of papers (C102 to C108, C901). */
export const ITEM_REFUSALS = {
  'item.incomplete': { zh: '还缺：{gaps}', en: 'Still missing: {gaps}' },
  'item.vague_material': { zh: '材料名称含糊：{name}', en: 'This material is not named clearly: {name}' },
  'item.material_twice': { zh: '材料“{name}”写了两次', en: 'The material “{name}” stands twice' },
  'item.limit_over_statutory': {
    zh: '承诺时限不能长于法定时限',
    en: 'The committed limit must not exceed the statutory one',
  },
  'item.limit_reason_missing': { zh: '请说明时限理由', en: 'Say why the limit is that long' },
  'item.immediate_limits': {
    zh: '即办件不计天数，不能暂停或延期',
    en: 'An immediate item counts no days, has no pause and no extension',
  },
  'item.unverified': {
    zh: '法定时限待核，核实后才能发布',
    en: 'The statutory limit must be confirmed before it is published',
  },
  'item.effective_too_early': { zh: '生效日期不能早于 {d}', en: 'It cannot be in force before {d}' },
  'item.already_stopped': { zh: '该事项已经停办', en: 'This item was stopped before' },
  'item_draft.not_found': { zh: '没有这份草稿', en: 'There is no such draft' },
  'item_draft.already_open': { zh: '这里已有一份草稿', en: 'There is a draft of this already' },
  'item_draft.changed': {
    zh: '草稿刚有人改过，请看最新的，您填的还在',
    en: 'Somebody has just changed the draft. Look at it; what you typed is kept',
  },
  'item_draft.wrong_state': { zh: '这份草稿现在不能这样做', en: 'This cannot be done to the draft now' },
  'wording.unknown_field': {
    zh: '这种文书没有“{name}”这一项，请从列出的里选',
    en: 'Such a paper has no field “{name}”. Choose one of the list',
  },
  'wording.field_missing': { zh: '这句话里要有“{name}”', en: 'This sentence needs the field “{name}”' },
  'wording.text_missing': { zh: '这里要写中文', en: 'This needs a Chinese text' },
  'wording.personal': { zh: '文书上不能写身份证号', en: 'A paper carries no ID number' },
} as const satisfies Partial<Record<RefusalCode, Sentence>>
