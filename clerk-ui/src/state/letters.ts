import { LetterChange, LetterDetail, LettersChange, LettersState } from '@counter/shared/contract/letters'
import type { TopicKind } from './live.ts'

/** Topic `letters`: how many wait under each light; each word of it is a reason to read the list anew. */
export const lettersTopic: TopicKind<LettersState, LettersChange> = {
  state: LettersState,
  change: LettersChange,
  withChange: (_before, change) => change.counts,
}

/** Topic `letter:ID`; every change brings the whole letter. */
export const letterTopic: TopicKind<LetterDetail, LetterChange> = {
  state: LetterDetail,
  change: LetterChange,
  withChange: (_before, change) => change.letter,
}

/** The answer of an act may come before its news or after it: the newer version stands (N2). */
export function newerLetter(live: LetterDetail | null, answer: LetterDetail | null): LetterDetail | null {
  if (live === null || answer === null) return live ?? answer
  return answer.row.version > live.row.version ? answer : live
}
