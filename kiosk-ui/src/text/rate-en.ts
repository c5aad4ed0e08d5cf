import type { rateZhCn } from './rate-zh-cn.ts'

export const rateEn: Readonly<Record<keyof typeof rateZhCn, string>> = {
  'p3.title': 'How was this service?',
  'p3.about': 'Number {n}',
  'p3.voluntary': 'Rating is voluntary; the window does not see who rated',
  'p3.skip': 'Do not rate this time',
  'p3.why': 'What was wrong? You may leave this out',
  'p3.text': 'In your words; may stay empty',
  'p3.phone': 'Leave a phone number for an answer',
  'p3.send': 'Send',
  'p3.back': 'Back',
  'p3.sending': 'Sending…',
  'p3.checking': 'Checking… please wait',
  'p3.failed': 'No network: nothing was sent. It is safe to press again',
  'p3.thanks': 'Received, thank you',
  'p3.thanksLow':
    'Received. We check it and put it right within {n} working days; who left a number is answered.',
  'p3.skipped': 'All right, no rating this time',
}
