import type { CasePaperKind } from '@counter/shared/vocabulary/case-paper'
import {
  fieldsOf,
  namedIn,
  PAPER_FIELDS,
  type PaperField,
  type PaperWording,
  partOf,
  SENTENCE_FIELDS,
  type WordingPart,
  wordingParts,
} from '@counter/shared/vocabulary/paper-wording'
import type { RefusalCode, RefusalParams } from '@counter/shared/vocabulary/refusal'
import { Refusal } from '../refusal.ts'

/** One thing that stands in the way of publishing a wording, with the part of the editor it belongs to. */
export interface WordingProblem {
  readonly code: RefusalCode
  readonly part: WordingPart
  readonly params: RefusalParams
}

/** Everything that stands in the way of publishing a wording, part by part from head to foot (C901, C902). */
export function wordingProblems(kind: CasePaperKind, wording: PaperWording): WordingProblem[] {
  return wordingParts(kind).flatMap((part) => {
    const { zh, en } = partOf(wording, part)
    const problem = (code: RefusalCode, params: RefusalParams = {}) => ({ code, part, params })
    const must = needed(part)
    return [
      ...(isNeeded(part) && zh.trim() === '' ? [problem('wording.text_missing')] : []),
      ...unknownNames(kind, part, `${zh}\n${en}`).map((name) => problem('wording.unknown_field', { name })),
      ...[zh, en]
        .filter((text) => text.trim() !== '')
        .flatMap((text) => must.filter((name) => !namedIn(text).includes(name)))
        .filter((name, place, all) => all.indexOf(name) === place)
        .map((name) => problem('wording.field_missing', { name })),
      ...(ID_NUMBER.test(zh) || ID_NUMBER.test(en) ? [problem('wording.personal')] : []),
    ]
  })
}

/** Refuses with the first thing that stands in the way (`wording.*`). */
export function requireWording(kind: CasePaperKind, wording: PaperWording): void {
  const [first] = wordingProblems(kind, wording)
  if (first !== undefined) throw new Refusal(first.code, first.params)
}

/** Which parts of a wording are others than in the one before. */
export function changedWording(
  kind: CasePaperKind,
  wording: PaperWording,
  present: PaperWording,
): WordingPart[] {
  return wordingParts(kind).filter((part) => {
    const [now, then] = [partOf(present, part), partOf(wording, part)]
    return now.zh !== then.zh || now.en !== then.en
  })
}

// No paper carries a full ID number, also none that somebody wrote into its wording (C902).
const ID_NUMBER = /\d{17}[\dXx]/

// A brace that is left over after the fields is a field that somebody began.
const BRACE = /[{}｛｝]/

function unknownNames(kind: CasePaperKind, part: WordingPart, text: string): string[] {
  const known = new Set(allowed(kind, part).map((field) => PAPER_FIELDS[field] as string))
  const unknown = new Set(namedIn(text).filter((name) => !known.has(name)))
  const rest = text.replaceAll(/[{｛][^{}｛｝]*[}｝]/g, '')
  return [...unknown, ...(BRACE.exec(rest) ?? [])]
}

function allowed(kind: CasePaperKind, part: WordingPart): readonly PaperField[] {
  if (part === 'title') return []
  return part === 'opening' || part === 'closing' ? fieldsOf(kind) : SENTENCE_FIELDS[part]
}

function needed(part: WordingPart): readonly string[] {
  if (!isSentence(part)) return []
  const fields: readonly PaperField[] = SENTENCE_FIELDS[part]
  return fields.map((field) => PAPER_FIELDS[field])
}

// The head and the paper's own sentences are always printed; opening and closing may be left empty.
function isNeeded(part: WordingPart): boolean {
  return part === 'title' || isSentence(part)
}

function isSentence(part: WordingPart): part is keyof typeof SENTENCE_FIELDS {
  return part in SENTENCE_FIELDS
}
