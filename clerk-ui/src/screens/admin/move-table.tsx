import type { ChangePreview } from '@counter/shared/contract/calendar'
import { dayWords } from '@counter/shared/vocabulary/date-words'
import { useDayLanguage } from '../../text/day-language.ts'
import { useWords } from '../../text/words.ts'

type Moved = ChangePreview['items'][number]

/** The cases that would move: from when to when, what the resident was told, which reminders come or go (C603). */
export function MoveTable({ seen }: { readonly seen: ChangePreview }) {
  const words = useWords()
  return (
    <section className="scroller" tabIndex={0} aria-label={words('a5.preview')}>
      <table>
        <caption className="visually-hidden">{words('a5.preview')}</caption>
        <thead>
          <tr>
            {(['a5.case', 'a5.moves', 'a5.told', 'a5.marks'] as const).map((key) => (
              <th key={key} scope="col">
                {words(key)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {seen.items.map((moved) => (
            <MoveRow key={moved.caseId} moved={moved} />
          ))}
        </tbody>
      </table>
    </section>
  )
}

function MoveRow({ moved }: { readonly moved: Moved }) {
  const words = useWords()
  const language = useDayLanguage()
  const { number, itemName, unitName, moves, toldOn, isToldBroken } = moved
  const told = toldOn === null ? '–' : dayWords(toldOn, language)
  return (
    <tr data-case={number}>
      <th scope="row">
        {number}
        <br />
        <span className="hint">
          {itemName} · {unitName}
        </span>
      </th>
      <td>
        <ul className="change-moves">
          {moves.map(({ kind, from, to }) => (
            <li key={kind}>
              {words('a5.move', {
                clock: words(`clock.${kind}`),
                from: dayWords(from, language),
                to: dayWords(to, language),
              })}
            </li>
          ))}
        </ul>
      </td>
      <td>{isToldBroken ? words('a5.toldBroken', { day: told }) : told}</td>
      <td>
        <ul className="change-moves">
          <Marks marks={moved.appear} word="a5.appear" />
          <Marks marks={moved.vanish} word="a5.vanish" />
        </ul>
      </td>
    </tr>
  )
}

interface MarksProps {
  readonly marks: Moved['appear']
  readonly word: 'a5.appear' | 'a5.vanish'
}

function Marks({ marks, word }: MarksProps) {
  const words = useWords()
  return marks.map(({ kind, threshold }) => (
    <li key={`${kind} ${threshold}`}>
      {words(word, { clock: words(`clock.${kind}`), mark: words(`a5.mark.${threshold}`) })}
    </li>
  ))
}
