import type { LetterCountView } from '@counter/shared/contract/letters'
import { COUNT_WORDS } from '@counter/shared/text/letter-words'
import { CHANNEL_WORDS } from '@counter/shared/vocabulary/letter-words'

type Cell = string | number | null

const COLUMNS = ['received', 'replied', 'onTime', 'satisfied', 'dissatisfied'] as const

/** The count of a period as it stands in a file: a line per channel, the four mailboxes, and all of them (C1303). */
export function letterSheet(
  { from, to, channels, mailboxes, all }: LetterCountView,
  language: 'zh' | 'en',
): { readonly name: string; readonly sheet: Cell[][] } {
  const say = (word: keyof typeof COUNT_WORDS) => COUNT_WORDS[word][language]
  const line = (head: string, row: LetterCountView['all']): Cell[] => [
    head,
    ...COLUMNS.map((column) => row[column]),
  ]
  return {
    name: `${say('title')}_${from}_${to}`,
    sheet: [
      [say('channel'), ...COLUMNS.map(say)],
      ...channels.map(({ channel, ...row }) => line(CHANNEL_WORDS[channel][language], row)),
      line(say('mailboxes'), mailboxes),
      line(say('all'), all),
    ],
  }
}
