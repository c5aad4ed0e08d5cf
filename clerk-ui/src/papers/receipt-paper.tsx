import { type PaperBlock, paperBlocks, paperFollowing } from '@counter/shared/case-paper/paper-blocks'
import type { Receipt } from '@counter/shared/contract/cases'
import { useDayLanguage } from '../text/day-language.ts'
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
            <Block block={block} isPreview={isPreview} />
            <Following receipt={receipt} />
          </div>
        ) : (
          <Block key={keyOf(block, place)} block={block} isPreview={isPreview} />
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

function Block({ block, isPreview }: { readonly block: PaperBlock; readonly isPreview: boolean }) {
  const [Title, Part] = isPreview ? (['h3', 'h4'] as const) : (['h1', 'h2'] as const)
  switch (block.is) {
    case 'title':
      return <Title>{block.text}</Title>
    case 'centred':
      return block.text === '' ? null : <p className="paper-number">{block.text}</p>
    case 'facts':
      return (
        <dl>
          {block.rows.map(([word, value]) => (
            <div key={word}>
              <dt>{word}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      )
    case 'due':
      return (
        <p className="paper-due">
          {block.text}
          {block.small !== null && <small>{block.small}</small>}
        </p>
      )
    case 'list':
      return (
        <section>
          <Part>{block.title}</Part>
          <ol className="paper-materials">
            {block.items.map(({ text, how }) => (
              <li key={text}>
                {text}
                {how !== null && <p>{how}</p>}
              </li>
            ))}
          </ol>
        </section>
      )
    case 'signatures':
      return (
        <div className="paper-signatures">
          {block.lines.map((line) => (
            <p key={line}>{line}</p>
          ))}
        </div>
      )
    case 'foot':
      return (
        <footer>
          {block.lines.map((line) => (
            <p key={line}>{line}</p>
          ))}
        </footer>
      )
    default:
      return <p className={`paper-${block.is}`}>{block.text}</p>
  }
}
