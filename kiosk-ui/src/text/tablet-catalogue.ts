import { enrolEn } from './enrol-en.ts'
import { enrolZhCn } from './enrol-zh-cn.ts'
import { rateCatalogue } from './rate-catalogue.ts'
import { tabletEn } from './tablet-en.ts'
import { tabletZhCn } from './tablet-zh-cn.ts'

/** The words of the rating tablet. */
export const tabletCatalogue = {
  'zh-CN': { ...rateCatalogue['zh-CN'], ...enrolZhCn, ...tabletZhCn },
  en: { ...rateCatalogue.en, ...enrolEn, ...tabletEn },
} as const
