import type { villageLogBookZh } from './log-book-zh.ts'

export const villageLogBookEn: Record<keyof typeof villageLogBookZh, string> = {
  'village.logBook.title': 'Agency log book',
  'village.logBook.empty': 'The log book is empty',
  'village.logBook.more': 'Earlier lines',
  'village.logBook.relative': 'near relative',
  'village.logBook.correct': 'Correct this consultation',
  'village.logBook.why': 'Why it is corrected',
  'village.logBook.save': 'Record the correction',
}
