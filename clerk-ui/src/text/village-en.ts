import { askEn } from './ask-en.ts'
import { clockEn } from './clock-en.ts'
import { villageCaseEn } from './village/case-en.ts'
import { villageDoorEn } from './village/door-en.ts'
import { villageFactEn } from './village/fact-en.ts'
import { villageFrameEn } from './village/frame-en.ts'
import { villageGuideEn } from './village/guide-en.ts'
import { villageHomeEn } from './village/home-en.ts'
import { villageLogBookEn } from './village/log-book-en.ts'
import { villageNewCaseEn } from './village/new-case-en.ts'
import { villageOutboxEn } from './village/outbox-en.ts'
import { villageSentEn } from './village/sent-en.ts'
import { villageVisitEn } from './village/visit-en.ts'
import { villageWalkEn } from './village/walk-en.ts'
import type { VillageKey } from './village-zh-cn.ts'

/** The same keys in English; a missing one does not compile (U13). */
export const villageEn: Record<VillageKey, string> = {
  ...villageFrameEn,
  ...askEn,
  ...villageDoorEn,
  ...villageHomeEn,
  ...villageNewCaseEn,
  ...villageSentEn,
  ...villageOutboxEn,
  ...villageCaseEn,
  ...clockEn,
  ...villageFactEn,
  ...villageWalkEn,
  ...villageVisitEn,
  ...villageLogBookEn,
  ...villageGuideEn,
}
