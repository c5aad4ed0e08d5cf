import type { Receipt } from '@counter/shared/contract/cases'
import { dateWords } from '@counter/shared/vocabulary/date-words'
import { useDayLanguage } from '../text/day-language.ts'
import { useWords } from '../text/words.ts'

const BOXES = { received: '☑', missing: '☐', deferred: '△', not_needed: '–' } as const satisfies Record<
  Receipt['materials'][number]['state'],
  string
>

/** What was received and what is missing; on the notice only what is missing, each with how to get it, where and until when. */
export function PaperMaterials({ receipt }: { readonly receipt: Receipt }) {
  const t = useWords()
  const language = useDayLanguage()
  const isNotice = receipt.kind === 'supplement'
  const listed = isNotice ? receipt.materials.filter(({ state }) => state === 'missing') : receipt.materials
  if (listed.length === 0) return null
  return (
    <section>
      <h2>{t(isNotice ? 'paper.missing' : 'paper.materials')}</h2>
      <ol className="paper-materials">
        {listed.map(({ name, state, how }) => (
          <li key={name}>
            {BOXES[state]} {name}
            {!isNotice && ` · ${t(`material.${state}`)}`}
            {isNotice && how !== '' && <p>{t('paper.how', { how })}</p>}
          </li>
        ))}
      </ol>
      {isNotice && receipt.until !== null && (
        <p className="paper-until">
          {t('paper.until', { day: dateWords(receipt.until, language), where: receipt.where })}
          {receipt.isProvisional && t('paper.provisional')}
        </p>
      )}
    </section>
  )
}
