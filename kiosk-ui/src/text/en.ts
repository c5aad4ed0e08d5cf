import { bookEn } from './book-en.ts'
import { commonEn } from './common-en.ts'
import { enrolEn } from './enrol-en.ts'
import { guideEn } from './guide-en.ts'
import { kioskEn } from './kiosk-en.ts'
import { phoneEn } from './phone-en.ts'
import { photoEn } from './photo-en.ts'
import { rateEn } from './rate-en.ts'
import { sayEn } from './say-en.ts'
import { staffEn } from './staff-en.ts'
import { tabletEn } from './tablet-en.ts'
import { topicEn } from './topic-en.ts'
import { wallEn } from './wall-en.ts'
import type { TextKey } from './zh-cn.ts'

export const en: Readonly<Record<TextKey, string>> = {
  ...commonEn,
  ...kioskEn,
  ...sayEn,
  ...staffEn,
  ...phoneEn,
  ...guideEn,
  ...wallEn,
  ...topicEn,
  ...bookEn,
  ...photoEn,
  ...rateEn,
  ...enrolEn,
  ...tabletEn,
}
