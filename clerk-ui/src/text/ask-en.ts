import type { AskKey } from './ask-zh.ts'

export const askEn: Record<AskKey, string> = {
  'ask.checking': 'Checking, please wait',
  'ask.unsettled': 'Not confirmed yet; it is safe to press again',
  'form.sending': 'Sending…',
}
