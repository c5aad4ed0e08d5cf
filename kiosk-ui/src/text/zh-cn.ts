import { bookZhCn } from './book-zh-cn.ts'
import { commonZhCn } from './common-zh-cn.ts'
import { guideZhCn } from './guide-zh-cn.ts'
import { kioskZhCn } from './kiosk-zh-cn.ts'
import { phoneZhCn } from './phone-zh-cn.ts'
import { staffZhCn } from './staff-zh-cn.ts'
import { topicZhCn } from './topic-zh-cn.ts'
import { wallZhCn } from './wall-zh-cn.ts'

/** Every word of the residents' pages; a key of `en.ts` that is missing does not compile (U13). */
export const zhCn = {
  ...commonZhCn,
  ...kioskZhCn,
  ...staffZhCn,
  ...phoneZhCn,
  ...guideZhCn,
  ...wallZhCn,
  ...topicZhCn,
  ...bookZhCn,
} as const

export type TextKey = keyof typeof zhCn
