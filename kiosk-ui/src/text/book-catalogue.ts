import { bookEn } from './book-en.ts'
import { bookZhCn } from './book-zh-cn.ts'
import { commonEn } from './common-en.ts'
import { commonZhCn } from './common-zh-cn.ts'
import { phoneEn } from './phone-en.ts'
import { phoneZhCn } from './phone-zh-cn.ts'
import { topicEn } from './topic-en.ts'
import { topicZhCn } from './topic-zh-cn.ts'

/** The words of the booking page. */
export const bookCatalogue = {
  'zh-CN': { ...commonZhCn, ...phoneZhCn, ...topicZhCn, ...bookZhCn },
  en: { ...commonEn, ...phoneEn, ...topicEn, ...bookEn },
} as const
