import type { ItemContent, ItemDraft } from './item-content.ts'
import { aloneUnless, isProblem, numberOf, type SheetColumn, textColumn } from './sheet-cells.ts'

type Column = SheetColumn<ItemDraft>

const LONGEST_TEXT = 1_000
const MOST_CHECK_DAYS = 60
const MOST_DELIVERY_DAYS = 10
const NEW_PLEDGE = { version: 1, text: '', checkWithin: 5 } as const

const say = (draft: ItemDraft, more: Partial<ItemContent>): ItemDraft => ({
  ...draft,
  content: { ...draft.content, ...more },
})

/** 告知承诺 (C206): an empty text means that nothing can be promised in writing; its version is counted at publication. */
export const PLEDGE_COLUMNS: readonly Column[] = [
  textColumn(
    '告知承诺书正文',
    ({ content }) => content.pledge?.text ?? '',
    (draft, text) =>
      say(draft, { pledge: text === '' ? null : { ...(draft.content.pledge ?? NEW_PLEDGE), text } }),
    LONGEST_TEXT,
  ),
  aloneUnless(
    {
      heading: '承诺几个工作日内核查',
      write: ({ content }) => String(content.pledge?.checkWithin ?? ''),
      read: (text, draft) => {
        const { pledge } = draft.content
        const checkWithin = numberOf(text, 1, MOST_CHECK_DAYS, 1)
        if (isProblem(checkWithin)) return checkWithin
        return pledge === null || checkWithin === null
          ? draft
          : say(draft, { pledge: { ...pledge, checkWithin } })
      },
    },
    ({ content }) => content.pledge !== null,
    '告知承诺书正文',
  ),
]

/** An empty cell: as the centre hands results over. */
export const DELIVERY_DAYS: Column = {
  heading: '几个工作日内送达',
  write: ({ content }) => String(content.deliveryWorkdays ?? ''),
  read: (text, draft) => {
    const days = numberOf(text, 1, MOST_DELIVERY_DAYS, 1)
    return isProblem(days) ? days : say(draft, { deliveryWorkdays: days })
  },
}
