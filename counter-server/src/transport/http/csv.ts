/** The cells of a CSV text by RFC 4180, line by line; a spreadsheet's tab or semicolon between them is taken too. */
export function csvCells(text: string): string[][] {
  const between = separatorOf(text)
  const cell = new RegExp(`(?:"((?:[^"]|"")*)"|([^${between}\\r\\n]*))(${between}|\\r?\\n|$)`, 'gy')
  const rows: string[][] = []
  let row: string[] = []
  for (const [, quoted, plain = '', end = ''] of text.matchAll(cell)) {
    row.push(quoted?.replaceAll('""', '"') ?? plain)
    if (end === between) continue
    rows.push(row)
    row = []
  }
  return rows
}

function separatorOf(text: string): string {
  const head = text.slice(0, text.indexOf('\n') + 1 || text.length)
  return [',', '\t', ';'].find((each) => head.includes(each)) ?? ','
}
