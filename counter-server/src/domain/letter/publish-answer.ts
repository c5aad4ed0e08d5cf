import type { StaffId } from '@counter/shared/vocabulary/ids'
import { Refusal } from '../refusal.ts'
import { checkLetterAct, isPublic, type LetterContext, requireWords } from './letter-act.ts'
import { type LetterFact, letterFact } from './letter-event.ts'
import { privateValueIn, type WriterFacts } from './private-values.ts'

/** What the public page would say: what was asked, and the answer, both without names. */
export interface PublicText {
  readonly question: string
  readonly answer: string
}

/** The same with what is known of the writer, who is not to stand in it. */
interface DraftedText extends PublicText {
  readonly writer: WriterFacts
}

/**
 * 拟公开 (C1303): what was asked and answered, in words without names; a second draft takes the place of the first. Refusals:
 * those of C1302, `publication.is_public`, `publication.incomplete`, `publication.private_value` with what was found.
 */
export function draftPublication(
  context: LetterContext,
  person: StaffId,
  { question, answer, writer }: DraftedText,
): LetterFact<'letter.publication_drafted'> {
  checkLetterAct(context, 'draft_publication')
  if (isPublic(context.state.publication)) throw new Refusal('publication.is_public')
  if (question.trim() === '' || answer.trim() === '') throw new Refusal('publication.incomplete')
  requireNobodyIn({ question, answer, writer })
  return letterFact('letter.publication_drafted', { person })
}

/**
 * 公开, by somebody else than who wrote the text (C1303, C403); who the letter is from may be known only since the draft.
 * Refusals: `publication.none_drafted`, `publication.is_public`, `approval.same_person`, `publication.private_value`.
 */
export function publishAnswer(
  context: LetterContext,
  person: StaffId,
  drafted: DraftedText,
): LetterFact<'letter.published'> {
  checkLetterAct(context, 'publish')
  const { publication } = context.state
  if (publication === null) throw new Refusal('publication.none_drafted')
  if (isPublic(publication)) throw new Refusal('publication.is_public')
  if (publication.drafter === person) throw new Refusal('approval.same_person')
  requireNobodyIn(drafted)
  return letterFact('letter.published', { person, text: publication.text })
}

function requireNobodyIn({ question, answer, writer }: DraftedText): void {
  const found = privateValueIn(question, writer) ?? privateValueIn(answer, writer)
  if (found !== null) throw new Refusal('publication.private_value', { gaps: found })
}

/** 撤下, by one person and at once, with the reason (C1303). Refusals: `publication.not_public`, `reason.required`. */
export function withdrawPublication(
  context: LetterContext,
  reason: string,
): LetterFact<'letter.publication_withdrawn'> {
  checkLetterAct(context, 'withdraw_publication')
  if (!isPublic(context.state.publication)) throw new Refusal('publication.not_public')
  requireWords(reason)
  return letterFact('letter.publication_withdrawn', {})
}
