import type { ReactNode } from 'react'

interface NumberInProps {
  readonly sentence: string
  /** The number as it stands in the sentence. */
  readonly children: string
}

/** A sentence whose number breaks at none of its dashes, for it is read out. */
export function NumberIn({ sentence, children: number }: NumberInProps): ReactNode {
  const [before, ...after] = sentence.split(number)
  if (after.length === 0) return sentence
  return (
    <>
      {before}
      <span className="v-number">{number}</span>
      {after.join(number)}
    </>
  )
}
