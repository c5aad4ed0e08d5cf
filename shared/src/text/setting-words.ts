import type { SettingKey } from '../vocabulary/setting.ts'
import type { Sentence } from './sentence.ts'

/** What each ⚙ setting is called on the administrator's page. A setting without its words does not compile. */
export const SETTING_WORDS = {
  'hall.alwaysOpen': { zh: '任何时候都能取号（试用）', en: 'Numbers at any hour (for trying out)' },
  'day.closeAt': { zh: '每天几点日结', en: 'When the day is closed' },
  'line.classSeries': { zh: '优先、预约单独排号', en: 'Own number series for priority and appointments' },
  'kiosk.minGap': { zh: '取号机两个号之间隔', en: 'Gap between two numbers of a kiosk' },
  'class.priority.label': { zh: '优先取号写给谁', en: 'Whom the priority button names' },
  'class.headStart': { zh: '优先号相当于早到', en: 'Head start of priority numbers' },
  'help.promoteAfter': { zh: '等多久后协办窗口也先叫', en: 'Wait after which helping windows call it first' },
  maxOvertakes: { zh: '一个号最多被越过几次', en: 'How often a number may be passed' },
  'undo.call': { zh: '叫号后多久内可撤回', en: 'How long a call can be taken back' },
  'recall.minGap': { zh: '两次叫号至少隔', en: 'Gap between two calls of a number' },
  'call.max': { zh: '一个号最多叫几次', en: 'How often a number is called' },
  'miss.calls': { zh: '叫几次后可过号', en: 'Calls before a number is missed' },
  'miss.gap': { zh: '算一次叫号至少隔', en: 'Gap between two calls that count' },
  'rejoin.max': { zh: '过号最多恢复几次', en: 'How often a missed number rejoins' },
  'rejoin.places': { zh: '恢复后排在几个人后面', en: 'Places behind which it rejoins' },
  'hold.max': { zh: '一个窗口最多挂起几个', en: 'Numbers one window may hold' },
  'hold.alert': { zh: '挂起多久提醒', en: 'Hold time before a warning' },
  'transfer.place': { zh: '转走的号排在哪里', en: 'Where a transferred number waits' },
  'start.auto': { zh: '开始填写就算开始办理', en: 'Typing starts the service' },
  'lease.size': { zh: '每台取号机先借几个应急号', en: 'Emergency numbers lent to a kiosk' },
  'lease.renewAt': { zh: '剩几个应急号时再借', en: 'Numbers left when a kiosk is lent more' },
  'slip.matter': { zh: '小票上印办什么事', en: 'The paper ticket names the matter' },
  'estimate.draws': { zh: '估计等候时推演几次', en: 'Draws of the wait estimate' },
  'target.wait': { zh: '等候目标（超过的另算）', en: 'Target wait' },
  'estimate.minObservations': { zh: '办过几件后才说要等多久', en: 'Services before a wait is told' },
} as const satisfies Record<SettingKey, Sentence>
