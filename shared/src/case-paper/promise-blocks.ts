import type { Receipt } from '../contract/receipt.ts'
import type { SegmentReason } from '../vocabulary/case.ts'
import { dateWords, instantWords, type Language } from '../vocabulary/date-words.ts'
import { reasonWords } from '../vocabulary/reason-words.ts'
import { segmentWords } from '../vocabulary/segment-words.ts'
import type { PaperBlock } from './paper-block.ts'
import { wordsIn } from './paper-words.ts'
import { sentencesIn } from './wording-lines.ts'

/** The papers that promise a day. */
const PROMISES: readonly Receipt['kind'][] = [
  'acceptance',
  'extension',
  'resumption',
  'letter_receipt',
  'petition_notice',
  'petition_extension',
]

/** 「最迟 10月13日（周二）17:30 前办结」 in large type, then one line on how the days are counted (S19, U9). */
export function promiseOf(receipt: Receipt, language: Language): PaperBlock[] {
  const say = wordsIn(language)
  const tell = sentencesIn(receipt, language)
  const { kind, of, dueAt, dueOn, isProvisional, statutoryDueOn } = receipt
  switch (kind) {
    case 'on_spot':
      return [{ is: 'due', text: tell('done'), small: null }]
    case 'pause':
      return [{ is: 'line', text: tell('paused') }]
    case 'late_supplement':
      return [{ is: 'line', text: tell(dueAt === null ? 'paused' : 'goesOn') }]
    case 'receipt':
      return [
        {
          is: 'line',
          text: dueOn === null ? tell('notYetOpen') : tell('notYet', { day: dateWords(dueOn, language) }),
        },
      ]
    case 'letter_receipt':
      if (dueAt === null) return [{ is: 'line', text: tell('answerLater') }]
  }
  if (!PROMISES.includes(kind) || dueAt === null) return []
  return [
    {
      is: 'due',
      text: tell(of === 'letter' ? 'answerBy' : 'dueBy', { day: instantWords(dueAt, language) }),
      small: isProvisional ? say('provisional') : null,
    },
    ...countingOf(receipt, language),
    ...(statutoryDueOn === null
      ? []
      : [{ is: 'line' as const, text: tell('statutory', { day: dateWords(statutoryDueOn, language) }) }]),
  ]
}

// Plain working days explain themselves and weekends are said once; what people ask about are the other days.
const TOLD: readonly SegmentReason[] = ['start', 'extended', 'makeup', 'holiday', 'paused', 'unpublished']

function countingOf({ explanation, reasons, unit, dueOn }: Receipt, language: Language): PaperBlock[] {
  const say = wordsIn(language)
  const told = explanation
    .filter(({ reason }) => TOLD.includes(reason))
    .map((run) => segmentWords(run, language))
  // A paper from before its unit was kept counts in working days, as nearly all do.
  const counted = unit ?? 'workday'
  const why = dueOn === null || !reasons ? [] : reasonWords({ ...reasons, dueOn, unit: counted }, language)
  if (told.length === 0) return []
  const weekends = explanation.some(({ reason }) => reason === 'weekend') ? [say('weekends')] : []
  const separator = language === 'zh' ? '；' : '; '
  return [{ is: 'counting', text: say('counting') + [...told, ...weekends, ...why].join(separator) }]
}
