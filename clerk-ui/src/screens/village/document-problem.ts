import { ID_PROBLEM_WORDS } from '@counter/shared/text/id-problem-words'
import { refusalSentence } from '@counter/shared/text/refusal-text'
import type { Language } from '@counter/shared/text/sentence'
import { idProblem } from '@counter/shared/vocabulary/identity'
import type { PlainDate } from '@counter/shared/vocabulary/time'
import type { VillageWords } from '../../text/village-words.ts'
import type { TypedDocument } from './draft-document.ts'

interface Look {
  readonly today: PlainDate
  readonly language: Language
}

/** What is wrong with the number as typed, in the words of its own document; null when nothing is (V95, C1106). */
export function documentProblem(
  words: VillageWords,
  { idKind, idNo }: Pick<TypedDocument, 'idKind' | 'idNo'>,
  { today, language }: Look,
): string | null {
  const problem = idProblem(idKind, idNo, today)
  if (problem === null) return null
  if (problem === 'region' || problem === 'passport')
    return ID_PROBLEM_WORDS[problem][language === 'en' ? 'en' : 'zh']
  if (idKind === 'residence_permit') return words('village.document.permitWrong')
  return refusalSentence('person.id_invalid', {}, language)
}
