import type { ReactNode } from 'react'
import { useVillageWords } from '../../text/village-words.ts'
import type { PaperHere } from './draft-papers.ts'

interface LeftPapersProps {
  /** What was written before it was asked says nothing. */
  readonly papers: readonly PaperHere[] | undefined
}

/** What is the resident's own and stays at the point: on the slip it is the receipt for it (V17). */
export function LeftPapers({ papers }: LeftPapersProps): ReactNode {
  const words = useVillageWords()
  if (papers === undefined) return null
  return (
    <>
      <dt>{words('village.slip.papers')}</dt>
      {papers.length === 0 ? <dd>{words('village.slip.noPapers')}</dd> : null}
      {papers.map(({ name, form, count }) => (
        <dd key={`${name} ${form}`}>
          {words('village.paper.line', { name, form: words(`village.paper.${form}`), n: count })}
        </dd>
      ))}
    </>
  )
}
