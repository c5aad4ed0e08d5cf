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

/** Answers with a table of figures as a file (P43). */
export async function sendTable(
  reply: FastifyReply,
  format: ReportFormat,
  file: TableFile,
): Promise<FastifyReply> {
  return reply
    .headers({
      'content-type': TYPES[format],
      'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(fileName(file, format))}`,
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    })
    .send(await contentOf(format, file))
}

async function contentOf(format: ReportFormat, file: TableFile): Promise<Buffer> {
  if (format === 'docx') return reportDocx(file)
  const sheet = sheetOf(file.table, file.language)
  return format === 'csv' ? Buffer.from(toCsv(sheet)) : writeXlsxFile(toXlsxCells(sheet)).toBuffer()
}
