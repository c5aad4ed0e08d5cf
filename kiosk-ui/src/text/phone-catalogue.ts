import { bookEn } from './book-en.ts'
import { bookZhCn } from './book-zh-cn.ts'
import { commonEn } from './common-en.ts'
import { commonZhCn } from './common-zh-cn.ts'
import { guideEn } from './guide-en.ts'
import { guideZhCn } from './guide-zh-cn.ts'
import { phoneEn } from './phone-en.ts'
import { phoneZhCn } from './phone-zh-cn.ts'
import { topicEn } from './topic-en.ts'
import { topicZhCn } from './topic-zh-cn.ts'

/** The part of the catalogue that a phone loads: it pays for every word (K25). */
export const phoneCatalogue = {
  'zh-CN': { ...commonZhCn, ...phoneZhCn, ...guideZhCn, ...topicZhCn, ...bookZhCn },
  en: { ...commonEn, ...phoneEn, ...guideEn, ...topicEn, ...bookEn },
} as const
