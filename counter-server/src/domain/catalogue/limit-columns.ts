import { PAUSE_WORDS } from '@counter/shared/vocabulary/due-words'
import { ITEM_CHOICES } from '@counter/shared/vocabulary/item-words'
import type { ItemContent, ItemDraft } from './item-content.ts'
import {
  aloneUnless,
  choiceColumn,
  choicesColumn,
  isProblem,
  numberOf,
  type SheetColumn,
  textColumn,
  yesColumn,
} from './sheet-cells.ts'

type Column = SheetColumn<ItemDraft>

const MOST_DAYS = 365
const HALF = 0.5
const LAW = { value: 0, unit: 'workday', scope: 'whole', starts: 'acceptance', text: '' } as const
const NOTICE = {
  days: 0,
  unit: 'day',
  where: '',
  beforeApplication: false,
  excludedFromClock: false,
} as const
const EXTENSION = { max: 0, unit: 'workday', basis: '' } as const

const say = (draft: ItemDraft, more: Partial<ItemContent>): ItemDraft => ({
  ...draft,
  content: { ...draft.content, ...more },
})
const promise = (draft: ItemDraft, more: Partial<ItemContent['committedLimit']>): ItemDraft =>
  say(draft, { committedLimit: { ...draft.content.committedLimit, ...more } })
const law = (draft: ItemDraft, more: Partial<NonNullable<ItemContent['statutoryLimit']>>): ItemDraft =>
  say(draft, { statutoryLimit: { ...(draft.content.statutoryLimit ?? LAW), ...more } })
const extension = (draft: ItemDraft, more: Partial<NonNullable<ItemContent['extension']>>): ItemDraft =>
  say(draft, { extension: { ...(draft.content.extension ?? EXTENSION), ...more } })
const notice = (draft: ItemDraft, more: Partial<NonNullable<ItemContent['publicNotice']>>): ItemDraft =>
  say(draft, { publicNotice: { ...(draft.content.publicNotice ?? NOTICE), ...more } })

const hasLaw = ({ content }: ItemDraft) => content.statutoryLimit !== null
const hasExtension = ({ content }: ItemDraft) => content.extension !== null
const hasNotice = ({ content }: ItemDraft) => content.publicNotice !== null

/** The number of days that a limit stands or falls with: an empty cell means that there is none. */
function daysColumn(
  heading: string,
  get: (content: ItemContent) => number | undefined,
  set: (draft: ItemDraft, value: number | null) => ItemDraft,
  { step, least } = { step: HALF, least: 0 },
): Column {
  return {
    heading,
    write: ({ content }) => String(get(content) ?? ''),
    read: (text, draft) => {
      const value = numberOf(text, step, MOST_DAYS, least)
      return isProblem(value) ? value : set(draft, value)
    },
  }
}

const ofLaw = (column: Column) => aloneUnless(column, hasLaw, '法定天数')
const ofExtension = (column: Column) => aloneUnless(column, hasExtension, '延期天数')
const ofNotice = (column: Column) => aloneUnless(column, hasNotice, '公示天数')

/** The columns of the limits; a limit, an extension or a notice is there when its days are (C104, C105). */
export const LIMIT_COLUMNS: readonly Column[] = [
  choiceColumn(
    '办件类型',
    ITEM_CHOICES.caseType,
    ({ caseType }) => caseType,
    (draft, caseType) => ({ ...draft, caseType }),
  ),
  daysColumn(
    '承诺天数',
    ({ committedLimit }) => committedLimit.value,
    (draft, value) => promise(draft, { value: value ?? 0 }),
  ),
  choiceColumn(
    '承诺天数按',
    ITEM_CHOICES.unit,
    ({ content }) => content.committedLimit.unit,
    (draft, unit) => promise(draft, { unit }),
  ),
  textColumn(
    '承诺时限说明',
    ({ content }) => content.committedLimit.text,
    (draft, text) => promise(draft, { text }),
  ),
  textColumn(
    '时限理由',
    ({ content }) => content.committedLimit.reason,
    (draft, reason) => promise(draft, { reason }),
  ),
  daysColumn(
    '法定天数',
    ({ statutoryLimit }) => statutoryLimit?.value,
    (draft, value) => (value === null ? say(draft, { statutoryLimit: null }) : law(draft, { value })),
  ),
  ofLaw(
    choiceColumn(
      '法定天数按',
      ITEM_CHOICES.unit,
      ({ content }) => content.statutoryLimit?.unit ?? 'workday',
      (draft, unit) => law(draft, { unit }),
    ),
  ),
  ofLaw(
    choiceColumn(
      '法定时限管哪一段',
      ITEM_CHOICES.scope,
      ({ content }) => content.statutoryLimit?.scope ?? 'whole',
      (draft, scope) => law(draft, { scope }),
    ),
  ),
  ofLaw(
    choiceColumn(
      '法定时限从哪天算',
      ITEM_CHOICES.starts,
      ({ content }) => content.statutoryLimit?.starts ?? 'acceptance',
      (draft, starts) => law(draft, { starts }),
    ),
  ),
  ofLaw(
    textColumn(
      '法定时限说明',
      ({ content }) => content.statutoryLimit?.text ?? '',
      (draft, text) => law(draft, { text }),
    ),
  ),
  yesColumn(
    '法律没有规定时限',
    ({ content }) => content.withoutStatutory,
    (draft, withoutStatutory) => say(draft, { withoutStatutory }),
  ),
  daysColumn(
    '延期天数',
    (content) => content.extension?.max,
    (draft, max) => (max === null ? say(draft, { extension: null }) : extension(draft, { max })),
  ),
  ofExtension(
    choiceColumn(
      '延期天数按',
      ITEM_CHOICES.unit,
      ({ content }) => content.extension?.unit ?? 'workday',
      (draft, unit) => extension(draft, { unit }),
    ),
  ),
  ofExtension(
    textColumn(
      '延期依据',
      ({ content }) => content.extension?.basis ?? '',
      (draft, basis) => extension(draft, { basis }),
    ),
  ),
  choicesColumn(
    '可以暂停的事由',
    PAUSE_WORDS,
    ({ content }) => content.pauseReasons,
    (draft, pauseReasons) => say(draft, { pauseReasons }),
  ),
  daysColumn(
    '公示天数',
    ({ publicNotice }) => publicNotice?.days,
    (draft, days) => (days === null ? say(draft, { publicNotice: null }) : notice(draft, { days })),
    { step: 1, least: 1 },
  ),
  ofNotice(
    choiceColumn(
      '公示天数按',
      ITEM_CHOICES.unit,
      ({ content }) => content.publicNotice?.unit ?? 'day',
      (draft, unit) => notice(draft, { unit }),
    ),
  ),
  ofNotice(
    textColumn(
      '在哪里公示',
      ({ content }) => content.publicNotice?.where ?? '',
      (draft, where) => notice(draft, { where }),
    ),
  ),
  ofNotice(
    yesColumn(
      '申请前公示',
      ({ content }) => content.publicNotice?.beforeApplication ?? false,
      (draft, beforeApplication) => notice(draft, { beforeApplication }),
    ),
  ),
  ofNotice(
    yesColumn(
      '公示不计入时限',
      ({ content }) => content.publicNotice?.excludedFromClock ?? false,
      (draft, excludedFromClock) => notice(draft, { excludedFromClock }),
    ),
  ),
]
