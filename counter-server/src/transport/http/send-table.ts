import type { ReportFormat } from '@counter/shared/vocabulary/report'
import type { FastifyReply } from 'fastify'
import writeXlsxFile from 'write-excel-file/node'
import { fileName, sheetOf, type TableFile, toCsv, toXlsxCells } from '../../views/report-files.ts'
import { reportDocx } from './report-docx.ts'

const TYPES = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
} as const satisfies Record<ReportFormat, string>

type Sheet = ReturnType<typeof sheetOf>

/** Answers with a table of figures as a file (P43). */
export async function sendTable(
  reply: FastifyReply,
  format: ReportFormat,
  file: TableFile,
): Promise<FastifyReply> {
  const content =
    format === 'docx' ? await reportDocx(file) : await cellsAs(format, sheetOf(file.table, file.language))
  return sendFile(reply, format, { name: fileName(file, format), content })
}

/** Answers with cells as a spreadsheet (P43); `name` is without its ending. */
export async function sendSheet(
  reply: FastifyReply,
  format: 'csv' | 'xlsx',
  { name, sheet }: { readonly name: string; readonly sheet: Sheet },
): Promise<FastifyReply> {
  return sendFile(reply, format, { name: `${name}.${format}`, content: await cellsAs(format, sheet) })
}

function sendFile(
  reply: FastifyReply,
  format: ReportFormat,
  { name, content }: { readonly name: string; readonly content: Buffer },
): FastifyReply {
  return reply
    .headers({
      'content-type': TYPES[format],
      'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(name)}`,
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    })
    .send(content)
}

async function cellsAs(format: 'csv' | 'xlsx', sheet: Sheet): Promise<Buffer> {
  return format === 'csv' ? Buffer.from(toCsv(sheet)) : writeXlsxFile(toXlsxCells(sheet)).toBuffer()
}
