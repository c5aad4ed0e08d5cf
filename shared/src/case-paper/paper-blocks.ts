import type { Receipt } from '../contract/receipt.ts'
import { fill } from '../text/sentence.ts'
import type { SegmentReason } from '../vocabulary/case.ts'
import { POINT_WORDS } from '../vocabulary/case-paper.ts'
import { dateWords, fullDateWords, instantWords, type Language } from '../vocabulary/date-words.ts'
import { reasonWords } from '../vocabulary/reason-words.ts'
import { segmentWords } from '../vocabulary/segment-words.ts'
import { PAPER_WORDS } from './paper-words.ts'
import { sentencesIn, wordingLines, wordingTitle } from './wording-lines.ts'

/** One part of a paper in its order; the page and the Word file both draw these and nothing else. */
export type PaperBlock =
  | { readonly is: 'title' | 'centred' | 'line' | 'counting' | 'until' | 'seal'; readonly text: string }
  | { readonly is: 'facts'; readonly rows: readonly (readonly [word: string, value: string])[] }
  /** In large type: the promise (S19). */
  | { readonly is: 'due'; readonly text: string; readonly small: string | null }
  | {
      readonly is: 'list'
      readonly title: string
      readonly items: readonly { readonly text: string; readonly how: string | null }[]
    }
  | {
      readonly is: 'table'
      readonly head: readonly string[]
      readonly rows: readonly (readonly string[])[]
    }
  | { readonly is: 'signatures'; readonly lines: readonly string[] }
  | { readonly is: 'foot'; readonly lines: readonly string[] }

/** What goes beside the head: the QR code and the query code, which is told once (C1103). */
export interface PaperFollowing {
  readonly scan: string
  readonly codeWord: string
  /** Empty on a paper that does not tell it. */
  readonly code: string
}

type Words = (key: keyof typeof PAPER_WORDS, params?: Readonly<Record<string, string>>) => string

/** A paper of a case from its head to its foot (cases.md 9). The name is masked and no ID number has a place in it (C902). */
export function paperBlocks(receipt: Receipt, language: Language): readonly PaperBlock[] {
  const say = wordsIn(language)
  const tell = sentencesIn(receipt, language)
  return [
    ...headOf(receipt, language),
    ...linesOf(receipt, 'opening', language),
    ...pointsOf(receipt, language),
    ...answerOf(receipt),
    ...promiseOf(receipt, language),
    ...materialsOf(receipt, language),
    ...promisedOf(receipt, language),
    ...(receipt.kind === 'acceptance'
      ? [{ is: 'line' as const, text: tell('delivery', { where: receipt.where }) }]
      : []),
    ...linesOf(receipt, 'closing', language),
    ...endOf(receipt, language),
    {
      is: 'foot',
      lines: [
        say('consult', { phone: receipt.consultPhone }),
        say('supervision', { phone: receipt.supervisionPhone }),
      ],
    },
  ]
}

/** The words beside the QR code. */
export function paperFollowing({ queryCode }: Receipt, language: Language): PaperFollowing {
  const say = wordsIn(language)
  return { scan: say('scan'), codeWord: say(queryCode === '' ? 'codeBefore' : 'code'), code: queryCode }
}

function wordsIn(language: Language): Words {
  return (key, params = {}) => fill(PAPER_WORDS[key][language], params)
}

// What the township says on papers of this kind beside what they all say.
function linesOf(receipt: Receipt, part: 'opening' | 'closing', language: Language): PaperBlock[] {
  return wordingLines(receipt, part, language).map((text) => ({ is: 'line', text }))
}

function headOf(receipt: Receipt, language: Language): PaperBlock[] {
  const say = wordsIn(language)
  const again = receipt.nth === 0 ? [] : [say('again', { n: String(receipt.nth) })]
  return [
    { is: 'centred', text: receipt.centre },
    { is: 'title', text: wordingTitle(receipt, language) },
    { is: 'centred', text: [say('number', { number: receipt.paperNumber }), ...again].join(' · ') },
    {
      is: 'facts',
      rows: [
        ...aboutOf(receipt, say),
        [say('receivedAt'), instantWords(receipt.receivedAt, language)],
        ...(receipt.unitName === '' ? [] : [[say('unit'), receipt.unitName] as const]),
        ...(receipt.by === '' ? [] : [[say('by'), receipt.by] as const]),
      ],
    },
  ]
}

/** What it is about, and of whom: a letter has a channel and a writer where a case has an item and an applicant. */
function aboutOf({ of, caseNumber, itemName, applicant }: Receipt, say: Words): [string, string][] {
  if (of === 'letter')
    return [
      [say('letterNumber'), caseNumber],
      [say('letterKind'), itemName],
      [say('writer'), applicant === '' ? say('anonymous') : applicant],
    ]
  return [
    [say('caseNumber'), caseNumber],
    [say('item'), itemName],
    [say('applicant'), applicant],
  ]
}

function pointsOf({ points }: Receipt, language: Language): PaperBlock[] {
  const rows = points
    .filter(({ point }) => point !== 'answer')
    .map(({ point, text }) => [POINT_WORDS[point][language], text] as const)
  return rows.length === 0 ? [] : [{ is: 'facts', rows }]
}

// The reply is what the paper is for: it stands in paragraphs of its own, as it was written (C1303).
function answerOf({ points }: Receipt): PaperBlock[] {
  return points
    .filter(({ point }) => point === 'answer')
    .flatMap(({ text }) => text.split('\n'))
    .filter((line) => line.trim() !== '')
    .map((text) => ({ is: 'line', text }))
}

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
function promiseOf(receipt: Receipt, language: Language): PaperBlock[] {
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

const BOXES = { received: '☑', missing: '☐', deferred: '△', not_needed: '–' } as const
const STATES = {
  received: 'received',
  missing: 'absent',
  deferred: 'deferred',
  not_needed: 'notNeeded',
} as const

/** The papers that list what was brought. */
const LISTS: readonly Receipt['kind'][] = ['receipt', 'acceptance', 'on_spot']

function materialsOf(receipt: Receipt, language: Language): PaperBlock[] {
  const say = wordsIn(language)
  if (receipt.kind === 'supplement' || receipt.kind === 'late_supplement') return missingOf(receipt, language)
  if (!LISTS.includes(receipt.kind) || receipt.materials.length === 0) return []
  const items = receipt.materials.map(({ name, state, promisedOn }) => ({
    text: `${BOXES[state]} ${name} · ${say(STATES[state])}`,
    how: promisedOn ? say('promisedBy', { day: dateWords(promisedOn, language) }) : null,
  }))
  return [{ is: 'list', title: say('materials'), items }]
}

// 容缺: what the resident signs on the notice of acceptance (C205).
function promisedOf(receipt: Receipt, language: Language): PaperBlock[] {
  return hasPromise(receipt) ? [{ is: 'line', text: sentencesIn(receipt, language)('promised') }] : []
}

function hasPromise({ kind, materials }: Receipt): boolean {
  return kind === 'acceptance' && materials.some(({ promisedOn }) => promisedOn)
}

// On the notice only what is missing, each with how to get it, where and until when (C404).
function missingOf(receipt: Receipt, language: Language): PaperBlock[] {
  const { materials, until, where, isProvisional } = receipt
  const say = wordsIn(language)
  const tell = sentencesIn(receipt, language)
  const items = materials
    .filter(({ state }) => state === 'missing')
    .map(({ name, how }) => ({
      text: `${BOXES.missing} ${name}`,
      how: how === '' ? null : tell('how', { how }),
    }))
  const list: PaperBlock[] = items.length === 0 ? [] : [{ is: 'list', title: tell('missing'), items }]
  if (until === null) return list
  const day = tell('until', { day: dateWords(until, language), where })
  return [...list, { is: 'until', text: day + (isProvisional ? say('provisional') : '') }]
}

/** Who signs; all other papers bear the centre's seal. */
const SIGNED: Partial<Record<Receipt['kind'], readonly ('signApplicant' | 'signReceiver' | 'signClerk')[]>> =
  {
    supplement: ['signApplicant', 'signClerk'],
    late_supplement: ['signApplicant', 'signClerk'],
    pledge: ['signApplicant', 'signClerk'],
    supervision: ['signReceiver'],
    delivery: ['signReceiver', 'signClerk'],
    hand_over: ['signClerk', 'signReceiver'],
    withdrawal: ['signApplicant', 'signClerk'],
    letter_assignment: ['signClerk', 'signReceiver'],
    letter_return: ['signClerk', 'signReceiver'],
  }

function endOf(receipt: Receipt, language: Language): PaperBlock[] {
  const { kind, centre, madeAt } = receipt
  const say = wordsIn(language)
  const signed = hasPromise(receipt) ? SIGNED.supplement : SIGNED[kind]
  const seal: PaperBlock = {
    is: 'seal',
    text: `${centre} ${say('seal')} ${fullDateWords(madeAt, language)}`,
  }
  if (signed === undefined) return [seal]
  const lines = signed.map((who) => `${say(who)} ____________ ${say('signDate')} ________`)
  return [{ is: 'signatures', lines }, seal]
}
