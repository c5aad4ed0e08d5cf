import type { Receipt } from '../contract/receipt.ts'
import { dateWords, fullDateWords, instantWords, type Language } from '../vocabulary/date-words.ts'
import {
  filledIn,
  type InBoth,
  type PaperField,
  type PaperSentence,
  type PaperWording,
  type SENTENCE_FIELDS,
} from '../vocabulary/paper-wording.ts'
import { shippedWording } from '../vocabulary/shipped-wording.ts'

/** What stands at the head, 受理通知书. */
export function wordingTitle(receipt: Receipt, language: Language): string {
  return inWords(wordingOf(receipt).title, language)
}

/** The lines that the township says at the opening or the closing; one whose field says nothing here is left out. */
export function wordingLines(receipt: Receipt, part: 'opening' | 'closing', language: Language): string[] {
  const values = valuesOf(receipt, language)
  return inWords(wordingOf(receipt)[part], language)
    .split('\n')
    .filter((line) => line.trim() !== '')
    .flatMap((line) => filledIn(line, values) ?? [])
}

/** Says a sentence of the paper with what has to stand in it. */
type Sentences = <S extends PaperSentence>(
  sentence: S,
  values?: Readonly<Record<(typeof SENTENCE_FIELDS)[S][number], string>>,
) => string

/** The sentences of a paper in its own wording; one that its version does not have is said as it came with the product. */
export function sentencesIn(receipt: Receipt, language: Language): Sentences {
  const shipped = shippedWording(receipt.kind).sentences
  const own = wordingOf(receipt).sentences
  return (sentence, values) => {
    const text = inWords(own[sentence] ?? shipped[sentence] ?? { zh: '', en: '' }, language)
    return filledIn(text, values ?? {}) ?? ''
  }
}

function wordingOf({ kind, wording }: Receipt): PaperWording {
  return wording ?? shippedWording(kind)
}

function inWords({ zh, en }: InBoth, language: Language): string {
  return language === 'en' && en.trim() !== '' ? en : zh
}

function valuesOf(receipt: Receipt, language: Language): Partial<Record<PaperField, string>> {
  const { dueAt, statutoryDueOn, until } = receipt
  return {
    centre: receipt.centre,
    paperNumber: receipt.paperNumber,
    caseNumber: receipt.caseNumber,
    item: receipt.itemName,
    applicant: receipt.applicant,
    receivedAt: instantWords(receipt.receivedAt, language),
    unit: receipt.unitName,
    by: receipt.by,
    madeAt: fullDateWords(receipt.madeAt, language),
    where: receipt.where,
    consultPhone: receipt.consultPhone,
    supervisionPhone: receipt.supervisionPhone,
    dueAt: dueAt === null ? '' : instantWords(dueAt, language),
    statutoryOn: statutoryDueOn === null ? '' : dateWords(statutoryDueOn, language),
    until: until === null ? '' : dateWords(until, language),
    ...Object.fromEntries(receipt.points.map(({ point, text }) => [point, text])),
  }
}
