import type { SlipCase, VillageAttention } from '@counter/shared/contract/village-attention'
import { instantWords } from '@counter/shared/vocabulary/date-words'
import { EDITED_FIELDS, type EditedField } from '@counter/shared/vocabulary/edit'
import { SLIP_WORDS } from '@counter/shared/vocabulary/late-slip'
import { Link } from 'wouter'
import { useDayLanguage } from '../../text/day-language.ts'
import { useWords } from '../../text/words.ts'

interface SlipCaseProps {
  readonly item: VillageAttention
  readonly slipCase: SlipCase
  readonly take: readonly EditedField[]
  readonly onTake: (take: readonly EditedField[]) => void
}

/** The case that was entered again from the slip of what waits, and on what the two differ (V80, P33). */
export function SlipCasePart({ item, slipCase, take, onTake }: SlipCaseProps) {
  const words = useWords()
  const language = useDayLanguage()
  const { number, applicant, receivedAt, isVoid, differences } = slipCase
  return (
    <div className="stack" data-testid="l3.slip-case">
      <p>
        {words(isVoid ? 'point.slip.void' : 'point.slip.entered')}{' '}
        <Link className="one-line" href={`/cases/${slipCase.id}`}>
          {number}
        </Link>
      </p>
      <p>{[slipCase.item, applicant, instantWords(receivedAt, language)].join(' · ')}</p>
      {differences.length === 0 ? (
        <p>{words('point.slip.same')}</p>
      ) : (
        <table className="key-table">
          <thead>
            <tr>
              <th scope="col">{words('point.conflict.field')}</th>
              <th scope="col">{words('point.slip.theirs')}</th>
              <th scope="col">{words('point.slip.yours', { agent: item.agent })}</th>
            </tr>
          </thead>
          <tbody>
            {differences.map(({ field, theirs, yours }) => (
              <tr key={field}>
                <th scope="row" className="one-line">
                  {SLIP_WORDS[field][language]}
                </th>
                <td>{theirs === '' ? words('point.conflict.none') : theirs}</td>
                <td>
                  {yours}
                  <Take field={field} take={take} onTake={onTake} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </div>
  )
}

// Name, document and item stay what was proved at the receipt (V73).
function Take({
  field,
  take,
  onTake,
}: Pick<SlipCaseProps, 'take' | 'onTake'> & { readonly field: SlipCase['differences'][number]['field'] }) {
  const words = useWords()
  const language = useDayLanguage()
  const right = EDITED_FIELDS.find((each) => each === field)
  if (right === undefined) return null
  return (
    <div>
      <label>
        <input
          type="checkbox"
          checked={take.includes(right)}
          onChange={({ target }) =>
            onTake(target.checked ? [...take, right] : take.filter((each) => each !== right))
          }
        />{' '}
        {words('point.slip.take', { field: SLIP_WORDS[right][language] })}
      </label>
    </div>
  )
}
