import { adminEn } from './admin-en.ts'
import { askEn } from './ask-en.ts'
import { boardEn } from './board-en.ts'
import { calendarEn } from './calendar-en.ts'
import { caseEn } from './case-en.ts'
import { catalogueEn } from './catalogue-en.ts'
import { clockEn } from './clock-en.ts'
import { deskActsEn } from './desk-acts-en.ts'
import { deskEn } from './desk-en.ts'
import { deviceEn } from './device-en.ts'
import { duplicateEn } from './duplicate-en.ts'
import { exportEn } from './export-en.ts'
import { fileEn } from './file-en.ts'
import { frameEn } from './frame-en.ts'
import { greetEn } from './greet-en.ts'
import { intakeEn } from './intake-en.ts'
import { ledgerEn } from './ledger-en.ts'
import { letterEn } from './letter-en.ts'
import { logBookEn } from './log-book-en.ts'
import { orderEn } from './order-en.ts'
import { ownDayEn } from './own-day-en.ts'
import { paperDayEn } from './paper-day-en.ts'
import { paperEn } from './paper-en.ts'
import { paperWorkEn } from './paper-work-en.ts'
import { pointEn } from './point-en.ts'
import { ratingEn } from './rating-en.ts'
import { reportEn } from './report-en.ts'
import { resultEn } from './result-en.ts'
import { retentionEn } from './retention-en.ts'
import { signEn } from './sign-en.ts'
import { visitEn } from './visit-en.ts'
import { wordingEn } from './wording-en.ts'
import type { TextKey } from './zh-cn.ts'

/** The same keys in English; a missing one does not compile (U13). */
export const en: Record<TextKey, string> = {
  ...frameEn,
  ...askEn,
  ...deskEn,
  ...deskActsEn,
  ...intakeEn,
  ...caseEn,
  ...clockEn,
  ...boardEn,
  ...fileEn,
  ...calendarEn,
  ...catalogueEn,
  ...wordingEn,
  ...greetEn,
  ...paperDayEn,
  ...adminEn,
  ...paperEn,
  ...deviceEn,
  ...reportEn,
  ...orderEn,
  ...signEn,
  ...ratingEn,
  ...resultEn,
  ...ledgerEn,
  ...ownDayEn,
  ...duplicateEn,
  ...letterEn,
  ...retentionEn,
  ...logBookEn,
  ...paperWorkEn,
  ...pointEn,
  ...visitEn,
  ...exportEn,
}
