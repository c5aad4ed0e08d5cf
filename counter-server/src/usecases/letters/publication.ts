import type { Instant } from '@counter/shared/vocabulary/time'
import {
  draftPublication,
  type PublicText,
  publishAnswer,
  withdrawPublication,
} from '../../domain/letter/publish-answer.ts'
import { findLetterWordsOf } from '../../store/letter-events.ts'
import { findPublished, type PublishedLetter } from '../../store/published-letters.ts'
import { staffIdOf } from '../cases/staff-id.ts'
import type { Deps } from '../deps.ts'
import { type LetterScene, recordLetterFacts } from './letter-scene.ts'
import { writerFacts } from './writer.ts'

/** 拟公开, 公开, 撤下 of one letter (C1303). */
export const PUBLICATION_ACTS = {
  draft_publication: (scene: LetterScene, { question, answer }: PublicText): LetterScene => {
    const text = { question, answer, writer: writerFacts(scene) }
    const drafted = draftPublication(scene.context, staffIdOf(scene.asker), text)
    return recordLetterFacts(scene, [drafted], { question, answer })
  },
  publish: (scene: LetterScene): LetterScene => {
    const drafted = { ...draftedText(scene), writer: writerFacts(scene) }
    return recordLetterFacts(scene, [publishAnswer(scene.context, staffIdOf(scene.asker), drafted)])
  },
  withdraw_publication: (scene: LetterScene, { reason }: { readonly reason: string }): LetterScene =>
    recordLetterFacts(scene, [withdrawPublication(scene.context, reason)], { reason }),
}

function draftedText({ context, events }: LetterScene): PublicText {
  const { publication } = context.state
  const words = events.find(({ id }) => id === publication?.text)?.words
  return { question: words?.['question'] ?? '', answer: words?.['answer'] ?? '' }
}

/** One answer as everybody may read it. */
export type PublicAnswer = PublishedLetter & PublicText

/** Published answers, the newest first, a page at a time; where the words were erased there is nothing left to read (C1303, C1501). */
export function readPublicAnswers(
  { store }: Pick<Deps, 'store'>,
  { cursor, limit }: { readonly cursor?: string | undefined; readonly limit: number },
): { readonly answers: readonly PublicAnswer[]; readonly next: string | null } {
  return store.read((tx) => {
    const [publishedAt, id] = cursor?.split('~') ?? []
    const after =
      publishedAt === undefined || id === undefined ? null : { publishedAt: publishedAt as Instant, id }
    const rows = findPublished(tx, { after, limit: limit + 1 })
    const shown = rows.slice(0, limit)
    const words = findLetterWordsOf(
      tx,
      shown.map(({ text }) => text),
    )
    const last = rows.length > limit ? shown.at(-1) : undefined
    return {
      answers: shown.flatMap((row) => {
        const said = words.get(row.text)
        return said === undefined
          ? []
          : [{ ...row, question: said['question'] ?? '', answer: said['answer'] ?? '' }]
      }),
      next: last === undefined ? null : `${last.publishedAt}~${last.id}`,
    }
  })
}
