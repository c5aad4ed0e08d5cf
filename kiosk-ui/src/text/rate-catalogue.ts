import { commonEn } from './common-en.ts'
import { commonZhCn } from './common-zh-cn.ts'
import { phoneEn } from './phone-en.ts'
import { phoneZhCn } from './phone-zh-cn.ts'
import { rateEn } from './rate-en.ts'
import { rateZhCn } from './rate-zh-cn.ts'

/** The words of the rating page. */
export const rateCatalogue = {
  'zh-CN': { ...commonZhCn, ...phoneZhCn, ...rateZhCn },
  en: { ...commonEn, ...phoneEn, ...rateEn },
} as const
