import type { bookZhCn } from './book-zh-cn.ts'
import type { commonZhCn } from './common-zh-cn.ts'
import type { enrolZhCn } from './enrol-zh-cn.ts'
import type { guideZhCn } from './guide-zh-cn.ts'
import type { kioskZhCn } from './kiosk-zh-cn.ts'
import type { phoneZhCn } from './phone-zh-cn.ts'
import type { photoZhCn } from './photo-zh-cn.ts'
import type { rateZhCn } from './rate-zh-cn.ts'
import type { sayZhCn } from './say-zh-cn.ts'
import type { staffZhCn } from './staff-zh-cn.ts'
import type { tabletZhCn } from './tablet-zh-cn.ts'
import type { topicZhCn } from './topic-zh-cn.ts'
import type { wallZhCn } from './wall-zh-cn.ts'

/** A word of the residents' pages; one that is missing in `en.ts` does not compile (U13). Each page loads its own (K54). */
export type TextKey =
  | keyof typeof bookZhCn
  | keyof typeof commonZhCn
  | keyof typeof enrolZhCn
  | keyof typeof guideZhCn
  | keyof typeof kioskZhCn
  | keyof typeof phoneZhCn
  | keyof typeof photoZhCn
  | keyof typeof rateZhCn
  | keyof typeof sayZhCn
  | keyof typeof staffZhCn
  | keyof typeof tabletZhCn
  | keyof typeof topicZhCn
  | keyof typeof wallZhCn
