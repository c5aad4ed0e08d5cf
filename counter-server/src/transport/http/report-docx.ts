import { TABLE_WORDS } from '@counter/shared/text/report-words'
import {
  AlignmentType,
  Document,
  Packer,
  PageOrientation,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx'
import { fileHead, sheetOf, type TableFile } from '../../views/report-files.ts'

/** What Chinese official papers are set in; the fonts are named and not embedded (K52). */
const BODY = '仿宋'
const HEAD = '黑体'
/** In half-points: 小五, 五号, 三号. */
const SIZES = { table: 18, body: 21, head: 32 } as const
/** A4 on its side, in twentieths of a point: Word turns the sheet itself. */
const A4 = { width: 11_906, height: 16_838, orientation: PageOrientation.LANDSCAPE } as const
const MARGIN = 720

/** A table of figures as a Word file: title, period, moment, maker's post, and every row (K52). */
export function reportDocx(file: TableFile): Promise<Buffer> {
  const margin = { top: MARGIN, right: MARGIN, bottom: MARGIN, left: MARGIN }
  const title = `${file.centre} ${TABLE_WORDS[file.table.name][file.language]}`.trim()
  return Packer.toBuffer(
    new Document({
      title,
      styles: { default: { document: { run: { font: BODY, size: SIZES.body } } } },
      sections: [
        {
          properties: { page: { size: A4, margin } },
          children: [
            new Paragraph({
              alignment: AlignmentType.CENTER,
              children: [new TextRun({ text: title, font: HEAD, size: SIZES.head })],
            }),
            ...fileHead(file).map((text) => new Paragraph({ text })),
            figures(sheetOf(file.table, file.language)),
          ],
        },
      ],
    }),
  )
}

// A page break repeats the heading and never cuts a row.
function figures(sheet: ReturnType<typeof sheetOf>): Table {
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    rows: sheet.map(
      (cells, line) =>
        new TableRow({
          tableHeader: line === 0,
          cantSplit: true,
          children: cells.map((cell, place) => figure(cell, line === 0 || place === 0)),
        }),
    ),
  })
}

function figure(cell: string | number | null, isHead: boolean): TableCell {
  return new TableCell({
    children: [
      new Paragraph({
        alignment: isHead ? AlignmentType.LEFT : AlignmentType.RIGHT,
        children: [
          new TextRun({ text: String(cell ?? '–'), size: SIZES.table, ...(isHead ? { font: HEAD } : {}) }),
        ],
      }),
    ],
  })
}
