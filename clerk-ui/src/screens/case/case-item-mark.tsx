import type { CaseDetail } from '@counter/shared/contract/cases'
import { PART_WORDS } from '@counter/shared/text/item-words'
import { fullDateWords } from '@counter/shared/vocabulary/date-words'
import { useDayLanguage } from '../../text/day-language.ts'
import { useWords } from '../../text/words.ts'

/** Which version of its item the case follows, what the present one says otherwise, and what is still to be confirmed (C101, C107). */
export function CaseItemMark({ detail }: { readonly detail: Pick<CaseDetail, 'itemVersion' | 'itemMark'> }) {
  const t = useWords()
  const language = useDayLanguage()
  const { newer, isUnverified } = detail.itemMark
  if (newer === null && !isUnverified) return null
  const parts = newer?.changed.map((part) => PART_WORDS[part][language]).join(language === 'zh' ? '、' : ', ')
  return (
    <div className="line" data-testid="case.itemMark">
      {isUnverified && <span className="tag tag-warn">{t('a1.verify')}</span>}
      {newer !== null && (
        <p className="hint">
          {t('case.olderItem', { n: detail.itemVersion })}{' '}
          {t('case.newerItem', { n: newer.version, d: fullDateWords(newer.effectiveFrom, language) })}
          {parts !== '' && ` ${t('case.newerParts', { list: parts ?? '' })}`}
        </p>
      )}
    </div>
  )
}
