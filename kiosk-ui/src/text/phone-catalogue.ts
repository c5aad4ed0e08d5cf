import { commonEn } from './common-en.ts'
import { commonZhCn } from './common-zh-cn.ts'
import { guideEn } from './guide-en.ts'
import { guideZhCn } from './guide-zh-cn.ts'
import { phoneEn } from './phone-en.ts'
import { phoneZhCn } from './phone-zh-cn.ts'

/** The part of the catalogue that a phone loads: it pays for every word (K25). */
export const phoneCatalogue = {
  'zh-CN': { ...commonZhCn, ...phoneZhCn, ...guideZhCn },
  en: { ...commonEn, ...phoneEn, ...guideEn },
} as const
