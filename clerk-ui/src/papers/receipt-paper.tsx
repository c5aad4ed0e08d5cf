import type { PaperBlock } from '@counter/shared/case-paper/paper-block'
import { paperBlocks, paperFollowing } from '@counter/shared/case-paper/paper-blocks'
import type { Receipt } from '@counter/shared/contract/receipt'
import { useDayLanguage } from '../text/day-language.ts'
import { PaperPart } from './paper-part.tsx'
import { QrCode } from './qr-code.tsx'

interface PaperProps {
  readonly receipt: Receipt
  /** On a page of the office it stands under that page's own headings. */
  readonly isPreview?: boolean
}

/** A paper of a case, from 收件凭证 to 送达回证, as `kind` says (cases.md 9). */
export function ReceiptPaper({ receipt, isPreview = false }: PaperProps) {
  const language = useDayLanguage()
  const blocks = paperBlocks(receipt, language)
  const head = blocks.findIndex(({ is }) => is === 'facts')
  return (
    <article className="paper" lang={language === 'zh' ? 'zh-CN' : 'en'} data-kind={receipt.kind}>
      {blocks.map((block, place) =>
        place === head ? (
          <div className="paper-head" key={keyOf(block, place)}>
            <PaperPart block={block} isPreview={isPreview} />
            <Following receipt={receipt} />
          </div>
        ) : (
          <PaperPart key={keyOf(block, place)} block={block} isPreview={isPreview} />
        ),
      )}
    </article>
  )
}

// A paper is drawn once and never reordered, so the place names a block.
function keyOf({ is }: PaperBlock, place: number): string {
  return `${is} ${place}`
}

/** QR and query code; the code is told once, so a later paper of the case says where it stands (C1103). */
function Following({ receipt }: Pick<PaperProps, 'receipt'>) {
  const { scan, codeWord, code } = paperFollowing(receipt, useDayLanguage())
  return (
    <figure className="paper-qr">
      <QrCode text={receipt.link} />
      <figcaption>
        {scan}
        <br />
        {codeWord} {code !== '' && <strong>{code}</strong>}
      </figcaption>
    </figure>
  )
}
