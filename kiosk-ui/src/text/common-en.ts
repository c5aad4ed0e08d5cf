import type { commonZhCn } from './common-zh-cn.ts'

export const commonEn: Readonly<Record<keyof typeof commonZhCn, string>> = {
  'look.language': '中文',
  'act.back': 'Back',
  'act.ok': 'OK',
  'act.again': 'Try again',
  'act.more': 'Next page',
  'act.fewer': 'Previous page',
  'wait.about': 'About {range} minutes',
  'wait.short': 'Less than 5 minutes',
  'wait.long': 'More than 2 hours',
  'wait.comma': ', ',
  'wait.first': 'Nobody ahead',
  'wait.nobody': 'Nobody ahead, you are next',
  'wait.ahead': '{n} people ahead',
}
