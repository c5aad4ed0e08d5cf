import { adminZh } from './admin-zh.ts'
import { askZh } from './ask-zh.ts'
import { boardZh } from './board-zh.ts'
import { calendarZh } from './calendar-zh.ts'
import { caseZhCn } from './case-zh-cn.ts'
import { catalogueZh } from './catalogue-zh.ts'
import { clockZh } from './clock-zh.ts'
import { deskActsZh } from './desk-acts-zh.ts'
import { deskZh } from './desk-zh.ts'
import { deviceZh } from './device-zh.ts'
import { duplicateZh } from './duplicate-zh.ts'
import { exportZh } from './export-zh.ts'
import { fileZh } from './file-zh.ts'
import { frameZh } from './frame-zh.ts'
import { greetZh } from './greet-zh.ts'
import { intakeZh } from './intake-zh.ts'
import { ledgerZh } from './ledger-zh.ts'
import { letterZh } from './letter-zh.ts'
import { logBookZh } from './log-book-zh.ts'
import { orderZh } from './order-zh.ts'
import { ownDayZh } from './own-day-zh.ts'
import { paperDayZh } from './paper-day-zh.ts'
import { paperWorkZh } from './paper-work-zh.ts'
import { paperZh } from './paper-zh.ts'
import { pointZh } from './point-zh.ts'
import { ratingZh } from './rating-zh.ts'
import { reportZh } from './report-zh.ts'
import { resultZh } from './result-zh.ts'
import { retentionZh } from './retention-zh.ts'
import { signZh } from './sign-zh.ts'
import { visitZh } from './visit-zh.ts'
import { wordingZh } from './wording-zh.ts'

/** Every word of the staff screens; the keys of each part begin with its screen. */
export const zhCn = {
  ...frameZh,
  ...askZh,
  ...deskZh,
  ...deskActsZh,
  ...intakeZh,
  ...caseZhCn,
  ...clockZh,
  ...boardZh,
  ...fileZh,
  ...calendarZh,
  ...catalogueZh,
  ...wordingZh,
  ...greetZh,
  ...paperDayZh,
  ...adminZh,
  ...paperZh,
  ...deviceZh,
  ...reportZh,
  ...orderZh,
  ...signZh,
  ...ratingZh,
  ...resultZh,
  ...ledgerZh,
  ...ownDayZh,
  ...duplicateZh,
  ...letterZh,
  ...retentionZh,
  ...logBookZh,
  ...paperWorkZh,
  ...pointZh,
  ...visitZh,
  ...exportZh,
} as const

export type TextKey = keyof typeof zhCn
