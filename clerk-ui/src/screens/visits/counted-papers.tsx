import type { VisitView } from '@counter/shared/contract/visits'
import { LOG_BOOK_WORDS } from '@counter/shared/text/log-book-words'
import { PAPER_FORMS } from '@counter/shared/vocabulary/agency'
import { useDayLanguage } from '../../text/day-language.ts'
import { useWords } from '../../text/words.ts'

type Line = VisitView['cases'][number]
type Paper = Line['papers'][number]

interface CountedPapersProps {
  readonly papers: readonly Paper[]
  /** What the case is made of: a paper that the point did not say is added from it. */
  readonly materials: readonly string[]
  readonly onCount: (papers: readonly Paper[]) => void
}

const MOST = 99

/** The document lines of one case: each is counted, and what came without being said is added (V94). */
export function CountedPapers({ papers, materials, onCount }: CountedPapersProps) {
  const t = useWords()
  const language = useDayLanguage()
  const nameOf = ({ name, form }: Pick<Paper, 'name' | 'form'>) =>
    `${name}（${LOG_BOOK_WORDS[form][language]}）`
  const count = (place: number, value: number) =>
    onCount(papers.map((paper, each) => (each === place ? { ...paper, count: value } : paper)))
  const others = materials
    .flatMap((name) => PAPER_FORMS.map((form) => ({ name, form, count: 1 })))
    .filter((other) => !papers.some(({ name, form }) => name === other.name && form === other.form))
  const add = (chosen: string) => {
    const paper = others.find((each) => nameOf(each) === chosen)
    if (paper !== undefined) onCount([...papers, paper])
  }
  return (
    <>
      {papers.map((paper, place) => (
        <label key={nameOf(paper)} className="field">
          {nameOf(paper)}
          <input
            type="number"
            min={0}
            max={MOST}
            value={paper.count}
            onChange={({ target }) => count(place, Math.min(Number(target.value), MOST))}
          />
        </label>
      ))}
      {others.length > 0 && (
        <label className="field">
          {t('visit.addPaper')}
          <select value="" onChange={({ target }) => add(target.value)}>
            <option value="" />
            {others.map((paper) => (
              <option key={nameOf(paper)}>{nameOf(paper)}</option>
            ))}
          </select>
        </label>
      )}
    </>
  )
}
