import type { Answer } from './app.ts'

/** One table of a report as objects by column. */
export function tableOf({ body }: Answer, name: string): Record<string, unknown>[] {
  const { columns, rows } = body.tables.find((table: { name: string }) => table.name === name)
  return rows.map((row: { key: string; name: string | null; cells: unknown[] }) => ({
    key: row.key,
    name: row.name,
    ...Object.fromEntries(columns.map((column: string, place: number) => [column, row.cells[place]])),
  }))
}

/** Reads CSV as RFC 4180 says: quotes, doubled quotes, line ends within quotes. */
export function parseCsv(text: string): string[][] {
  const rows: string[][] = [[]]
  const cell = /("(?:[^"]|"")*"|[^",\r\n]*)(,|\r\n|$)/y
  while (cell.lastIndex < text.length) {
    const [, raw = '', end = ''] = cell.exec(text) ?? []
    rows.at(-1)?.push(raw.startsWith('"') ? raw.slice(1, -1).replaceAll('""', '"') : raw)
    if (end === '\r\n' && cell.lastIndex < text.length) rows.push([])
  }
  return rows
}
