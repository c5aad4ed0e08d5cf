import { commonEn } from './common-en.ts'
import { commonZhCn } from './common-zh-cn.ts'
import { phoneEn } from './phone-en.ts'
import { phoneZhCn } from './phone-zh-cn.ts'
import { sayEn } from './say-en.ts'
import { sayZhCn } from './say-zh-cn.ts'

/** The words of the page for letters. */
export const sayCatalogue = {
  'zh-CN': { ...commonZhCn, ...phoneZhCn, ...sayZhCn },
  en: { ...commonEn, ...phoneEn, ...sayEn },
} as const
