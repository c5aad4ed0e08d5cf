import type { CaseType, MaterialSource } from './case.ts'
import type { Limit } from './clock.ts'
import type { Language } from './date-words.ts'
import type {
  Confidentiality,
  ITEM_LEVELS,
  LIMIT_SCOPES,
  LIMIT_STARTS,
  POWER_TYPES,
  SERVED_KINDS,
  TownshipRole,
} from './item.ts'

type Words<K extends string> = Readonly<Record<K, Readonly<Record<Language, string>>>>

/** The words of the closed lists of an item: the editor, a comparison and the sheet say the same ones. */
export const ITEM_CHOICES = {
  caseType: {
    immediate: { zh: '即办件', en: 'done at once' },
    deadline: { zh: '承诺件', en: 'with a deadline' },
  } satisfies Words<CaseType>,
  unit: {
    workday: { zh: '工作日', en: 'working days' },
    day: { zh: '自然日', en: 'days' },
  } satisfies Words<Limit['unit']>,
  scope: {
    whole: { zh: '全流程', en: 'the whole way' },
    township: { zh: '镇级环节', en: 'the township’s part' },
    county: { zh: '县级环节', en: 'the county’s part' },
  } satisfies Words<(typeof LIMIT_SCOPES)[number]>,
  starts: {
    acceptance: { zh: '受理之日起', en: 'from acceptance' },
    receipt: { zh: '收到完整申请之日起', en: 'from the whole application' },
  } satisfies Words<(typeof LIMIT_STARTS)[number]>,
  townshipRole: {
    decide: { zh: '本镇决定', en: 'the township decides' },
    'accept-and-review': { zh: '受理初审', en: 'accepted and reviewed, the county decides' },
    proxy: { zh: '代收转报', en: 'received and forwarded' },
  } satisfies Words<TownshipRole>,
  confidentiality: {
    normal: { zh: '一般', en: 'normal' },
    sensitive: { zh: '敏感信息', en: 'sensitive' },
    minor: { zh: '未成年人', en: 'minor' },
    restricted: { zh: '限制知悉', en: 'restricted' },
    whistleblower: { zh: '举报', en: 'whistle-blower' },
  } satisfies Words<Confidentiality>,
  source: {
    applicant: { zh: '申请人自备', en: 'from the applicant' },
    'applicant-or-shared': { zh: '自备或共享', en: 'from the applicant or shared' },
    shared: { zh: '部门共享', en: 'shared between departments' },
    agent: { zh: '代办员提供', en: 'from the agent' },
    internal: { zh: '内部产生', en: 'made by staff' },
  } satisfies Words<MaterialSource>,
  powerTypeCode: {
    '01': { zh: '行政许可', en: 'licence' },
    '02': { zh: '行政处罚', en: 'penalty' },
    '03': { zh: '行政强制', en: 'coercion' },
    '04': { zh: '行政征收', en: 'levy' },
    '05': { zh: '行政给付', en: 'benefit' },
    '06': { zh: '行政检查', en: 'inspection' },
    '07': { zh: '行政确认', en: 'confirmation' },
    '08': { zh: '行政奖励', en: 'reward' },
    '09': { zh: '行政裁决', en: 'ruling' },
    '10': { zh: '其他行政权力', en: 'other power' },
    '20': { zh: '公共服务', en: 'public service' },
  } satisfies Words<(typeof POWER_TYPES)[number]>,
  level: {
    '4': { zh: '县级', en: 'county' },
    '5': { zh: '乡镇级', en: 'township' },
    '6': { zh: '村级', en: 'village' },
  } satisfies Words<(typeof ITEM_LEVELS)[number]>,
  serves: {
    '1': { zh: '自然人', en: 'persons' },
    '2': { zh: '企业', en: 'enterprises' },
    '3': { zh: '事业单位', en: 'institutions' },
    '4': { zh: '社会组织', en: 'social bodies' },
    '5': { zh: '行政机关', en: 'organs' },
    '6': { zh: '其他', en: 'others' },
  } satisfies Words<(typeof SERVED_KINDS)[number]>,
} as const

/** How a limit is said where nothing else is written; the catalogue is Chinese whatever the screen speaks. */
export function limitWords(caseType: CaseType, { value, unit }: Limit): string {
  if (caseType === 'immediate') return '当场办结'
  return unit === 'workday' ? `${value}个工作日` : `${value}日`
}
