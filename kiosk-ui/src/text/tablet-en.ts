import type { tabletZhCn } from './tablet-zh-cn.ts'

export const tabletEn: Readonly<Record<keyof typeof tabletZhCn, string>> = {
  'r0.where': 'At which window does this tablet stand?',
  'r0.serving': 'You are being served',
  'r0.serving.note': 'Afterwards you may rate the service here',
  'r0.offline': 'No network: rating is possible once it is back',
  'r0.kept': 'Noted (sent later)',
  'r0.failed': 'It was not noted, please press again',
}
