import { useEffect, useRef } from 'react'
import { useWords } from '../../text/words.ts'
import type { IntakeProblem } from './intake-check.ts'

/** 「有 2 处要改」 on top of the form, each a link to its field; the focus comes here (3.3.1). */
export function ProblemSummary({ problems }: { problems: readonly IntakeProblem[] }) {
  const words = useWords()
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (problems.length > 0) box.current?.focus()
  }, [problems])
  if (problems.length === 0) return null
  return (
    <div ref={box} className="problems" role="alert" tabIndex={-1}>
      <h3>{words('intake.problems', { n: problems.length })}</h3>
      <ul>
        {problems.map(({ field, text, name }) => (
          <li key={`${field} ${text}`}>
            <a
              href={`#${field}`}
              onClick={(event) => {
                event.preventDefault()
                document.getElementById(field)?.focus()
              }}
            >
              {words(text, { name: name ?? '' })}
            </a>
          </li>
        ))}
      </ul>
    </div>
  )
}
