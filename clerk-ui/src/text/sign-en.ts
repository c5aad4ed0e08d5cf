import type { signZh } from './sign-zh.ts'

/** The same in English; a missing key does not compile (U13). */
export const signEn: Record<keyof typeof signZh, string> = {
  'frame.sign': 'To sign',
  'sign.title': 'Waiting for your signature',
  'sign.loading': 'Opening…',
  'sign.empty': 'Nothing waits for your signature',
  'sign.failed': 'The data could not be read',
  'sign.retry': 'Try again',
  'sign.stale': 'As of {{time}}',
  'sign.count': '{{n}} wait for your signature',
  'sign.kind.extend': 'Extension by {{days}} working days',
  'sign.kind.extendNatural': 'Extension by {{days}} natural days',
  'sign.kind.deny': 'Denial',
  'sign.kind.refuse': 'Refusal of acceptance',
  'sign.kind.return': 'Return of the case',
  'sign.kind.supplement': 'A second notice of missing papers',
  'sign.asked': '{{unit}}, {{at}}',
  'sign.reason': 'Reason: ',
  'sign.dueNow': 'Due now: {{day}}',
  'sign.dueThen': 'Due if approved: {{day}}',
  'sign.how': 'How it is counted',
}
