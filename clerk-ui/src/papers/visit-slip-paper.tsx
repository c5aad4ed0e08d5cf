import { visitSlipBlocks } from '@counter/shared/case-paper/visit-slip'
import type { VisitSlip } from '@counter/shared/contract/visits'
import { useDayLanguage } from '../text/day-language.ts'
import { PaperPart } from './paper-part.tsx'

/** 交接单: what changed hands at one visit, for both to sign (V94). */
export function VisitSlipPaper({ slip }: { readonly slip: VisitSlip }) {
  const language = useDayLanguage()
  return (
    <article className="paper" lang={language === 'zh' ? 'zh-CN' : 'en'} data-kind="visit_slip">
      {visitSlipBlocks(slip, language).map((block, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a paper is drawn once and never reordered
        <PaperPart key={place} block={block} isPreview={false} />
      ))}
    </article>
  )
}
