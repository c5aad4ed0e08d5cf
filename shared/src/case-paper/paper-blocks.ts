import type { Receipt } from '../contract/receipt.ts'
import { POINT_WORDS } from '../vocabulary/case-paper.ts'
import { fullDateWords, instantWords, type Language } from '../vocabulary/date-words.ts'
import { hasPromise, materialsOf, promisedOf } from './material-blocks.ts'
import type { PaperBlock } from './paper-block.ts'
import { type PaperSay, wordsIn } from './paper-words.ts'
import { promiseOf } from './promise-blocks.ts'
import { sentencesIn, wordingLines, wordingTitle } from './wording-lines.ts'

/** What goes beside the head: the QR code and the query code, which is told once (C1103). */
export interface PaperFollowing {
  readonly scan: string
  readonly codeWord: string
  /** Empty on a paper that does not tell it. */
  readonly code: string
}

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
function aboutOf({ of, caseNumber, itemName, applicant }: Receipt, say: PaperSay): [string, string][] {
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
