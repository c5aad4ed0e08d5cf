import { Button } from 'antd'
import type { ReactNode } from 'react'
import { useWords } from '../../text/words.ts'
import type { TextKey } from '../../text/zh-cn.ts'

export interface Column<Row> {
  readonly head: TextKey
  readonly cell: (row: Row) => ReactNode
  /** The cell that names its row. */
  readonly isName?: boolean
  /** Whole sentences: they keep a width that reads. */
  readonly isLong?: boolean
  /** What is read out as one word, a number or a name: it breaks nowhere. */
  readonly isOneLine?: boolean
  /** Buttons that say what they do need no head that is seen. */
  readonly isHeadHidden?: boolean
}

interface AdminTableProps<Row> {
  readonly title: string
  readonly columns: readonly Column<Row>[]
  readonly rows: readonly Row[]
  readonly keyOf: (row: Row) => string
  /** What tests and styles know a row by. */
  readonly marksOf?: (row: Row) => Readonly<Record<`data-${string}`, string | number>>
  readonly isChosen?: (row: Row) => boolean
  /** It stands in a card of its part, so it is none. */
  readonly isInCard?: boolean
}

/** The table of an administrator's page: a name in each row, its facts, its acts; it scrolls in itself (U45). */
export function AdminTable<Row>({
  title,
  columns,
  rows,
  keyOf,
  marksOf,
  isChosen,
  isInCard = false,
}: AdminTableProps<Row>) {
  const words = useWords()
  return (
    <div className={isInCard ? 'scroller' : 'card scroller'} role="region" tabIndex={0} aria-label={title}>
      <table>
        <caption className="visually-hidden">{title}</caption>
        <thead>
          <tr>
            {columns.map(({ head, isHeadHidden }) => (
              <th key={head} scope="col">
                {isHeadHidden ? <span className="visually-hidden">{words(head)}</span> : words(head)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={keyOf(row)} {...marksOf?.(row)} aria-current={isChosen?.(row)}>
              {columns.map((column) =>
                column.isName ? (
                  <th key={column.head} scope="row" className={widthOf(column)}>
                    {column.cell(row)}
                  </th>
                ) : (
                  <td key={column.head} className={widthOf(column)}>
                    {column.cell(row)}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function widthOf<Row>({ isLong, isOneLine }: Column<Row>): string | undefined {
  if (isLong) return 'long'
  return isOneLine ? 'one-line' : undefined
}

interface EditButtonProps {
  readonly name: string
  readonly word?: TextKey
  readonly onPress: () => void
}

/** Opens the editor of a row; its name says of which. */
export function EditButton({ name, word = 'a2.edit', onPress }: EditButtonProps) {
  const words = useWords()
  return (
    <Button aria-label={`${words(word)} ${name}`} onClick={onPress}>
      {words(word)}
    </Button>
  )
}
