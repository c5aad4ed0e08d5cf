import type { Sheet, SheetRow } from '@counter/shared/contract/sheets'
import readWorkbook from 'read-excel-file/node'
import { Refusal } from '../../domain/refusal.ts'
import { csvCells } from './csv.ts'
import { unpackedSize } from './unpacked-size.ts'

/** K52: more rows than this are refused, nothing of them is read on. */
const MOST_ROWS = 10_000
const MOST_UNPACKED = 64 * 1024 * 1024
const ZIP = Buffer.from('PK\u0003\u0004', 'latin1')

/**
 * The sheets of an uploaded XLSX or CSV file as text. A date of the spreadsheet becomes `YYYY-MM-DD`, a formula what it
 * last showed; empty rows are left out, and each row keeps its line. Refuses `sheet.unreadable`, `import.too_large`.
 */
export async function readSheets(content: Buffer): Promise<readonly Sheet[]> {
  const sheets = content.subarray(0, 4).equals(ZIP) ? await workbookOf(content) : [csvOf(content)]
  if (sheets.some(({ rows }) => rows.length > MOST_ROWS))
    throw new Refusal('import.too_large', { n: MOST_ROWS })
  return sheets
}

async function workbookOf(content: Buffer): Promise<Sheet[]> {
  if ((await unpackedSize(content, MOST_UNPACKED)) === null) throw new Refusal('sheet.unreadable')
  try {
    const sheets = await readWorkbook(content, { parseNumber: (digits) => digits })
    return sheets.map(({ sheet, data }) => ({ name: sheet, rows: rowsOf(data) }))
  } catch {
    throw new Refusal('sheet.unreadable')
  }
}

function csvOf(content: Buffer): Sheet {
  const text = decoded(content)
  if (text.includes('\u0000')) throw new Refusal('sheet.unreadable')
  return { name: '', rows: rowsOf(csvCells(text)) }
}

// Spreadsheets of Chinese desktops write CSV in GB 18030 unless told otherwise.
function decoded(content: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(content)
  } catch {
    return new TextDecoder('gb18030').decode(content)
  }
}

function rowsOf(data: readonly (readonly unknown[])[]): SheetRow[] {
  return data
    .map((row, place) => ({ line: place + 1, cells: row.map(textOf) }))
    .filter(({ cells }) => cells.some((cell) => cell !== ''))
}

function textOf(value: unknown): string {
  if (value === null || value === undefined) return ''
  // The reader gives a spreadsheet's date as midnight UTC of that day.
  if (value instanceof Date) return value.toISOString().slice(0, 10)
  return String(value).trim()
}
