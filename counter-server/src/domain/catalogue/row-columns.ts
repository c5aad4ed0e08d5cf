import { ITEM_CHOICES } from '@counter/shared/vocabulary/item-words'
import type { ItemContent, ItemPaper, ItemStep } from './item-content.ts'
import { choiceColumn, numberColumn, type SheetColumn, textColumn, yesColumn } from './sheet-cells.ts'

export const NEW_PAPER: ItemPaper = {
  name: '',
  issuer: '',
  original: 0,
  copies: 0,
  required: false,
  deferrable: false,
  source: 'applicant',
  form: '',
  sample: null,
  note: '',
}

export const NEW_STEP: ItemStep = { name: '', who: '', howLong: '', isExcluded: false }

const MOST_COPIES = 50

/** The columns of the sheet of materials, one row for each paper. */
export const PAPER_COLUMNS: readonly SheetColumn<ItemPaper>[] = [
  textColumn(
    '材料名称',
    ({ name }) => name,
    (paper, name) => ({ ...paper, name }),
  ),
  choiceColumn(
    '来源',
    ITEM_CHOICES.source,
    ({ source }) => source,
    (paper, source) => ({ ...paper, source }),
  ),
  numberColumn(
    '原件份数',
    ({ original }) => original,
    (paper, original) => ({ ...paper, original }),
    MOST_COPIES,
  ),
  numberColumn(
    '复印件份数',
    ({ copies }) => copies,
    (paper, copies) => ({ ...paper, copies }),
    MOST_COPIES,
  ),
  yesColumn(
    '必须',
    ({ required }) => required,
    (paper, required) => ({ ...paper, required }),
  ),
  yesColumn(
    '可以容缺',
    ({ deferrable }) => deferrable,
    (paper, deferrable) => ({ ...paper, deferrable }),
  ),
  textColumn(
    '出具单位',
    ({ issuer }) => issuer,
    (paper, issuer) => ({ ...paper, issuer }),
  ),
  textColumn(
    '表样',
    ({ form }) => form,
    (paper, form) => ({ ...paper, form }),
  ),
  textColumn(
    '说明',
    ({ note }) => note,
    (paper, note) => ({ ...paper, note }),
  ),
]

const LONGEST_SHORT = 60

/** The columns of the sheet of steps, in the order of the way. */
export const STEP_COLUMNS: readonly SheetColumn<ItemStep>[] = [
  textColumn(
    '环节名称',
    ({ name }) => name,
    (step, name) => ({ ...step, name }),
  ),
  textColumn(
    '谁办',
    ({ who }) => who,
    (step, who) => ({ ...step, who }),
    LONGEST_SHORT,
  ),
  textColumn(
    '多久',
    ({ howLong }) => howLong,
    (step, howLong) => ({ ...step, howLong }),
    LONGEST_SHORT,
  ),
  yesColumn(
    '不计入时限',
    ({ isExcluded }) => isExcluded,
    (step, isExcluded) => ({ ...step, isExcluded }),
  ),
]

type Question = ItemContent['faq'][number]

export const NEW_QUESTION: Question = { question: '', answer: '' }

const LONGEST_ANSWER = 1_000

/** The columns of the sheet of questions and answers. */
export const QUESTION_COLUMNS: readonly SheetColumn<Question>[] = [
  textColumn(
    '问',
    ({ question }) => question,
    (one, question) => ({ ...one, question }),
  ),
  textColumn(
    '答',
    ({ answer }) => answer,
    (one, answer) => ({ ...one, answer }),
    LONGEST_ANSWER,
  ),
]
