import { commonZhCn } from './common-zh-cn.ts'
import { enrolZhCn } from './enrol-zh-cn.ts'
import { guideZhCn } from './guide-zh-cn.ts'
import { kioskZhCn } from './kiosk-zh-cn.ts'
import { phoneZhCn } from './phone-zh-cn.ts'
import { staffZhCn } from './staff-zh-cn.ts'
import { topicZhCn } from './topic-zh-cn.ts'
import { wallZhCn } from './wall-zh-cn.ts'

const english = async () => (await import('./en.ts')).en

/** The words of kiosk and wall; English comes apart, since the first page is Chinese (K54, U13). */
export const hallCatalogue = {
  'zh-CN': {
    ...commonZhCn,
    ...kioskZhCn,
    ...enrolZhCn,
    ...staffZhCn,
    // How a case stands is shown on a kiosk in the words of the phone (K-4).
    ...phoneZhCn,
    ...guideZhCn,
    ...wallZhCn,
    ...topicZhCn,
  },
  en: english,
} as const

/** Brings the English words before somebody asks for them. */
export async function bringEnglish(): Promise<void> {
  await english()
}
