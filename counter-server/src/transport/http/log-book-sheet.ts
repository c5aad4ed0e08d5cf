import { logBookCells, logBookColumns } from '@counter/shared/case-paper/log-book-cells'
import type { LogBook } from '@counter/shared/contract/log-book'
import { LOG_BOOK_WORDS } from '@counter/shared/text/log-book-words'
import type { z } from 'zod'

type Cell = string | number | null

/** The book of a month as it stands in a file; the posted one has fewer columns (V17, V19). */
export function logBookSheet(
  { items }: z.infer<typeof LogBook>,
  {
    village,
    month,
    isPosted,
  }: { readonly village: string | null; readonly month: string; readonly isPosted: boolean },
  language: 'zh' | 'en',
): { readonly name: string; readonly sheet: Cell[][] } {
  const columns = logBookColumns(isPosted)
  const title = LOG_BOOK_WORDS[isPosted ? 'posted' : 'title'][language]
  return {
    name: [title, village ?? '', month].filter((part) => part !== '').join('_'),
    sheet: [
      columns.map((word) => LOG_BOOK_WORDS[word][language]),
      ...items.map((row) => {
        const cells = new Map(logBookCells(row, language).map(({ word, text }) => [word, text]))
        return columns.map((word) => cells.get(word) ?? '')
      }),
    ],
  }
}
