/** The parts of the page of rules, in its order, by the heads of the keys; the first that fits takes a rule. */
const HEADS = [
  ['hall', ['hall.', 'day.']],
  ['number', ['line.', 'kiosk.', 'class.priority']],
  ['call', ['class.', 'help.', 'maxOvertakes', 'undo.', 'recall.', 'call.', 'transfer.', 'start.']],
  ['missed', ['miss.', 'rejoin.', 'postpone.', 'hold.']],
  ['booking', ['appt.']],
  ['closing', ['closing.', 'alarm.', 'quota.']],
  ['wait', ['estimate.', 'target.']],
  ['paper', ['slip.', 'voice.', 'wall.', 'print.']],
  ['supervise', ['supervise.', 'rating.']],
  ['offline', ['lease.']],
  [
    'clock',
    [
      'clock.',
      'notice.',
      'supplement.',
      'deemed.',
      'convert.',
      'delivery.',
      'deferred.',
      'extension.',
      'backdate.',
      'urge.',
      'light.',
      'duplicate.',
    ],
  ],
  ['village', ['village.']],
  ['letter', ['letter']],
  ['retention', ['retention.']],
  ['other', ['']],
] as const

export type RuleGroupName = (typeof HEADS)[number][0]
export const RULE_GROUPS: readonly RuleGroupName[] = HEADS.map(([name]) => name)

export function ruleGroupOf(key: string): RuleGroupName {
  return HEADS.find(([, heads]) => heads.some((head) => key.startsWith(head)))?.[0] ?? 'other'
}
