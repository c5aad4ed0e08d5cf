import type { Language as DayLanguage } from '@counter/shared/vocabulary/date-words'
import { useLanguage } from './words.ts'

/** The screen's language as the words of days, lights and segments ask for it. */
export function useDayLanguage(): DayLanguage {
  return useLanguage() === 'en' ? 'en' : 'zh'
}
