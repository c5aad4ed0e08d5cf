import type { PaperBlock } from '@counter/shared/case-paper/paper-block'
import { paperBlocks, paperFollowing } from '@counter/shared/case-paper/paper-blocks'
import { visitSlipBlocks } from '@counter/shared/case-paper/visit-slip'
import type { Receipt } from '@counter/shared/contract/receipt'
import type { VisitSlip } from '@counter/shared/contract/visits'
import {
  AlignmentType,
  Document,
  ImageRun,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx'
import { qrPng } from './qr-png.ts'

/** What Chinese official papers are set in; the fonts are named and not embedded (K52). */
const BODY = '仿宋'
const HEAD = '黑体'
/** In half-points: 小四, 三号, 小一. */
const SIZES = { body: 24, head: 32, due: 48 } as const
/** A5 upright, in twentieths of a point. */
const A5 = { width: 8_391, height: 11_906 } as const
const MARGIN = 567
const QR_PIXELS = 120

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

/** How a Word file travels: under its name, and kept by no cache. */
export function docxHeaders(name: string): Readonly<Record<string, string>> {
  return {
    'content-type': DOCX,
    'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(`${name}.docx`)}`,
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
  }
}

/** A paper of a case as a Word file; it says in Chinese what the printed page says (cases.md 9). */
export function paperDocx(receipt: Receipt): Promise<Buffer> {
  return blocksDocx(receipt.paperNumber, [
    ...paperBlocks(receipt, 'zh').flatMap(drawn),
    ...following(receipt),
  ])
}

/** The 交接单 as a Word file (V94). */
export function visitSlipDocx(title: string, slip: VisitSlip): Promise<Buffer> {
  return blocksDocx(title, visitSlipBlocks(slip, 'zh').flatMap(drawn))
}

function blocksDocx(title: string, children: (Paragraph | Table)[]): Promise<Buffer> {
  const margin = { top: MARGIN, right: MARGIN, bottom: MARGIN, left: MARGIN }
  return Packer.toBuffer(
    new Document({
      title,
      styles: { default: { document: { run: { font: BODY, size: SIZES.body } } } },
      sections: [
        {
          properties: { page: { size: A5, margin } },
          children,
        },
      ],
    }),
  )
}

function drawn(block: PaperBlock): (Paragraph | Table)[] {
  switch (block.is) {
    case 'title':
      return [centred([new TextRun({ text: block.text, font: HEAD, size: SIZES.head })])]
    case 'centred':
      return [centred([new TextRun(block.text)])]
    case 'facts':
      return [factsTable(block.rows)]
    case 'due':
      return [
        centred([new TextRun({ text: block.text, font: HEAD, size: SIZES.due })]),
        ...(block.small === null ? [] : [centred([new TextRun(block.small)])]),
      ]
    case 'list':
      return [
        new Paragraph({ children: [new TextRun({ text: block.title, font: HEAD })] }),
        ...block.items.flatMap(({ text, how }) => [text, ...(how === null ? [] : [how])].map(line)),
      ]
    case 'table':
      return [linesTable(block.head, block.rows)]
    case 'signatures':
    case 'foot':
      return block.lines.map(line)
    case 'seal':
      return [new Paragraph({ alignment: AlignmentType.RIGHT, text: block.text })]
    case 'line':
    case 'counting':
    case 'until':
      return [line(block.text)]
  }
}

function following(receipt: Receipt): Paragraph[] {
  const { scan, codeWord, code } = paperFollowing(receipt, 'zh')
  const picture = new ImageRun({
    type: 'png',
    data: qrPng(receipt.link),
    transformation: { width: QR_PIXELS, height: QR_PIXELS },
    altText: { name: 'QR', title: scan, description: scan },
  })
  return [
    centred([picture]),
    centred([new TextRun(scan)]),
    centred([new TextRun(`${codeWord} ${code}`.trim())]),
  ]
}

function factsTable(rows: readonly (readonly [string, string])[]): Table {
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    rows: rows.map(
      ([word, value]) =>
        new TableRow({
          cantSplit: true,
          children: [cell(word, 28), cell(value, 72)],
        }),
    ),
  })
}

function linesTable(head: readonly string[], rows: readonly (readonly string[])[]): Table {
  const across = Math.floor(100 / head.length)
  const row = (cells: readonly string[], isHead: boolean) =>
    new TableRow({
      tableHeader: isHead,
      cantSplit: true,
      children: cells.map((text) => cell(text, across)),
    })
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    rows: [row(head, true), ...rows.map((cells) => row(cells, false))],
  })
}

function cell(text: string, percent: number): TableCell {
  return new TableCell({ width: { size: percent, type: WidthType.PERCENTAGE }, children: [line(text)] })
}

function line(text: string): Paragraph {
  return new Paragraph({ text })
}

function centred(children: (TextRun | ImageRun)[]): Paragraph {
  return new Paragraph({ alignment: AlignmentType.CENTER, children })
}
