import { askZh } from './ask-zh.ts'
import { clockZh } from './clock-zh.ts'
import { villageCaseZh } from './village/case-zh.ts'
import { villageDoorZh } from './village/door-zh.ts'
import { villageFactZh } from './village/fact-zh.ts'
import { villageFrameZh } from './village/frame-zh.ts'
import { villageGuideZh } from './village/guide-zh.ts'
import { villageHomeZh } from './village/home-zh.ts'
import { villageLogBookZh } from './village/log-book-zh.ts'
import { villageNewCaseZh } from './village/new-case-zh.ts'
import { villageOutboxZh } from './village/outbox-zh.ts'
import { villageSentZh } from './village/sent-zh.ts'
import { villageVisitZh } from './village/visit-zh.ts'
import { villageWalkZh } from './village/walk-zh.ts'

/** Every word of the village point's pages (V-1 to V-5); the phone loads these and never the desk's. */
export const villageZhCn = {
  ...villageFrameZh,
  ...askZh,
  ...villageDoorZh,
  ...villageHomeZh,
  ...villageNewCaseZh,
  ...villageSentZh,
  ...villageOutboxZh,
  ...villageCaseZh,
  ...clockZh,
  ...villageFactZh,
  ...villageWalkZh,
  ...villageVisitZh,
  ...villageLogBookZh,
  ...villageGuideZh,
} as const

export type VillageKey = keyof typeof villageZhCn
