import type { CasePaperKind } from '@counter/shared/vocabulary/case-paper'
import type { PaperWording } from '@counter/shared/vocabulary/paper-wording'
import { ReceiptPaper } from '../../papers/receipt-paper.tsx'
import '../../papers/paper.css'
import './wording.css'
import { useWords } from '../../text/words.ts'
import { sampleReceipt } from './sample-receipt.ts'

interface WordingPreviewProps {
  readonly kind: CasePaperKind
  readonly wording: PaperWording
  readonly label: string
}

/** A paper with this wording, drawn by what prints it; its person and its case do not exist (C901). */
export function WordingPreview({ kind, wording, label }: WordingPreviewProps) {
  return (
    <figure className="wording-paper" aria-label={label}>
      <figcaption className="quiet">{label}</figcaption>
      <ReceiptPaper receipt={sampleReceipt(kind, wording)} isPreview />
    </figure>
  )
}

/** The preview of what is being written, before anybody publishes it. */
export function DraftPreview({ kind, wording }: Omit<WordingPreviewProps, 'label'>) {
  const words = useWords()
  return <WordingPreview kind={kind} wording={wording} label={words('wording.preview')} />
}
