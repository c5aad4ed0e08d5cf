import type { Language as DayLanguage } from '@counter/shared/vocabulary/date-words'
import { useTranslation } from 'react-i18next'

/** The screen's language as the words of days, lights and segments ask for it; desk and village have catalogues of their own. */
export function useDayLanguage(): DayLanguage {
  return useTranslation().i18n.language === 'en' ? 'en' : 'zh'
}
