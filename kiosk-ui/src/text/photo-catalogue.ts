import { commonEn } from './common-en.ts'
import { commonZhCn } from './common-zh-cn.ts'
import { phoneEn } from './phone-en.ts'
import { phoneZhCn } from './phone-zh-cn.ts'
import { photoEn } from './photo-en.ts'
import { photoZhCn } from './photo-zh-cn.ts'

/** The words of the page that photographs a paper. */
export const photoCatalogue = {
  'zh-CN': { ...commonZhCn, ...phoneZhCn, ...photoZhCn },
  en: { ...commonEn, ...phoneEn, ...photoEn },
} as const
