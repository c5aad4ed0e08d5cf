/** How a setting is filled in: a count or a length in its unit, on or off, one of a list, words, or a time of day. */
export type SettingRule =
  | {
      readonly kind: 'number'
      readonly default: number
      readonly min: number
      readonly max: number
      readonly unit:
        | 'day'
        | 'workday'
        | 'minute'
        | 'second'
        | 'times'
        | 'place'
        | 'ticket'
        | 'case'
        | 'person'
        | 'draw'
        | 'percent'
        | 'month'
        | 'year'
        | 'megabyte'
        | 'line'
    }
  | { readonly kind: 'switch'; readonly default: boolean }
  | { readonly kind: 'choice'; readonly default: string; readonly choices: readonly string[] }
  | { readonly kind: 'words'; readonly default: string; readonly min: number; readonly max: number }
  | { readonly kind: 'time'; readonly default: string; readonly min: string; readonly max: string }

/** The days of the agents' hour: each working day, or those that are this day of the week (V92). */
export const HOUR_DAYS = ['every', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday'] as const

/** Every ⚙ setting of the hall and of its cases with its default and range: the one list that server and screens read (C1502). */
export const SETTINGS = {
  'hall.alwaysOpen': { kind: 'switch', default: false },
  'day.closeAt': { kind: 'time', default: '20:00', min: '12:00', max: '23:50' },
  'line.classSeries': { kind: 'switch', default: true },
  'kiosk.minGap': { kind: 'number', default: 3, min: 0, max: 60, unit: 'second' },
  'class.priority.label': { kind: 'words', default: '老年人、残疾人、军人、孕妇', min: 2, max: 30 },
  'class.headStart': { kind: 'number', default: 20, min: 0, max: 240, unit: 'minute' },
  'help.promoteAfter': { kind: 'number', default: 20, min: 0, max: 240, unit: 'minute' },
  maxOvertakes: { kind: 'number', default: 6, min: 0, max: 50, unit: 'times' },
  'undo.call': { kind: 'number', default: 8, min: 0, max: 60, unit: 'second' },
  'recall.minGap': { kind: 'number', default: 10, min: 0, max: 120, unit: 'second' },
  'call.max': { kind: 'number', default: 5, min: 1, max: 20, unit: 'times' },
  'miss.calls': { kind: 'number', default: 2, min: 1, max: 10, unit: 'times' },
  'miss.gap': { kind: 'number', default: 30, min: 0, max: 300, unit: 'second' },
  'rejoin.max': { kind: 'number', default: 2, min: 0, max: 10, unit: 'times' },
  'rejoin.places': { kind: 'number', default: 3, min: 0, max: 30, unit: 'place' },
  'hold.max': { kind: 'number', default: 5, min: 1, max: 50, unit: 'ticket' },
  'hold.alert': { kind: 'number', default: 30, min: 1, max: 240, unit: 'minute' },
  'start.auto': { kind: 'switch', default: true },
  'transfer.place': { kind: 'choice', default: 'by_key', choices: ['by_key', 'front', 'back'] },
  'lease.size': { kind: 'number', default: 20, min: 1, max: 99, unit: 'ticket' },
  'lease.renewAt': { kind: 'number', default: 5, min: 0, max: 98, unit: 'ticket' },
  'slip.matter': { kind: 'switch', default: false },
  'closing.mode': { kind: 'choice', default: 'stop', choices: ['stop', 'advise', 'off'] },
  'closing.grace': { kind: 'number', default: 15, min: 0, max: 120, unit: 'minute' },
  'alarm.waiting': { kind: 'number', default: 15, min: 1, max: 500, unit: 'person' },
  'alarm.p80': { kind: 'number', default: 30, min: 1, max: 240, unit: 'minute' },
  'appt.share': { kind: 'number', default: 30, min: 0, max: 100, unit: 'percent' },
  'appt.overbook': { kind: 'switch', default: false },
  'appt.early': { kind: 'number', default: 30, min: 0, max: 240, unit: 'minute' },
  'appt.late': { kind: 'number', default: 10, min: 0, max: 60, unit: 'minute' },
  'appt.daysAhead': { kind: 'number', default: 7, min: 1, max: 30, unit: 'day' },
  'voice.muteFrom': { kind: 'time', default: '12:00', min: '00:00', max: '23:59' },
  'voice.muteUntil': { kind: 'time', default: '14:00', min: '00:00', max: '23:59' },
  'estimate.draws': { kind: 'number', default: 200, min: 50, max: 1000, unit: 'draw' },
  'target.wait': { kind: 'number', default: 20, min: 1, max: 240, unit: 'minute' },
  'supervise.onTimeTarget': { kind: 'number', default: 95, min: 50, max: 100, unit: 'percent' },
  'supervise.unitHead': { kind: 'number', default: 0, min: 0, max: 10, unit: 'workday' },
  'supervise.deputyLeader': { kind: 'number', default: 1, min: 0, max: 20, unit: 'workday' },
  'supervise.chiefLeader': { kind: 'number', default: 3, min: 0, max: 30, unit: 'workday' },
  'supervise.replyWithin': { kind: 'number', default: 1, min: 1, max: 10, unit: 'workday' },
  'estimate.minObservations': { kind: 'number', default: 20, min: 0, max: 500, unit: 'times' },
  'clock.startRule': { kind: 'choice', default: 'next-workday', choices: ['next-workday', 'same-day'] },
  'clock.afterHours': {
    kind: 'choice',
    default: 'roll-to-next-opening',
    choices: ['roll-to-next-opening', 'same-date'],
  },
  'clock.tickSeconds': { kind: 'number', default: 30, min: 5, max: 300, unit: 'second' },
  'clock.gapDays': { kind: 'number', default: 10, min: 1, max: 60, unit: 'day' },
  // The law gives five working days at most (许可法 §32).
  'notice.limit': { kind: 'number', default: 5, min: 1, max: 5, unit: 'workday' },
  'supplement.wait': { kind: 'number', default: 15, min: 1, max: 60, unit: 'workday' },
  'supplement.afterAcceptance': { kind: 'choice', default: 'no-stop', choices: ['no-stop', 'pause'] },
  'deemed.scope': { kind: 'choice', default: 'all', choices: ['all', 'licences'] },
  'convert.limit': { kind: 'number', default: 3, min: 1, max: 20, unit: 'workday' },
  // And ten for handing over what was decided (许可法 §44).
  'delivery.limit': { kind: 'number', default: 10, min: 1, max: 10, unit: 'workday' },
  'deferred.max': { kind: 'number', default: 5, min: 1, max: 30, unit: 'workday' },
  'backdate.max': { kind: 'number', default: 5, min: 0, max: 10, unit: 'workday' },
  'extension.defaultMax': { kind: 'number', default: 10, min: 1, max: 30, unit: 'workday' },
  'urge.every': { kind: 'number', default: 2, min: 1, max: 10, unit: 'workday' },
  'light.yellowShare': { kind: 'number', default: 20, min: 1, max: 80, unit: 'percent' },
  'light.yellowMin': { kind: 'number', default: 1, min: 1, max: 10, unit: 'workday' },
  // Receipt at a village is not receipt at the centre, unless the centre says so (C518).
  'village.receiptAt': { kind: 'choice', default: 'township', choices: ['township', 'village'] },
  'village.handUp': { kind: 'number', default: 1, min: 1, max: 3, unit: 'workday' },
  'village.handUpHard': { kind: 'number', default: 3, min: 1, max: 10, unit: 'workday' },
  'village.relay': { kind: 'number', default: 1, min: 1, max: 5, unit: 'workday' },
  'village.deliver': { kind: 'number', default: 2, min: 1, max: 10, unit: 'workday' },
  'village.followUp': { kind: 'number', default: 5, min: 1, max: 20, unit: 'workday' },
  // A notice that the agent may take counts as given at its issue (V25).
  'village.noticeByAgent': { kind: 'switch', default: true },
  // On so many days nobody was reached, and the centre goes on (V22).
  'village.attempts': { kind: 'number', default: 3, min: 1, max: 5, unit: 'day' },
  // Of the deliveries of a point and month the centre calls so many back, and at least so many (V20).
  'village.callBackShare': { kind: 'number', default: 10, min: 1, max: 100, unit: 'percent' },
  'village.callBackLeast': { kind: 'number', default: 2, min: 0, max: 50, unit: 'case' },
  // For how long after a newer version came into force a village may still have shown the one before (V86).
  'village.guideAge': { kind: 'number', default: 30, min: 1, max: 180, unit: 'day' },
  // What a phone may give out without a network (V61).
  'village.numbers': { kind: 'number', default: 50, min: 10, max: 200, unit: 'ticket' },
  'village.numbersRenewAt': { kind: 'number', default: 20, min: 1, max: 100, unit: 'ticket' },
  // For how many days of a year the numbers of the old one still stand on new slips: until 15 January (V61).
  'village.oldNumberDays': { kind: 'number', default: 15, min: 0, max: 90, unit: 'day' },
  /** More commands of one phone a day wait for the next day (V95). */
  'village.commandsPerDay': { kind: 'number', default: 500, min: 50, max: 100_000, unit: 'times' },
  /** How long a command waits for its predecessor before a person looks at it (V52). */
  'village.predecessorDays': { kind: 'number', default: 5, min: 1, max: 30, unit: 'workday' },
  /** How far every series of numbers goes on ahead of a restored record, past what was given out meanwhile (V66). */
  'numbers.afterRestore': { kind: 'number', default: 500, min: 50, max: 5000, unit: 'ticket' },
  // So many cases wait on a phone, then no new one is taken (V39).
  'village.unsentCases': { kind: 'number', default: 50, min: 5, max: 200, unit: 'case' },
  // The most that a resident may entrust an agent for (V9).
  'village.authorityMonths': { kind: 'number', default: 6, min: 1, max: 24, unit: 'month' },
  // So many cases of a visit are behind one number; more are a second one (V91).
  'village.batchMax': { kind: 'number', default: 10, min: 1, max: 10, unit: 'case' },
  'village.hour': { kind: 'switch', default: false },
  'village.hourDay': { kind: 'choice', default: 'every', choices: HOUR_DAYS },
  'village.hourFrom': { kind: 'time', default: '14:00', min: '06:00', max: '20:00' },
  'village.hourUntil': { kind: 'time', default: '15:00', min: '06:30', max: '20:30' },
  'village.hourVisits': { kind: 'number', default: 1, min: 1, max: 20, unit: 'person' },
  // For how long nobody touches a phone before its agent's PIN is asked for again (V33).
  'village.idleMinutes': { kind: 'number', default: 10, min: 1, max: 30, unit: 'minute' },
  'village.pinDigits': { kind: 'number', default: 6, min: 6, max: 8, unit: 'place' },
  // When the supervisor hears of a point without asking (V89).
  'village.silentAmber': { kind: 'number', default: 1, min: 1, max: 10, unit: 'workday' },
  'village.silentRed': { kind: 'number', default: 3, min: 1, max: 20, unit: 'workday' },
  'village.attentionDays': { kind: 'number', default: 1, min: 1, max: 10, unit: 'workday' },
  'village.numbersLow': { kind: 'number', default: 10, min: 0, max: 100, unit: 'ticket' },
  'village.clockOff': { kind: 'number', default: 5, min: 1, max: 60, unit: 'minute' },
  // For how long the PIN alone opens an enrolled phone after the agent's password (V3).
  'village.sessionDays': { kind: 'number', default: 30, min: 1, max: 90, unit: 'day' },
  // How long a page of before still reaches the centre after the wire has changed (V58).
  'village.protocolDays': { kind: 'number', default: 180, min: 30, max: 720, unit: 'day' },
  'rating.validity': { kind: 'number', default: 30, min: 1, max: 180, unit: 'day' },
  'rating.contact': { kind: 'number', default: 1, min: 1, max: 10, unit: 'workday' },
  'rating.rectify': { kind: 'number', default: 15, min: 1, max: 60, unit: 'workday' },
  'item.verifyBlocksPublish': { kind: 'switch', default: false },
  // Of one person, so that no session that fell into wrong hands fills the disk (P42).
  'files.perDay': { kind: 'number', default: 200, min: 20, max: 2000, unit: 'megabyte' },
  // A long reading holds the record's log open, and a long file leaves the house (R7, P43).
  'report.seconds': { kind: 'number', default: 30, min: 5, max: 300, unit: 'second' },
  'report.rows': { kind: 'number', default: 10_000, min: 10, max: 50_000, unit: 'line' },
  'retention.drafts': { kind: 'number', default: 30, min: 1, max: 90, unit: 'day' },
  // Parts of a file that stay alone and files that no case names; never sooner than a point may come back (V69, V72).
  'retention.looseFiles': { kind: 'number', default: 30, min: 30, max: 365, unit: 'day' },
  'retention.receipts': { kind: 'number', default: 365, min: 90, max: 3650, unit: 'day' },
  // How long what a phone sealed to the centre still opens after a newer key (V31).
  'retention.sealingKeys': { kind: 'number', default: 400, min: 200, max: 3650, unit: 'day' },
  'retention.ratings': { kind: 'number', default: 3, min: 1, max: 30, unit: 'year' },
  // 文书档案 are kept 10 or 30 years, or for ever; shorter than ten none may go.
  'retention.cases': { kind: 'number', default: 10, min: 10, max: 100, unit: 'year' },
  'retention.petitions': { kind: 'number', default: 30, min: 10, max: 100, unit: 'year' },
  'rating.appeal': { kind: 'number', default: 3, min: 1, max: 10, unit: 'workday' },
  'duplicate.window': { kind: 'number', default: 90, min: 1, max: 365, unit: 'day' },
  // Reply limits of letters (cases.md 13). A letter keeps the limit of its registration, so none of them moves a due date.
  'box.openEvery': { kind: 'number', default: 7, min: 1, max: 31, unit: 'day' },
  'letter.visit': { kind: 'number', default: 15, min: 1, max: 15, unit: 'day' },
  'letter.phone': { kind: 'number', default: 3, min: 1, max: 15, unit: 'workday' },
  'letter.secretary_box': { kind: 'number', default: 7, min: 1, max: 15, unit: 'workday' },
  'letter.magistrate_box': { kind: 'number', default: 7, min: 1, max: 15, unit: 'workday' },
  'letter.unit_box': { kind: 'number', default: 5, min: 1, max: 15, unit: 'workday' },
  'letter.township_box': { kind: 'number', default: 5, min: 1, max: 15, unit: 'workday' },
  'letter.website': { kind: 'number', default: 5, min: 1, max: 15, unit: 'workday' },
  'letter.opinion_box': { kind: 'number', default: 7, min: 1, max: 15, unit: 'workday' },
  'letter.opinion_book': { kind: 'number', default: 5, min: 1, max: 15, unit: 'workday' },
  'letter.hotline': { kind: 'number', default: 5, min: 1, max: 15, unit: 'workday' },
  'letter.supervision_phone': { kind: 'number', default: 5, min: 1, max: 15, unit: 'workday' },
  'letterTopic.consult': { kind: 'number', default: 3, min: 1, max: 30, unit: 'workday' },
  'letterTopic.suggest': { kind: 'number', default: 5, min: 1, max: 30, unit: 'workday' },
  'letterTopic.praise': { kind: 'number', default: 5, min: 1, max: 30, unit: 'workday' },
  'letterTopic.complaint': { kind: 'number', default: 5, min: 1, max: 30, unit: 'workday' },
  'letterTopic.help': { kind: 'number', default: 7, min: 1, max: 30, unit: 'workday' },
  'letterTopic.investigate': { kind: 'number', default: 10, min: 1, max: 30, unit: 'workday' },
  'letterTopic.hard': { kind: 'number', default: 15, min: 1, max: 30, unit: 'workday' },
  'letterTopic.personal_data': { kind: 'number', default: 15, min: 1, max: 30, unit: 'workday' },
} as const satisfies Readonly<Record<string, SettingRule>>

export type SettingKey = keyof typeof SETTINGS

type Wide<T> = T extends number ? number : T extends boolean ? boolean : string

/** What a setting holds; a choice is one of its words. */
export type SettingValue<K extends SettingKey = SettingKey> = (typeof SETTINGS)[K] extends {
  readonly choices: readonly (infer C)[]
}
  ? C
  : Wide<(typeof SETTINGS)[K]['default']>

/** The settings that move the due dates of open cases: they are previewed and published like a calendar (C1502, C603). */
export const DUE_SETTINGS = [
  'clock.startRule',
  'clock.afterHours',
  'notice.limit',
  'supplement.wait',
  'convert.limit',
  'delivery.limit',
  'village.receiptAt',
  'village.handUp',
  'village.handUpHard',
  'village.relay',
  'village.deliver',
  'village.followUp',
] as const satisfies readonly SettingKey[]

export function movesDueDates(key: SettingKey): boolean {
  return DUE_SETTINGS.some((each) => each === key)
}

const KEYS: ReadonlySet<string> = new Set(Object.keys(SETTINGS))

export function isSettingKey(key: string): key is SettingKey {
  return KEYS.has(key)
}

const TIME = /^([01]\d|2[0-3]):[0-5]\d$/

/** True when a value is of the setting's kind and within its range; a form and the server ask the same (C1502). */
export function isInRange(rule: SettingRule, value: unknown): boolean {
  switch (rule.kind) {
    case 'number':
      return Number.isInteger(value) && Number(value) >= rule.min && Number(value) <= rule.max
    case 'switch':
      return typeof value === 'boolean'
    case 'choice':
      return typeof value === 'string' && rule.choices.includes(value)
    case 'words':
      return typeof value === 'string' && value.trim().length >= rule.min && value.length <= rule.max
    case 'time':
      return typeof value === 'string' && TIME.test(value) && value >= rule.min && value <= rule.max
  }
}
